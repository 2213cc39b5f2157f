package org.caucus.coalition.actions;

import io.vertx.core.json.JsonArray;
import org.caucus.coalition.capability.EventExport;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What a reader is shown of an event about an action. */
final class ExportedActionEvent {
  private final EventExport out;

  private ExportedActionEvent(EventExport out) {
    this.out = out;
  }

  static void put(ActionEvent event, EventExport to) {
    new ExportedActionEvent(to).action(event);
  }

  private void action(ActionEvent event) {
    switch (event) {
      case ActionEvent.ActionPlanned e -> planned(e);
      case ActionEvent.ActionEdited e -> edited(e);
      case ActionEvent.ActionDetailed e -> {
        out.put("id", e.id());
        // without links: who reads this may not read both ends
        ActionDetailFields.show(e.details(), ref -> false, out.json());
      }
      case ActionEvent.Committed e ->
          out.put("action", e.action())
              .put("organisation", e.organisation())
              .put("answer", e.answer())
              .put("note", e.note())
              .put("by", e.by());
      case ActionEvent.Answered e ->
          out.put("action", e.action())
              .put("seat", e.seat())
              .put("answer", e.answer())
              .put("note", e.note());
      case ActionEvent.AttendanceNoted e ->
          out.put("action", e.action())
              .put("by", e.by())
              .put("present", new JsonArray(e.present().stream().map(SeatId::value).toList()));
      case ActionEvent.MinutesWritten e ->
          out.put("action", e.action()).put("text", e.text()).put("by", e.by());
      case ActionEvent.ReplyRecorded e ->
          out.put("action", e.action())
              .put("by", e.by())
              .put("due", e.due())
              .put("reply", ActionDetailFields.show(e.reply()));
      case ActionEvent.ReplyOverdue e ->
          out.put("action", e.action()).put("due", e.due()).put("since", e.since());
      case ActionEvent.Reminded e -> out.put("action", e.action()).put("due", e.due());
      case ActionEvent.Embargoed e ->
          out.put("action", e.action())
              .put("until", e.until())
              .put("to", e.to() == null ? null : e.to().wire())
              .put("by", e.by());
    }
  }

  private void planned(ActionEvent.ActionPlanned e) {
    out.put("id", e.id())
        .put("kind", e.kind())
        .put("title", e.title())
        .put("description", e.description())
        .put("owner", e.owner());
    when(e.when());
    out.put("place", e.place()).put("audience", e.audience().wire()).put("by", e.by());
  }

  private void edited(ActionEvent.ActionEdited e) {
    out.put("id", e.id())
        .put("title", e.title())
        .put("description", e.description())
        .put("state", e.state())
        .put("owner", e.owner());
    when(e.when());
    out.put("place", e.place()).put("outcome", e.outcome());
  }

  private void when(Action.@Nullable When when) {
    if (when != null) {
      out.put("startsAt", when.startsAt())
          .put("endsAt", when.endsAt())
          .put("zone", when.zone().getId());
    }
  }
}
