package org.caucus.postmaster.answers;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.actions.Action;
import org.caucus.actions.ActionEvent;
import org.caucus.calendar.CalendarReply;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.email.Attachment;
import org.caucus.email.Automation;
import org.caucus.email.MailAddress;
import org.caucus.email.NamedAddress;
import org.caucus.email.text.ReadableText;
import org.caucus.letters.Intent;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.CalendarParts;
import org.caucus.postmaster.arrival.Incoming;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a calendar wrote (iMIP, RFC 6047) says what its person would say in one word. It
 * is taken from the person it is said to be from, about what it was sent to, and from nobody else.
 *
 * @param domain the mail domain, which events are named under
 */
public record CalendarAnswer(String domain) implements Step {
  @Override
  public Next take(Arrival arrival) {
    Optional<Action> action = answered(arrival);
    Optional<Attachment.Text> part = action.flatMap(a -> part(arrival.incoming()));
    if (action.isPresent()
        && parts(arrival.incoming()).anyMatch(p -> CalendarReply.isProposal(p.text(), method(p)))) {
      return Step.refuse(Words.OTHER_TIME);
    }
    return action.isEmpty() || part.isEmpty()
        ? other(arrival)
        : answer(arrival, action.get(), part.get());
  }

  /** What a machine wrote came so far because it might have been such an answer. */
  private static Next other(Arrival arrival) {
    Incoming incoming = arrival.incoming();
    return Automation.of(incoming.raw(), incoming.envelopeSender())
        .map(a -> Step.automatic(arrival, a))
        .orElse(Step.on(arrival));
  }

  private Next answer(Arrival arrival, Action action, Attachment.Text part) {
    List<CalendarReply> replies = replies(part);
    if (replies.isEmpty()) {
      return Step.refuse(
          CalendarReply.isPassedOn(part.text()) ? Words.PASSED_ON : Words.UNREAD_CALENDAR);
    }
    String uid = action.id() + "@" + domain;
    List<CalendarReply> ours = replies.stream().filter(r -> r.uid().equals(uid)).toList();
    if (ours.isEmpty()) {
      return Step.refuse(Words.OTHER_EVENT);
    }
    if (!ours.stream().allMatch(r -> isWriters(arrival, r.attendee()))) {
      return Step.refuse(Words.OTHER_ATTENDEE);
    }
    // of an event that is there twice one answer is kept, if it is one
    if (ours.stream().map(CalendarReply::answer).distinct().count() > 1) {
      return Step.refuse(Words.UNREAD_CALENDAR);
    }
    SeatId seat = arrival.seatId();
    if (seat == null || !arrival.workspace().access().canRead(seat, action.scope())) {
      return Step.refuse(Words.NOT_INVITED);
    }
    CalendarReply reply = ours.getLast();
    if (isOutdated(arrival, action, reply.sequence())) {
      return Step.refuse(Words.MOVED_EVENT);
    }
    String comment = ReadableText.tidy(reply.comment()).strip();
    // who says that they come says it of themselves, no matter who passed the invitation on to them
    Arrival own = comment.isEmpty() ? arrival.settled(Words.OTHERS_TICKET) : arrival;
    return Step.on(
        own.towards(new Intent.Answer(action.ref(), null, null, null, null, stamp(ours)))
            .saying(word(reply.answer()) + (comment.isEmpty() ? "" : "\n\n" + comment)));
  }

  /** Whether a calendar in a letter answers something, or proposes another time. */
  public static boolean isMeant(Incoming incoming) {
    return parts(incoming)
        .anyMatch(
            p ->
                CalendarReply.isMeant(p.text(), method(p))
                    || CalendarReply.isProposal(p.text(), method(p)));
  }

  /** When it was written; null if none of them says so. */
  private static @Nullable Instant stamp(List<CalendarReply> replies) {
    return replies.stream()
        .flatMap(reply -> Stream.ofNullable(reply.stamp()))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Their address, or another one that they hold: calendars answer for the one that was asked. */
  private static boolean isWriters(Arrival arrival, String attendee) {
    String author =
        arrival.incoming().author().map(NamedAddress::address).map(Object::toString).orElse("");
    return attendee.equalsIgnoreCase(author)
        || MailAddress.parse(attendee)
            .flatMap(arrival.beside()::holder)
            .filter(person -> person.equals(arrival.writer().person()))
            .isPresent();
  }

  /** Whose answers a calendar in this letter says it has, so that they can be looked up. */
  public static List<MailAddress> attendees(Incoming incoming) {
    return part(incoming).stream()
        .flatMap(part -> replies(part).stream())
        .flatMap(reply -> MailAddress.parse(reply.attendee()).stream())
        .distinct()
        .limit(CalendarParts.MAX_PARTS)
        .toList();
  }

  /** The action itself, not what somebody said about it. */
  private static Optional<Action> answered(Arrival arrival) {
    return arrival.intent() instanceof Intent.Answer a
            && a.answers() == null
            && a.parent().kind() == Ref.Kind.ACTION
        ? arrival.workspace().actions().find(a.parent().id())
        : Optional.empty();
  }

  /** The first calendar in it that is meant as an answer. */
  private static Optional<Attachment.Text> part(Incoming incoming) {
    return parts(incoming).filter(p -> CalendarReply.isMeant(p.text(), method(p))).findFirst();
  }

  private static Stream<Attachment.Text> parts(Incoming incoming) {
    return CalendarParts.in(incoming.raw(), incoming.letter()).stream();
  }

  private static String method(Attachment.Text part) {
    return part.parameters().getOrDefault("method", "");
  }

  private static List<CalendarReply> replies(Attachment.Text part) {
    return part.whole() ? CalendarReply.read(part.text()) : List.of();
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

  private static String word(CalendarReply.Answer answer) {
    return switch (answer) {
      case ACCEPTED -> "yes";
      case TENTATIVE -> "maybe";
      case DECLINED -> "no";
    };
  }
}
