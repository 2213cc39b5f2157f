package org.caucus.coalition.actions;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** Shows actions as the API does, as one seat sees them. */
public final class ActionPresenter {
  private static final Comparator<Action> NEXT_FIRST =
      Comparator.comparing((Action a) -> startOr(a, Instant.MAX)).thenComparing(Action::plannedAt);

  private ActionPresenter() {}

  /** An action. */
  public static JsonObject show(Actions.Held state, Action any, SeatId reader) {
    Action action = any.seenBy(state.access().asked(reader));
    JsonObject shown =
        new JsonObject()
            .put("id", action.id())
            .put("kind", action.kind().name())
            .put("title", action.title())
            .put("description", action.description())
            .put("state", action.state().name())
            .put("owner", action.owner().value())
            .put("zone", zone(action.when().zone()))
            .put("place", action.place())
            .put("outcome", action.outcome())
            .put("audience", action.audience().wire())
            .put("readers", state.access().count(action.scope()))
            .put("commitments", commitments(state, action, reader))
            .put("plannedBy", action.plannedBy().value())
            .put("plannedAt", action.plannedAt().toString())
            .put("changedAt", action.changedAt().toString())
            .put("version", action.version())
            .put("entries", VisibleEntries.count(state, action.ref(), action.scope(), reader));
    if (action.when().startsAt() != null) {
      shown.put("startsAt", action.when().startsAt().toString());
    }
    if (action.when().endsAt() != null) {
      shown.put("endsAt", action.when().endsAt().toString());
    }
    ActionDetailFields.show(action.details(), ref -> known(state, ref, reader), shown);
    AttendancePresenter.show(state, action, reader, shown);
    Embargo embargo = action.embargo();
    if (embargo != null) {
      shown.put(
          "embargo",
          new JsonObject().put("until", embargo.until().toString()).put("to", embargo.to().wire()));
    }
    return shown;
  }

  /** By a name that programs know: nobody calls UTC {@code Z}. */
  private static String zone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private static boolean known(Actions.Held state, Ref ref, SeatId reader) {
    return state.scopeOf(ref).filter(s -> state.access().canRead(reader, s)).isPresent();
  }

  /** An action as it is now, for the person who edited an older version. */
  public static Map<String, Object> current(Actions.Held state, Action action, SeatId reader) {
    return show(state, action, reader).getMap();
  }

  private static JsonArray commitments(Actions.Held state, Action action, SeatId reader) {
    JsonArray shown = new JsonArray();
    Predicate<Scope> reads = state.access().asked(reader);
    action.commitments().values().stream()
        .filter(c -> reads.test(action.scope().holds(c.audience(), c.at())))
        .sorted(Comparator.comparing(Commitment::at).thenComparing(Commitment::organisation))
        .forEach(
            c ->
                shown.add(
                    new JsonObject()
                        .put("organisation", c.organisation())
                        .put("answer", c.answer().name())
                        .put("note", c.note())
                        .put("seat", c.seat().value())
                        .put("at", c.at().toString())
                        .put(
                            "course",
                            CommitmentOutcome.of(action, c, state.members(), reads).name())
                        .mergeIn(moved(action, c.at()))
                        .mergeIn(earlier(state, action, c, reads))));
    return shown;
  }

  /** That a word was given before the action was moved; nothing otherwise. */
  public static JsonObject moved(Action action, Instant said) {
    return action.isMovedSince(said) ? new JsonObject().put("moved", true) : new JsonObject();
  }

  /** Words given to fewer before, newest first; nothing if this reader can read none. */
  private static JsonObject earlier(
      Actions.Held state, Action action, Commitment word, Predicate<Scope> reads) {
    JsonArray shown = new JsonArray();
    for (Commitment.Earlier e : word.earlier().reversed()) {
      Scope scope = action.scope().holds(e.audience(), e.at());
      if (reads.test(scope)) {
        shown.add(
            new JsonObject()
                .put("answer", e.answer().name())
                .put("note", e.note())
                .put("seat", e.seat().value())
                .put("at", e.at().toString())
                .put("audience", e.audience().wire())
                .put("readers", state.access().count(scope)));
      }
    }
    return shown.isEmpty() ? new JsonObject() : new JsonObject().put("earlier", shown);
  }

  /** The actions this seat can read, as it may know them, next first, those without a time last. */
  public static List<Action> agenda(Actions.Held state, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    return state.actions().byId().values().stream()
        .filter(a -> reads.test(a.scope()))
        .map(a -> a.seenBy(reads))
        .sorted(NEXT_FIRST)
        .toList();
  }

  private static Instant startOr(Action action, Instant none) {
    return action.when().startsAt() == null ? none : action.when().startsAt();
  }
}
