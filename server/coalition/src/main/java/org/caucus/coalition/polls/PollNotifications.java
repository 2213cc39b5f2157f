package org.caucus.coalition.polls;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.ChangeLines;
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

  /** While the poll is open a reply is an answer, unless it begins as a comment does. */
  @Override
  public @Nullable Ref answered(PollEvent event) {
    return Ref.to(Ref.Kind.POLL, event.poll());
  }

  @Override
  public Optional<NoticeContent> comment(
      Polls.Held now, Ref thing, String words, NoticeContext context) {
    return now.polls()
        .find(thing.id())
        .map(poll -> content(poll, false, poll.asked().audience(), words));
  }

  private static Notified told(Polls.Held now, Poll poll, PollEvent event) {
    return switch (event) {
      case PollEvent.PollOpened _, PollEvent.PollExtended _ ->
          only(poll, asked(now, poll)).because(NotificationReason.REQUEST);
      case PollEvent.PollReminded _ ->
          only(poll, silent(now, poll)).because(NotificationReason.REQUEST).urgently();
      case PollEvent.PollClosed _, PollEvent.PollDecided _, PollEvent.PollReviewed _ ->
          only(poll, and(asked(now, poll), keepers(now, poll)))
              .because(NotificationReason.FOLLOWED);
      case PollEvent.PollReviewDue _ ->
          only(poll, keepers(now, poll)).because(NotificationReason.DECISION).urgently();
      case PollEvent.PollPassedOn e -> {
        Set<SeatId> to = e.to() == null ? Set.of() : Set.of(e.to());
        yield only(poll, to).giving(to);
      }
      case PollEvent.BallotCast e -> answered(now, poll, e.ballot());
      case PollEvent.ObjectionResolved e -> answered(now, poll, e.ballot());
    };
  }

  /** Who sees to it; where nobody does, the convenors who can read it. */
  private static Set<SeatId> keepers(Polls.Held now, Poll poll) {
    SeatId keeper = poll.keeper();
    return keeper != null
        ? Set.of(now.members().heir(keeper))
        : now.members().convenors().stream().map(Seat::id).collect(Collectors.toSet());
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
    Set<SeatId> all = isOpen ? and(own, keepers(now, poll)) : own;
    return only(poll, all).because(NotificationReason.REPLY).alsoActor().urgently();
  }

  private static Notified only(Poll poll, Set<SeatId> seats) {
    return Notified.only(poll.ref(), seats);
  }

  private static Set<SeatId> and(Set<SeatId> seats, Set<SeatId> more) {
    Set<SeatId> all = new HashSet<>(seats);
    all.addAll(more);
    return all;
  }

  private static Set<SeatId> asked(Polls.Held now, Poll poll) {
    return now.access().readers(poll.eligible(now)).stream()
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
                content(
                    poll,
                    event instanceof PollEvent.PollOpened,
                    readers(now, poll, event),
                    body(now, poll, event, context)));
  }

  private static NoticeContent content(Poll poll, boolean isNew, Audience readers, String body) {
    return new NoticeContent(
        poll.ref(), poll.asked().title(), isNew, "polls/" + poll.id(), readers, body);
  }

  /** Who reads what is told: of an answer that is hidden its own voice. */
  private static Audience readers(Polls.Held now, Poll poll, PollEvent event) {
    return switch (event) {
      case PollEvent.BallotCast e -> readers(now, poll, e.ballot());
      case PollEvent.ObjectionResolved e -> readers(now, poll, e.ballot());
      case PollEvent.PollOpened _,
          PollEvent.PollPassedOn _,
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
    Supplier<ChangeLines> changes = () -> PollChangeLines.of(now, poll, event, context, words);
    return switch (event) {
      case PollEvent.PollOpened _ ->
          joined(words.opened(who), about(now, poll, words), words.question(), words.forms());
      case PollEvent.PollReminded _ -> joined(words.reminded(), words.question(), words.forms());
      case PollEvent.PollExtended _ ->
          joined(changes.get().after(words.extended(who)), words.kept(), words.forms());
      case PollEvent.PollPassedOn _ -> changes.get().after(words.passedOn(who));
      case PollEvent.PollClosed e -> joined(words.closed(e.quorate()));
      case PollEvent.PollDecided e ->
          changes.get().before().isPresent()
              ? changes.get().after(words.decidedAgain(who))
              : joined(words.decided(who), e.outcome(), words.reviewOn(e.reviewOn()));
      case PollEvent.PollReviewDue e -> words.reviewDue(e.on());
      case PollEvent.PollReviewed e ->
          e.reviewOn() == null
              ? joined(words.reviewed(who), e.text())
              : joined(changes.get().after(words.reviewedNext(who)), e.text());
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

  /** What it hangs on: all who read the poll read that. */
  private static String about(Polls.Held now, Poll poll, PollNoticeMessages words) {
    return Optional.ofNullable(poll.on()).flatMap(now::item).map(words::about).orElse("");
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
  }
}
