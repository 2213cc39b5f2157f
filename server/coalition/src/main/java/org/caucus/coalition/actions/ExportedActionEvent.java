package org.caucus.coalition.actions;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What a reader is shown of an event about an action. */
final class ExportedActionEvent {
  private final JsonObject shown;

  private ExportedActionEvent(JsonObject shown) {
    this.shown = shown;
  }

  static void put(ActionEvent event, JsonObject shown) {
    new ExportedActionEvent(shown).all(event);
  }

  private void all(ActionEvent event) {
    switch (event) {
      case ActionEvent.ActionPlanned e -> planned(e);
      case ActionEvent.ActionEdited e -> edited(e);
      case ActionEvent.ActionDetailed e -> {
        put("id", e.id());
        // without links: who reads this may not read both ends
        ActionDetailFields.show(e.details(), ref -> false, shown);
      }
      case ActionEvent.Committed e ->
          put("action", e.action())
              .put("organisation", e.organisation())
              .put("answer", e.answer().name())
              .put("note", e.note())
              .put("by", e.by());
      case ActionEvent.Answered e ->
          put("action", e.action())
              .put("seat", e.seat())
              .put("answer", e.answer().name())
              .put("note", e.note());
      case ActionEvent.AttendanceNoted e -> {
        put("action", e.action()).put("by", e.by());
        shown.put("present", new JsonArray(e.present().stream().map(SeatId::value).toList()));
      }
      case ActionEvent.MinutesWritten e ->
          put("action", e.action()).put("text", e.text()).put("by", e.by());
      case ActionEvent.ReplyRecorded e -> {
        put("action", e.action()).put("by", e.by()).put("due", e.due());
        shown.put("reply", ActionDetailFields.show(e.reply()));
      }
      case ActionEvent.ReplyOverdue e ->
          put("action", e.action()).put("due", e.due()).put("since", e.since());
      case ActionEvent.Reminded e -> put("action", e.action()).put("due", e.due());
      case ActionEvent.Embargoed e ->
          put("action", e.action())
              .put("until", e.until())
              .put("to", e.to() == null ? null : e.to().wire())
              .put("by", e.by());
    }
  }

  private void planned(ActionEvent.ActionPlanned e) {
    put("id", e.id())
        .put("kind", e.kind().name())
        .put("title", e.title())
        .put("description", e.description())
        .put("owner", e.owner())
        .when(e.when())
        .put("place", e.place())
        .put("audience", e.audience().wire())
        .put("by", e.by());
  }

  private void edited(ActionEvent.ActionEdited e) {
    put("id", e.id())
        .put("title", e.title())
        .put("description", e.description())
        .put("state", e.state() == null ? null : e.state().name())
        .put("owner", e.owner())
        .when(e.when())
        .put("place", e.place())
        .put("outcome", e.outcome());
  }

  private ExportedActionEvent when(Action.@Nullable When when) {
    return when == null
        ? this
        : put("startsAt", when.startsAt())
            .put("endsAt", when.endsAt())
            .put("zone", when.zone().getId());
  }

  /** What is null is left out. */
  private ExportedActionEvent put(String field, @Nullable Object value) {
    if (value != null) {
      shown.put(field, value instanceof SeatId seat ? seat.value() : value.toString());
    }
    return this;
  }
}
