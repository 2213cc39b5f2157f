package org.caucus.e2e.grid;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.closing.ClosingEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/** Where a seat may obtain what a place or a seat is called, and what was done to it. */
final class PlaceSurfaces {
  private static final String NO = "-";
  private static final String YES = "+";

  private final Surfaces surfaces;
  private final Acts acts;

  PlaceSurfaces(Surfaces surfaces, Acts acts) {
    this.surfaces = surfaces;
    this.acts = acts;
  }

  /** Whether it is no thing that people say something under. */
  static boolean watches(Ref thing) {
    return switch (thing.kind()) {
      case LIST, TRACKER, SEAT -> true;
      default -> false;
    };
  }

  /** Their columns, by name. */
  Map<String, BiFunction<Surfaces.Asked, Workspace, String>> columns() {
    return Map.of(
        "head",
        (a, w) -> sign(w.access().canRead(a.seat(), w.item(a.thing()).orElseThrow().scope())),
        "list",
        (a, w) -> sign(shown(a, w)),
        "activity",
        (a, w) -> sign(surfaces.activity(a, w).contains("\"" + a.thing().id() + "\"")),
        "stream",
        (a, w) ->
            sign(
                Surfaces.frame(w, commit(a.thing(), w), a.seat())
                    .contains("\"" + a.thing().id() + "\"")),
        "export",
        (a, w) -> sign(w.visibleEvents(commit(a.thing(), w), a.seat()).size() == 1),
        "audit",
        (a, w) -> sign(audited(a, w)),
        "web",
        acts::begin);
  }

  private boolean shown(Surfaces.Asked a, Workspace w) {
    return surfaces.shown(a, w).encode().contains("Title " + a.thing().id());
  }

  private boolean audited(Surfaces.Asked a, Workspace w) {
    return Stream.of(surfaces.audit(a, w).split("\r\n", -1))
        .anyMatch(line -> line.contains(commit(a.thing(), w).id()));
  }

  /** What was done to it last. */
  private static Commit commit(Ref thing, Workspace w) {
    return w.history().stream()
        .filter(c -> c.events().stream().anyMatch(e -> isOf(e, thing)))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOf(Event event, Ref thing) {
    return switch (event) {
      case ClosingEvent e -> e.place().equals(thing);
      case MemberEvent.ProfileChanged e ->
          thing.kind() == Ref.Kind.SEAT && e.seat().equals(new SeatId(thing.id()));
      default -> false;
    };
  }

  private static String sign(boolean obtained) {
    return obtained ? YES : NO;
  }
}
