package org.caucus.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.ViewAs;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * What a change of audience does to the things of a workspace. Widening touches the one thing:
 * whatever hangs on it keeps the audience it was said to. Narrowing goes down to all that hangs on
 * it, so that a later widening does not open it again.
 */
final class AudienceChanges {
  private AudienceChanges() {}

  static Workspace of(Workspace w, AudienceEvent event, Commit commit) {
    Workspace after = changed(w, event, commit);
    return list(after, event.of())
        .map(list -> after.with(after.lists().heardAnew(list, after.entries())))
        .orElse(after);
  }

  /** The list that a thing is, or that it was said on. */
  private static Optional<String> list(Workspace w, Ref of) {
    return switch (of.kind()) {
      case LIST -> Optional.of(of.id());
      case THREAD -> w.lists().thread(of.id()).map(t -> t.list());
      case ENTRY -> w.entries().find(of.id()).flatMap(e -> list(w, e.parent()));
      case WORKSPACE, SEAT, ORGANISATION, INVITATION, HOLD, TRACKER, ISSUE, UPDATE, ACTION ->
          Optional.empty();
    };
  }

  private static Workspace changed(Workspace w, AudienceEvent event, Commit commit) {
    return switch (event) {
      case AudienceEvent.Widened e -> widened(w, e, commit);
      case AudienceEvent.Narrowed e -> narrowed(w, e.of(), e.to());
      case AudienceEvent.Released e -> w.with(w.entries().readBy(e.entry(), e.to()));
    };
  }

  private static Workspace widened(Workspace w, AudienceEvent.Widened e, Commit commit) {
    String id = e.of().id();
    Instant at = commit.at();
    Workspace after =
        switch (e.of().kind()) {
          case ISSUE -> w.with(w.issues().widened(id, e.to(), e.label(), at));
          case UPDATE -> w.with(w.updates().widened(id, e.to(), at));
          case ACTION -> w.with(w.actions().widened(id, e.to(), at, commit.sequence()));
          default -> readBy(w, e.of(), e.to());
        };
    return after.with(after.audiences().widened(e, commit.sequence()));
  }

  private static Workspace narrowed(Workspace w, Ref of, Audience to) {
    UnaryOperator<Audience> narrower = audience -> w.access().meet(audience, to);
    Workspace after = w;
    for (Ref inside : inside(w, of)) {
      Audience now = w.scopeOf(inside).orElseThrow().audience();
      after = thing(after, inside, narrower.apply(now), narrower);
    }
    return thing(after, of, to, narrower);
  }

  /** The things in a place. */
  private static List<Ref> inside(Workspace w, Ref place) {
    return switch (place.kind()) {
      case LIST ->
          w.lists().threadsOf(place.id()).stream().map(t -> Ref.to(Ref.Kind.THREAD, t)).toList();
      case TRACKER ->
          w.issues().of(w.issues().tracker(place.id()).orElseThrow()).stream()
              .map(i -> i.ref())
              .toList();
      default -> List.of();
    };
  }

  private static Workspace thing(
      Workspace w, Ref of, Audience to, UnaryOperator<Audience> narrower) {
    Workspace after =
        switch (of.kind()) {
          case ISSUE -> w.with(w.issues().narrowed(of.id(), to, narrower));
          case UPDATE -> w.with(w.updates().narrowed(of.id(), to, narrower));
          case ACTION -> w.with(w.actions().narrowed(of.id(), to, narrower));
          default -> readBy(w, of, to);
        };
    return after
        .with(after.entries().narrowed(of, narrower))
        .with(after.audiences().narrowed(of, narrower));
  }

  private static Workspace readBy(Workspace w, Ref of, Audience to) {
    String id = of.id();
    return switch (of.kind()) {
      case LIST -> w.with(w.lists().heldTo(id, to));
      case THREAD -> w.with(w.lists().readBy(id, to));
      case TRACKER -> w.with(w.issues().heldTo(id, to));
      case ENTRY -> w.with(w.entries().readBy(id, to));
      case WORKSPACE, SEAT, ORGANISATION, INVITATION, HOLD, ISSUE, UPDATE, ACTION ->
          throw new IllegalStateException("has no audience to change: " + of);
    };
  }

  /**
   * What a commit took from a seat. Only what it could read until then: to all others the thing
   * never was.
   */
  static List<Ref> taken(Workspace now, Commit commit, SeatId reader) {
    List<Ref> taken = new ArrayList<>();
    for (Event event : commit.events()) {
      if (event instanceof AudienceEvent.Narrowed e) {
        Scope scope = now.scopeOf(e.of()).orElseThrow();
        Scope before = new Scope(e.from(), scope.at(), scope.parent());
        if (now.access().canRead(reader, before)
            && !now.access().canRead(reader, scope)
            && wasNamed(lineAt(now, commit, reader), before)) {
          taken.add(e.of());
        }
      }
    }
    return taken;
  }

  /**
   * A seat and all it had taken over from by a commit; empty if it was not there yet. What was
   * taken from somebody before their seat was taken over is not in the history that is inherited
   * (R6).
   */
  private static Set<SeatId> lineAt(Workspace now, Commit commit, SeatId reader) {
    SeatId seat = ViewAs.of(reader).map(ViewAs::viewer).orElse(reader);
    Set<SeatId> line = new HashSet<>(now.members().line(seat));
    List<Commit> history = now.history();
    for (Commit later : history.subList(Math.toIntExact(commit.sequence()), history.size())) {
      for (Event event : later.events()) {
        if (event instanceof MemberEvent.SeatTaken e && e.seat().equals(seat)) {
          return Set.of();
        }
        if (event instanceof MemberEvent.SeatHandedOver e && line.contains(e.successor())) {
          line.removeAll(now.members().line(e.seat()));
        }
      }
    }
    return line;
  }

  private static boolean wasNamed(Set<SeatId> line, Scope scope) {
    for (@Nullable Scope s = scope; s != null; s = s.parent()) {
      if (s.audience() instanceof Audience.Named named && line.stream().noneMatch(named::names)) {
        return false;
      }
    }
    return !line.isEmpty();
  }
}
