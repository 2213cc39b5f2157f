package org.caucus.actions.plans;

import java.time.LocalDate;
import java.util.List;
import org.caucus.command.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What an action is, beside its title and time.
 *
 * @param allDay its time is whole days in its zone; its end is the midnight after the last one
 * @param organisations slugs of those that are to take part
 * @param link where a call is held; an http or https address, or empty
 * @param agenda what is to be gone through; may be empty
 * @param channel by which a submission goes to its agency, such as a portal or a desk
 * @param receipt what the agency gave for it, such as a reference number
 * @param replyDue the day by which the agency is to answer
 * @param replies what the agency answered
 * @param reminders when those who take part are reminded
 * @param links what it has to do with: a link is shown to who can read both ends
 */
public record Details(
    boolean allDay,
    List<String> organisations,
    List<Strategy> strategies,
    String link,
    String agenda,
    String channel,
    String receipt,
    @Nullable LocalDate replyDue,
    List<Reply> replies,
    List<Reminder> reminders,
    List<Ref> links) {
  private static final Details NONE =
      new Details(
          false, List.of(), List.of(), "", "", "", "", null, List.of(), List.of(), List.of());

  /** A copy that nobody else can change. */
  public Details {
    organisations = List.copyOf(organisations);
    strategies = List.copyOf(strategies);
    replies = List.copyOf(replies);
    reminders = List.copyOf(reminders);
    links = List.copyOf(links);
  }

  /** Nothing said. */
  public static Details none() {
    return NONE;
  }

  Details linked(List<Ref> others) {
    return new Details(
        allDay,
        organisations,
        strategies,
        link,
        agenda,
        channel,
        receipt,
        replyDue,
        replies,
        reminders,
        others);
  }

  /** What an agency answered to a submission, on which day. */
  public record Reply(LocalDate on, String text) {}
}
