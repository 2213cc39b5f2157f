package org.caucus.postmaster.answers;

import java.util.Optional;
import org.caucus.actions.Action;
import org.caucus.actions.ActionEvent;
import org.caucus.actions.Commitment;
import org.caucus.calendar.CalendarReply;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.email.NamedAddress;
import org.caucus.letters.Intent;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Incoming;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.workspace.Workspace;

/**
 * An answer that a calendar wrote (iMIP, RFC 6047) says what its person would say in one word. It
 * is taken from whoever it is said to be from, about what it was sent to, and from nobody else.
 *
 * @param domain the mail domain, which events are named under
 */
public record CalendarAnswer(String domain) implements Step {
  private static final String TYPE = "text/calendar";

  @Override
  public Next take(Arrival arrival) {
    Optional<Action> action = answered(arrival);
    Optional<byte[]> part = action.flatMap(a -> part(arrival.incoming()));
    if (action.isEmpty() || part.isEmpty() || !CalendarReply.isMeant(part.get())) {
      return Step.on(arrival);
    }
    Optional<CalendarReply> reply = CalendarReply.read(part.get());
    if (reply.isEmpty()) {
      return Step.refuse(Words.UNREAD_CALENDAR);
    }
    if (!reply.get().uid().equals(action.get().id() + "@" + domain)) {
      return Step.refuse(Words.OTHER_EVENT);
    }
    String author =
        arrival.incoming().author().map(NamedAddress::address).map(Object::toString).orElse("");
    if (!reply.get().attendee().equalsIgnoreCase(author)) {
      return Step.refuse(Words.OTHER_ATTENDEE);
    }
    if (isOutdated(arrival, action.get(), reply.get().sequence())) {
      return Step.refuse(Words.MOVED_EVENT);
    }
    String comment = reply.get().comment().strip();
    return Step.on(
        arrival.saying(word(reply.get().answer()) + (comment.isEmpty() ? "" : "\n\n" + comment)));
  }

  /** The action itself, not what somebody said about it. */
  private static Optional<Action> answered(Arrival arrival) {
    return arrival.intent() instanceof Intent.Answer a
            && a.answers() == null
            && a.parent().kind() == Ref.Kind.ACTION
        ? arrival.workspace().actions().find(a.parent().id())
        : Optional.empty();
  }

  private static Optional<byte[]> part(Incoming incoming) {
    return incoming.letter().attachments().stream()
        .filter(part -> part.type().equals(TYPE))
        .findFirst()
        .map(part -> part.contentIn(incoming.raw()));
  }

  /**
   * Whether it was moved or called off since the edition that is answered (RFC 5546 section 2.1.5):
   * who said that they come then did not say that they come now.
   */
  private static boolean isOutdated(Arrival arrival, Action action, int sequence) {
    SeatId seat = arrival.seatId();
    if (sequence == CalendarReply.UNSAID || seat == null) {
      return false;
    }
    Workspace state = arrival.workspace();
    int newest = action.seenBy(state.access().asked(seat)).version() - 1;
    return state.history().reversed().stream()
        .flatMap(commit -> commit.events().reversed().stream())
        .filter(event -> changes(event, action.id()))
        .limit(Math.max(0, newest - sequence))
        .anyMatch(CalendarAnswer::moves);
  }

  /** Whether it makes another edition of the event. */
  private static boolean changes(Event event, String action) {
    return switch (event) {
      case ActionEvent.ActionEdited e -> e.id().equals(action);
      case ActionEvent.ActionDetailed e -> e.id().equals(action);
      case ActionEvent.ReplyRecorded e -> e.action().equals(action);
      default -> false;
    };
  }

  private static boolean moves(Event event) {
    return event instanceof ActionEvent.ActionEdited e && (e.when() != null || e.state() != null);
  }

  private static String word(Commitment.Answer answer) {
    return switch (answer) {
      case WILL -> "yes";
      case MAY -> "maybe";
      case WILL_NOT -> "no";
    };
  }
}
