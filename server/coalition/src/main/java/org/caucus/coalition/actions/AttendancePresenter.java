package org.caucus.coalition.actions;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.SeatId;
import org.caucus.platform.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** Shows who comes, who came and the minutes, as far as one seat may know. */
public final class AttendancePresenter {
  private static final JsonFields<Answered> RSVP =
      JsonFields.of("Rsvp", Answered.class, "seat answer note at moved");
  private static final JsonFields<Shown> NOTED =
      JsonFields.of("Minutes", Shown.class, "seat:noted.by at audience readers");

  private AttendancePresenter() {}

  private record Answered(Rsvp rsvp, @Nullable Boolean moved) {}

  private record Shown(ActionAttendance.Noted noted, int readers) {}

  /** Puts them among the fields of an action. */
  public static void show(Actions.Held state, Action action, SeatId reader, JsonObject shown) {
    ActionAttendance presence = action.presence();
    JsonArray answers = new JsonArray();
    presence.answers().values().stream()
        .filter(r -> state.access().canRead(reader, action.scope().holds(r.audience(), r.at())))
        .sorted(Comparator.comparing(Rsvp::at).thenComparing(r -> r.seat().value()))
        .forEach(
            r -> answers.add(RSVP.json(new Answered(r, ActionPresenter.moved(action, r.at())))));
    shown.put("rsvps", answers);
    List<ActionAttendance.Attendance> there =
        readable(state, action, presence.attendances(), reader);
    if (!there.isEmpty()) {
      shown.put("present", present(there.getLast()));
    }
    before(there, "earlierPresent", a -> noted(state, action, a).put("present", present(a)), shown);
    List<ActionAttendance.Minutes> minutes = minutes(state, action, reader);
    Function<ActionAttendance.Minutes, JsonObject> written =
        m -> noted(state, action, m).put("text", m.text());
    if (!minutes.isEmpty()) {
      shown.put("minutes", written.apply(minutes.getLast()));
    }
    before(minutes, "earlierMinutes", written, shown);
  }

  /** The minutes that a seat can read, oldest first. */
  static List<ActionAttendance.Minutes> minutes(Actions.Held state, Action action, SeatId reader) {
    return readable(state, action, action.presence().minutes(), reader);
  }

  private static <T extends ActionAttendance.Noted> List<T> readable(
      Actions.Held state, Action action, List<T> all, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    return all.stream()
        .filter(n -> reads.test(action.scope().holds(n.audience(), n.at())))
        .toList();
  }

  /**
   * Those that the person who wrote the newest could not read, newest first; left out if none are.
   */
  private static <T> void before(
      List<T> all, String name, Function<T, JsonObject> how, JsonObject shown) {
    if (all.size() > 1) {
      JsonArray before = new JsonArray();
      all.subList(0, all.size() - 1).reversed().forEach(one -> before.add(how.apply(one)));
      shown.put(name, before);
    }
  }

  private static JsonArray present(ActionAttendance.Attendance there) {
    return new JsonArray(there.present().stream().map(SeatId::value).toList());
  }

  private static JsonObject noted(Actions.Held state, Action action, ActionAttendance.Noted noted) {
    Scope scope = action.scope().holds(noted.audience(), noted.at());
    return NOTED.json(new Shown(noted, state.access().count(scope)));
  }
}
