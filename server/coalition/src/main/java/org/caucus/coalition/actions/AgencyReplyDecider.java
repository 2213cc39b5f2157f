package org.caucus.coalition.actions;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** Keeps what an agency answered. Two people who record at once keep both. Pure. */
public final class AgencyReplyDecider {
  /** Where the day begins first: a reply of today is not one of tomorrow anywhere. */
  private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

  private AgencyReplyDecider() {}

  /** The answer, for the person who reads the action and may write. */
  public static List<Event> decide(
      Actions.Held state, ActionCommand.RecordReply c, CommandContext act) {
    Action action = state.mustReadAction(c.action(), act.by());
    SeatId seat = state.access().mustPost(act.by()).id();
    if (action.kind() != Action.Kind.SUBMISSION) {
      throw Refusal.conflict("Only a submission is answered by an agency.");
    }
    if (action.details().replies().size() >= ActionDetailRules.MAX_REPLIES) {
      throw Refusal.invalid(
          "text", "At most " + ActionDetailRules.MAX_REPLIES + " replies stand here.");
    }
    if (c.reply().text().isBlank()) {
      throw Refusal.invalid("text", "Say what the reply says.");
    }
    LocalDate on = c.reply().on();
    if (on.isAfter(LocalDate.ofInstant(act.at(), EARLIEST))) {
      throw Refusal.invalid(
          "on", "A reply that is recorded has come: its day is not in the future.");
    }
    if (c.due() != null && (!c.reply().awaitsMore() || c.due().isBefore(on))) {
      throw Refusal.invalid(
          "replyDue",
          "A day is awaited if more is to come, and it is not before the day of this reply.");
    }
    return List.of(new ActionEvent.ReplyRecorded(action.id(), c.reply(), c.due(), seat));
  }
}
