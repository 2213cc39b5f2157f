package org.caucus.messaging.notifications.actions;

import java.util.Optional;
import java.util.function.Function;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.kernel.Event;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.calendar.CalendarInvitation;
import org.caucus.messaging.calendar.CalendarMessages;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Workspace;

/**
 * Which notices of actions a calendar reads as well: those that say when it is, or that it is not.
 */
public final class CalendarPart {
  private CalendarPart() {}

  /**
   * The invitation or cancellation that goes with a notice; empty if it changes no calendar.
   *
   * @param answers where its recipient's calendar answers about an action; empty if it cannot
   */
  public static Optional<Composition.CalendarPart> of(
      Workspace state,
      Event event,
      Seat seat,
      MailAddress to,
      Function<Action, Optional<MailAddress>> answers,
      Site site,
      Language language) {
    CalendarMessages words = new CalendarMessages(language);
    return action(event)
        .flatMap(state.actions()::find)
        .filter(CalendarInvitation::isPossible)
        .filter(a -> !isPast(a))
        .map(
            a ->
                CalendarInvitation.of(
                    state, a, seat, to, answers.apply(a).orElse(null), site, words))
        .map(i -> new Composition.CalendarPart(i.method(), i.text()));
  }

  /** What is done needs no place in a calendar any more. */
  private static boolean isPast(Action action) {
    return action.state() == Action.State.DONE;
  }

  private static Optional<String> action(Event event) {
    return switch (event) {
      case ActionEvent.ActionPlanned e -> Optional.of(e.id());
      case ActionEvent.ActionEdited e -> Optional.of(e.id());
      case ActionEvent.ActionDetailed e -> Optional.of(e.id());
      case AudienceEvent.Widened e -> Optional.of(e.of().id());
      default -> Optional.empty();
    };
  }
}
