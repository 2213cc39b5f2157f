package org.caucus.actions.replies;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.actions.Action;
import org.caucus.actions.ActionCommand;
import org.caucus.actions.ActionEvent;
import org.caucus.actions.Actions;
import org.caucus.actions.plans.DetailRules;
import org.caucus.command.Act;
import org.caucus.command.Event;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;

/** Keeps what an agency answered. Two people who record at once keep both. Pure. */
public final class ReplyDecider {
  /** Where the day begins first: a reply of today is not one of tomorrow anywhere. */
  private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

  private ReplyDecider() {}

  /** The answer, for the person who reads the action and may write. */
  public static List<Event> decide(Actions.Held state, ActionCommand.RecordReply c, Act act) {
    Action action = state.mustReadAction(c.action(), act.by());
    SeatId seat = state.access().mustPost(act.by()).id();
    if (action.kind() != Action.Kind.SUBMISSION) {
      throw Refused.conflict("Only a submission is answered by an agency.");
    }
    if (action.details().replies().size() >= DetailRules.MAX_REPLIES) {
      throw Refused.invalid("text", "At most " + DetailRules.MAX_REPLIES + " replies stand here.");
    }
    if (c.reply().text().isBlank()) {
      throw Refused.invalid("text", "Say what the reply says.");
    }
    LocalDate on = c.reply().on();
    if (on.isAfter(LocalDate.ofInstant(act.at(), EARLIEST))) {
      throw Refused.invalid(
          "on", "A reply that is recorded has come: its day is not in the future.");
    }
    if (c.due() != null && (!c.reply().awaitsMore() || c.due().isBefore(on))) {
      throw Refused.invalid(
          "replyDue",
          "A day is awaited if more is to come, and it is not before the day of this reply.");
    }
    return List.of(new ActionEvent.ReplyRecorded(action.id(), c.reply(), c.due(), seat));
  }
}
