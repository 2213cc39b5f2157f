package org.caucus.actions.presence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import org.caucus.actions.Action;
import org.caucus.actions.Actions;
import org.caucus.command.SeatId;

/** Shows who comes, who came and the minutes, as far as one seat may know. */
public final class PresencePresenter {
  private PresencePresenter() {}

  /** Puts them among the fields of an action. */
  public static void show(Actions.Held state, Action action, SeatId reader, JsonObject shown) {
    Presence presence = action.presence();
    JsonArray answers = new JsonArray();
    presence.answers().values().stream()
        .filter(r -> state.access().canRead(reader, action.scope().holds(r.audience(), r.at())))
        .sorted(Comparator.comparing(Rsvp::at).thenComparing(r -> r.seat().value()))
        .forEach(r -> answers.add(show(r)));
    shown.put("rsvps", answers);
    Presence.Attendance there = presence.attendance();
    if (there != null
        && state.access().canRead(reader, action.scope().holds(there.audience(), there.at()))) {
      JsonArray present = new JsonArray();
      there.present().forEach(s -> present.add(s.value()));
      shown.put("present", present);
    }
    Presence.Minutes minutes = presence.minutes();
    if (minutes != null
        && state.access().canRead(reader, action.scope().holds(minutes.audience(), minutes.at()))) {
      shown.put(
          "minutes",
          new JsonObject()
              .put("text", minutes.text())
              .put("seat", minutes.by().value())
              .put("at", minutes.at().toString()));
    }
  }

  private static JsonObject show(Rsvp rsvp) {
    return new JsonObject()
        .put("seat", rsvp.seat().value())
        .put("answer", rsvp.answer().name())
        .put("note", rsvp.note())
        .put("at", rsvp.at().toString());
  }
}
