package org.caucus.coalition.actions;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
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
      throw Refusal.conflict(Message.of("only-a-submission-is-answered-by"));
    }
    if (action.details().replies().size() >= ActionDetailRules.MAX_REPLIES) {
      throw Refusal.invalid(
          "text", Message.of("at-most-replies-stand-here", "limit", ActionDetailRules.MAX_REPLIES));
    }
    if (c.reply().text().isBlank()) {
      throw Refusal.invalid("text", Message.of("say-what-the-reply-says"));
    }
    LocalDate on = c.reply().on();
    if (on.isAfter(LocalDate.ofInstant(act.at(), EARLIEST))) {
      throw Refusal.invalid("on", Message.of("a-reply-that-is-recorded-has"));
    }
    if (c.due() != null && (!c.reply().awaitsMore() || c.due().isBefore(on))) {
      throw Refusal.invalid("replyDue", Message.of("a-day-is-awaited-if-more"));
    }
    return List.of(new ActionEvent.ReplyRecorded(action.id(), c.reply(), c.due(), seat));
  }
}
