package org.caucus.messaging.calendar;

import java.util.List;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.actions.Rsvp;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * One action for the calendar of the person who gets a letter about it (RFC 5546, RFC 6047): only
 * they are an attendee, so nobody is told who else is asked.
 *
 * @param method {@code REQUEST} or {@code CANCEL}
 * @param text the iCalendar object
 */
public record CalendarInvitation(String method, String text) {
  /** For one seat, in English. */
  public static CalendarInvitation of(
      Workspace state,
      Action action,
      Seat seat,
      MailAddress to,
      @Nullable MailAddress answers,
      Site site) {
    return of(state, action, seat, to, answers, site, CalendarMessages.ENGLISH);
  }

  /**
   * For one seat.
   *
   * @param words what it says itself, in its reader's language
   * @param answers where a calendar sends its answer; null if it cannot
   */
  public static CalendarInvitation of(
      Workspace state,
      Action action,
      Seat seat,
      MailAddress to,
      @Nullable MailAddress answers,
      Site site,
      CalendarMessages words) {
    boolean off = action.state() == Action.State.CALLED_OFF;
    String method = off ? "CANCEL" : "REQUEST";
    MailAddress organizer =
        answers == null ? site.address(state.members().slug() + "+notices") : answers;
    CalendarEvents events = new CalendarEvents(state, site, words);
    events.begin(method);
    events.zones(List.of(action));
    events
        .event(action.seenBy(state.access().asked(seat.id())), off)
        .put("ORGANIZER;CN=" + CalendarWriter.quoted(state.members().name()), "mailto:" + organizer)
        .put(
            "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT="
                + status(action.presence().answers().get(seat.id().value()))
                + (off || answers == null ? "" : ";RSVP=TRUE")
                + ";CN="
                + CalendarWriter.quoted(seat.name()),
            "mailto:" + to);
    events.close();
    return new CalendarInvitation(method, events.end());
  }

  /** Whether an action can be in a calendar. */
  public static boolean isPossible(Action action) {
    return CalendarEvents.hasTime(action);
  }

  private static String status(@Nullable Rsvp rsvp) {
    return rsvp == null ? "NEEDS-ACTION" : status(rsvp.answer());
  }

  private static String status(Commitment.Answer answer) {
    return switch (answer) {
      case WILL -> "ACCEPTED";
      case MAY -> "TENTATIVE";
      case WILL_NOT -> "DECLINED";
    };
  }
}
