package org.caucus.messaging.inbound.pipeline.signed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.itip.ItipReply;
import org.caucus.mail.message.Attachment;
import org.caucus.mail.message.Automation;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.text.ReadableText;
import org.caucus.messaging.inbound.pipeline.CalendarParts;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a calendar wrote (iMIP, RFC 6047) says what its person would say in one word. It
 * is taken from the person it is said to be from, about what it was sent to, and from nobody else.
 *
 * @param domain the mail domain, which events are named under
 */
public record CalendarAnswer(String domain) implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Optional<Action> action = answered(arrival);
    Optional<Attachment.Text> part = action.flatMap(a -> part(arrival.incoming()));
    if (action.isPresent()
        && parts(arrival.incoming()).anyMatch(p -> ItipReply.isProposal(p.text(), method(p)))) {
      return PipelineStep.refuse(RefusalMessages.OTHER_TIME);
    }
    return action.isEmpty() || part.isEmpty()
        ? other(arrival)
        : answer(arrival, action.get(), part.get());
  }

  /** What a machine wrote came so far because it might have been such an answer. */
  private static Next other(PipelineContext arrival) {
    IncomingLetter incoming = arrival.incoming();
    return Automation.of(incoming.raw(), incoming.envelopeSender())
        .map(a -> PipelineStep.automatic(arrival, a))
        .orElse(PipelineStep.on(arrival));
  }

  private Next answer(PipelineContext arrival, Action action, Attachment.Text part) {
    List<ItipReply> replies = replies(part);
    if (replies.isEmpty()) {
      return PipelineStep.refuse(
          ItipReply.isPassedOn(part.text())
              ? RefusalMessages.PASSED_ON
              : RefusalMessages.UNREAD_CALENDAR);
    }
    String uid = action.id() + "@" + domain;
    List<ItipReply> ours = replies.stream().filter(r -> r.uid().equals(uid)).toList();
    if (ours.isEmpty()) {
      return PipelineStep.refuse(RefusalMessages.OTHER_EVENT);
    }
    if (!ours.stream().allMatch(r -> isWriters(arrival, r.attendee()))) {
      return PipelineStep.refuse(RefusalMessages.OTHER_ATTENDEE);
    }
    // of an event that is there twice one answer is kept, if it is one
    if (ours.stream().map(ItipReply::answer).distinct().count() > 1) {
      return PipelineStep.refuse(RefusalMessages.UNREAD_CALENDAR);
    }
    SeatId seat = arrival.seatId();
    if (seat == null || !arrival.workspace().access().canRead(seat, action.scope())) {
      return PipelineStep.refuse(RefusalMessages.NOT_INVITED);
    }
    ItipReply reply = ours.getLast();
    if (isOutdated(arrival, action, reply.sequence())) {
      return PipelineStep.refuse(RefusalMessages.MOVED_EVENT);
    }
    String comment = ReadableText.tidy(reply.comment()).strip();
    // who says that they come says it of themselves, no matter who passed the invitation on to them
    PipelineContext own =
        comment.isEmpty() ? arrival.settled(RefusalMessages.OTHERS_TICKET) : arrival;
    return PipelineStep.on(
        own.towards(new LetterReply(action.ref(), null, null, null, null, stamp(ours)))
            .saying(word(reply.answer()) + (comment.isEmpty() ? "" : "\n\n" + comment)));
  }

  /** Whether a calendar in a letter answers something, or proposes another time. */
  public static boolean isMeant(IncomingLetter incoming) {
    return parts(incoming)
        .anyMatch(
            p ->
                ItipReply.isMeant(p.text(), method(p))
                    || ItipReply.isProposal(p.text(), method(p)));
  }

  /** When it was written; null if none of them says so. */
  private static @Nullable Instant stamp(List<ItipReply> replies) {
    return replies.stream()
        .flatMap(reply -> Stream.ofNullable(reply.stamp()))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Their address, or another one that they hold: calendars answer for the one that was asked. */
  private static boolean isWriters(PipelineContext arrival, String attendee) {
    String author =
        arrival.incoming().author().map(NamedAddress::address).map(Object::toString).orElse("");
    return attendee.equalsIgnoreCase(author)
        || MailAddress.parse(attendee)
            .flatMap(arrival.beside()::holder)
            .filter(person -> person.equals(arrival.writer().person()))
            .isPresent();
  }

  /** Whose answers a calendar in this letter says it has, so that they can be looked up. */
  public static List<MailAddress> attendees(IncomingLetter incoming) {
    return part(incoming).stream()
        .flatMap(part -> replies(part).stream())
        .flatMap(reply -> MailAddress.parse(reply.attendee()).stream())
        .distinct()
        .limit(CalendarParts.MAX_PARTS)
        .toList();
  }

  /** The action itself, not what somebody said about it. */
  private static Optional<Action> answered(PipelineContext arrival) {
    return arrival.intent() instanceof LetterReply a
            && a.answers() == null
            && a.parent().kind() == Ref.Kind.ACTION
        ? arrival.workspace().actions().find(a.parent().id())
        : Optional.empty();
  }

  /** The first calendar in it that is meant as an answer. */
  private static Optional<Attachment.Text> part(IncomingLetter incoming) {
    return parts(incoming).filter(p -> ItipReply.isMeant(p.text(), method(p))).findFirst();
  }

  private static Stream<Attachment.Text> parts(IncomingLetter incoming) {
    return CalendarParts.in(incoming.raw(), incoming.letter()).stream();
  }

  private static String method(Attachment.Text part) {
    return part.parameters().getOrDefault("method", "");
  }

  private static List<ItipReply> replies(Attachment.Text part) {
    return part.whole() ? ItipReply.read(part.text()) : List.of();
  }

  /**
   * Whether it was moved or called off since the edition that is answered (RFC 5546 section 2.1.5):
   * who said that they come then did not say that they come now.
   */
  private static boolean isOutdated(PipelineContext arrival, Action action, int sequence) {
    SeatId seat = arrival.seatId();
    if (sequence == ItipReply.UNSAID || seat == null) {
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

  private static String word(ItipReply.Answer answer) {
    return switch (answer) {
      case ACCEPTED -> "yes";
      case TENTATIVE -> "maybe";
      case DECLINED -> "no";
    };
  }
}
