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
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** Shows actions as the API does, as one seat sees them. */
public final class ActionPresenter {
  private static final Comparator<Action> NEXT_FIRST =
      Comparator.comparing((Action a) -> startOr(a, Instant.MAX)).thenComparing(Action::plannedAt);

  private static final JsonFields<Shown> ACTION =
      JsonFields.of(
          "Action",
          Shown.class,
          "id kind title description state owner zone place outcome audience readers commitments"
              + " plannedBy plannedAt changedAt version entries when.startsAt when.endsAt");
  private static final JsonFields<Answered> COMMITMENT =
      JsonFields.of(
          "Commitment", Answered.class, "organisation answer note seat at course moved earlier");
  private static final JsonFields<Before> EARLIER =
      JsonFields.of("EarlierCommitment", Before.class, "answer note seat at audience readers");

  private static final JsonFields<Embargo> EMBARGO =
      JsonFields.of("Embargo", Embargo.class, "until to");

  private ActionPresenter() {}

  private record Shown(
      Action action, String zone, int readers, JsonArray commitments, int entries) {}

  private record Answered(
      Commitment commitment,
      CommitmentOutcome course,
      @Nullable Boolean moved,
      @Nullable JsonArray earlier) {}

  private record Before(Commitment.Earlier commitment, int readers) {}

  /** An action. */
  public static JsonObject show(Actions.Held state, Action any, SeatId reader) {
    Action action = any.seenBy(state.access().asked(reader));
    JsonObject shown =
        ACTION.json(
            new Shown(
                action,
                zone(action.when().zone()),
                state.access().count(action.scope()),
                commitments(state, action, reader),
                VisibleEntries.count(state, action.ref(), action.scope(), reader)));
    ActionDetailFields.show(action.details(), ref -> known(state, ref, reader), shown);
    addMessages(state, action, reader, shown);
    AttendancePresenter.show(state, action, reader, shown);
    if (action.embargo() != null) {
      shown.put("embargo", EMBARGO.json(action.embargo()));
    }
    return shown;
  }

  /** The messages it links to, each with what it hangs on: a message is read on a page of that. */
  private static void addMessages(
      Actions.Held state, Action action, SeatId reader, JsonObject shown) {
    JsonArray messages = new JsonArray();
    action.details().links().stream()
        .filter(link -> link.kind() == Ref.Kind.ENTRY && known(state, link, reader))
        .flatMap(link -> state.entries().find(link.id()).stream())
        .forEach(
            entry -> state.item(entry.parent()).ifPresent(on -> messages.add(message(entry, on))));
    if (!messages.isEmpty()) {
      shown.put("messages", messages);
    }
  }

  private static JsonObject message(Entry entry, Item on) {
    return EntryPresenter.ref(Ref.to(Ref.Kind.ENTRY, entry.id()))
        .put("title", on.title())
        .put("within", EntryPresenter.ref(on.ref()));
  }

  /** By a name that programs know: nobody calls UTC {@code Z}. */
  private static String zone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private static boolean known(Actions.Held state, Ref ref, SeatId reader) {
    return state.canRead(reader, ref);
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
                    COMMITMENT.json(
                        new Answered(
                            c,
                            CommitmentOutcome.of(action, c, state.members(), reads),
                            moved(action, c.at()),
                            earlier(state, action, c, reads)))));
    return shown;
  }

  /** Whether a word was given before the action was moved; null if not. */
  static @Nullable Boolean moved(Action action, Instant said) {
    return action.isMovedSince(said) ? true : null;
  }

  /** Words given to fewer before, newest first; null if this reader can read none. */
  private static @Nullable JsonArray earlier(
      Actions.Held state, Action action, Commitment word, Predicate<Scope> reads) {
    JsonArray shown = new JsonArray();
    for (Commitment.Earlier e : word.earlier().reversed()) {
      Scope scope = action.scope().holds(e.audience(), e.at());
      if (reads.test(scope)) {
        shown.add(EARLIER.json(new Before(e, state.access().count(scope))));
      }
    }
    return shown.isEmpty() ? null : shown;
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
