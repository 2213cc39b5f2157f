package org.caucus.postmaster.answers;

import java.util.Optional;
import org.caucus.actions.Action;
import org.caucus.actions.Commitment;
import org.caucus.calendar.CalendarReply;
import org.caucus.command.Ref;
import org.caucus.email.Attachment;
import org.caucus.email.NamedAddress;
import org.caucus.letters.Intent;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Incoming;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

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
    Optional<CalendarReply> reply = action.flatMap(a -> reply(arrival.incoming()));
    if (action.isEmpty() || reply.isEmpty()) {
      return Step.on(arrival);
    }
    if (!reply.get().uid().equals(action.get().id() + "@" + domain)) {
      return Step.refuse(Words.OTHER_EVENT);
    }
    String author =
        arrival.incoming().author().map(NamedAddress::address).map(Object::toString).orElse("");
    if (!reply.get().attendee().equalsIgnoreCase(author)) {
      return Step.refuse(Words.OTHER_ATTENDEE);
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

  private static Optional<CalendarReply> reply(Incoming incoming) {
    for (Attachment part : incoming.letter().attachments()) {
      if (part.type().equals(TYPE) && part.size() <= CalendarReply.MAX_OCTETS) {
        return CalendarReply.read(part.contentIn(incoming.raw()));
      }
    }
    return Optional.empty();
  }

  private static String word(Commitment.Answer answer) {
    return switch (answer) {
      case WILL -> "yes";
      case MAY -> "maybe";
      case WILL_NOT -> "no";
    };
  }
}
