package org.caucus.coalition.polls;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.capability.Notified;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Who is told of polls: those who are asked, its author, and of an answer its own voice. */
final class PollNotifications implements NotificationFacet<Polls.Held, PollEvent> {
  @Override
  public Set<Ref.Kind> followed() {
    return Set.of(Ref.Kind.POLL);
  }

  @Override
  public Optional<Notified> notified(Polls.Held now, PollEvent event, CommitEvents commit) {
    return now.polls().find(event.poll()).map(poll -> told(now, poll, event));
  }

  /** A reply to what asks, or to one's own answer, is an answer. */
  @Override
  public @Nullable Ref answered(PollEvent event) {
    return switch (event) {
      case PollEvent.PollOpened _,
          PollEvent.PollReminded _,
          PollEvent.PollExtended _,
          PollEvent.BallotCast _ ->
          Ref.to(Ref.Kind.POLL, event.poll());
      case PollEvent.PollClosed _,
          PollEvent.PollDecided _,
          PollEvent.PollReviewDue _,
          PollEvent.PollReviewed _,
          PollEvent.ObjectionResolved _ ->
          null;
    };
  }

  private static Notified told(Polls.Held now, Poll poll, PollEvent event) {
    return switch (event) {
      case PollEvent.PollOpened _, PollEvent.PollExtended _ ->
          only(poll, asked(now, poll)).because(NotificationReason.REQUEST);
      case PollEvent.PollReminded _ ->
          only(poll, silent(now, poll)).because(NotificationReason.REQUEST).urgently();
      case PollEvent.PollClosed _, PollEvent.PollDecided _, PollEvent.PollReviewed _ ->
          only(poll, and(asked(now, poll), now.members().heir(poll.openedBy())))
              .because(NotificationReason.FOLLOWED);
      case PollEvent.PollReviewDue _ ->
          only(poll, Set.of(now.members().heir(poll.openedBy())))
              .because(NotificationReason.DECISION)
              .urgently();
      case PollEvent.BallotCast e -> answered(now, poll, e.ballot());
      case PollEvent.ObjectionResolved e -> answered(now, poll, e.ballot());
    };
  }

  /**
   * All of its voice have it with its receipt; of an objection others can read the author hears.
   */
  private static Notified answered(Polls.Held now, Poll poll, String id) {
    Ballot ballot = poll.ballot(id).orElseThrow();
    Set<SeatId> own =
        now.members().active().stream()
            .map(Seat::id)
            .filter(seat -> Electorate.isOwn(now, poll, ballot, seat))
            .collect(Collectors.toSet());
    boolean isOpen = ballot.value().objects() && !poll.hides();
    Set<SeatId> all = isOpen ? and(own, now.members().heir(poll.openedBy())) : own;
    return only(poll, all).because(NotificationReason.REPLY).alsoActor().urgently();
  }

  private static Notified only(Poll poll, Set<SeatId> seats) {
    return Notified.only(poll.ref(), seats);
  }

  private static Set<SeatId> and(Set<SeatId> seats, SeatId more) {
    Set<SeatId> all = new HashSet<>(seats);
    all.add(more);
    return all;
  }

  private static Set<SeatId> asked(Polls.Held now, Poll poll) {
    return now.access().readers(poll.eligible()).stream()
        .filter(seat -> seat.role() != Role.OBSERVER)
        .map(Seat::id)
        .collect(Collectors.toSet());
  }

  /** Those of whose voice there is no answer yet. */
  private static Set<SeatId> silent(Polls.Held now, Poll poll) {
    return asked(now, poll).stream()
        .filter(seat -> Electorate.own(now, poll, seat).isEmpty())
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<NoticeContent> notice(Polls.Held now, PollEvent event, NoticeContext context) {
    return now.polls()
        .find(event.poll())
        .map(
            poll ->
                new NoticeContent(
                    poll.ref(),
                    poll.asked().title(),
                    event instanceof PollEvent.PollOpened,
                    "polls/" + poll.id(),
                    readers(now, poll, event),
                    body(now, poll, event, context)));
  }

  /** Who reads what is told: of an answer that is hidden its own voice. */
  private static Audience readers(Polls.Held now, Poll poll, PollEvent event) {
    return switch (event) {
      case PollEvent.BallotCast e -> readers(now, poll, e.ballot());
      case PollEvent.ObjectionResolved e -> readers(now, poll, e.ballot());
      case PollEvent.PollOpened _,
          PollEvent.PollExtended _,
          PollEvent.PollReminded _,
          PollEvent.PollClosed _,
          PollEvent.PollDecided _,
          PollEvent.PollReviewDue _,
          PollEvent.PollReviewed _ ->
          poll.asked().audience();
    };
  }

  private static Audience readers(Polls.Held now, Poll poll, String ballot) {
    return poll.ballot(ballot)
        .map(b -> PollCapability.readers(now, poll, b.organisation(), b.seat()).audience())
        .orElseThrow();
  }

  private static String body(Polls.Held now, Poll poll, PollEvent event, NoticeContext context) {
    PollNoticeMessages words = new PollNoticeMessages(context.language(), poll.asked());
    String who = context.who();
    return switch (event) {
      case PollEvent.PollOpened _ -> joined(words.opened(who), words.question(), words.forms());
      case PollEvent.PollReminded _ -> joined(words.reminded(), words.question(), words.forms());
      case PollEvent.PollExtended _ -> joined(words.extended(who), words.forms());
      case PollEvent.PollClosed e -> joined(words.closed(e.quorate()));
      case PollEvent.PollDecided e ->
          joined(words.decided(who), e.outcome(), words.reviewOn(e.reviewOn()));
      case PollEvent.PollReviewDue e -> words.reviewDue(e.on());
      case PollEvent.PollReviewed e ->
          joined(words.reviewed(who), e.text(), words.reviewOn(e.reviewOn()));
      case PollEvent.BallotCast e -> ballot(now, poll, e, words, context);
      case PollEvent.ObjectionResolved e -> joined(words.resolved(who), e.note());
    };
  }

  /** The receipt is for its own voice. */
  private static String ballot(
      Polls.Held now,
      Poll poll,
      PollEvent.BallotCast e,
      PollNoticeMessages words,
      NoticeContext context) {
    Ballot ballot = poll.ballot(e.ballot()).orElseThrow();
    boolean isOwn = Electorate.isOwn(now, poll, ballot, context.reader());
    return joined(
        words.answered(context.who(), now.members().called(e.organisation())),
        words.answer(e.value()),
        e.reason(),
        e.view() ? words.view() : "",
        isOwn ? words.receipt(Receipt.of(poll, ballot)) : "");
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
  }
}
