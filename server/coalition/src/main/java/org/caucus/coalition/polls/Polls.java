package org.caucus.coalition.polls;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.actions.Actions;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.pcollections.PMap;

/** The polls of a workspace, immutable. */
public record Polls(PMap<String, Poll> byId) {
  /** Where polls are: a place for everyone. */
  public static final Scope PLACE = Scope.place(Audience.everyone());

  /** The key of this state. */
  public static final Slice<Polls> SLICE = Slice.of(Polls.class, new Polls(PersistentMap.empty()));

  /** What anyone who holds the state of polls can be asked. A time that is chosen is an action. */
  public interface Held extends Actions.Held {
    /** The polls. */
    default Polls polls() {
      return slices().get(SLICE);
    }

    /** The poll with this id, if this seat can read it; {@link Refusal} as absent otherwise. */
    default Poll mustReadPoll(String id, SeatId reader) {
      Poll poll = polls().find(id).orElseThrow(Refusal::absent);
      access().mustRead(reader, poll.scope(this));
      return poll;
    }
  }

  /** The poll with this id. */
  public Optional<Poll> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The state after an event. */
  public Polls evolve(PollEvent event, Instant at) {
    return with(
        switch (event) {
          case PollEvent.PollOpened e -> Poll.opened(e, at);
          case PollEvent.BallotCast e -> cast(the(e), Ballot.of(e, at));
          case PollEvent.ObjectionResolved e -> resolved(the(e), e, at);
          case PollEvent.PollPassedOn e -> the(e).keptBy(e.to());
          case PollEvent.PollExtended e -> the(e).extended(e.closes());
          case PollEvent.PollReminded e -> reminded(the(e), e.closes());
          case PollEvent.PollClosed e -> closed(the(e), e, at);
          case PollEvent.PollDecided e -> decided(the(e), e, at);
          case PollEvent.PollReviewDue e -> due(the(e), e);
          case PollEvent.PollReviewed e -> reviewed(the(e), e, at);
        });
  }

  /**
   * The state after the audience of some thing was changed: a poll that hangs on one is for no more
   * than read that, also when that is opened again.
   */
  Polls within(Members.Held now) {
    Polls after = this;
    for (Poll poll : byId.values()) {
      Optional<Scope> thing = Optional.ofNullable(poll.on()).flatMap(now::scopeOf);
      if (thing.isPresent()) {
        after = after.with(narrowed(now, poll, thing.get().audience()));
      }
    }
    return after;
  }

  private static Poll narrowed(Members.Held now, Poll poll, Audience most) {
    Poll.Question asked = poll.asked();
    return poll.with(
        asked.readBy(
            now.access().meet(asked.audience(), most), now.access().meet(asked.eligible(), most)));
  }

  private Poll the(PollEvent event) {
    return Objects.requireNonNull(byId.get(event.poll()));
  }

  private Polls with(Poll poll) {
    return new Polls(byId.plus(poll.id(), poll));
  }

  private static Poll cast(Poll poll, Ballot ballot) {
    return poll.with(poll.ballots().plus(ballot));
  }

  private static Poll resolved(Poll poll, PollEvent.ObjectionResolved e, Instant at) {
    PersistentVector<Ballot> ballots = PersistentVector.empty();
    for (Ballot b : poll.ballots()) {
      boolean isIt = b.id().equals(e.ballot());
      ballots =
          ballots.plus(isIt ? b.resolved(new Ballot.Resolution(e.storedNote(), e.by(), at)) : b);
    }
    return poll.with(ballots);
  }

  private static Poll reminded(Poll poll, Instant closes) {
    Poll.Course c = poll.course();
    return poll.with(
        new Poll.Course(c.state(), closes, c.closing(), c.outcome(), c.reviews(), c.reviewDue()));
  }

  private static Poll closed(Poll poll, PollEvent.PollClosed e, Instant at) {
    Poll.Course c = poll.course();
    Poll.Closing closing = new Poll.Closing(e.by(), at, e.quorate(), e.asked());
    return poll.with(
        new Poll.Course(Poll.State.CLOSED, c.remindedFor(), closing, null, List.of(), null));
  }

  private static Poll decided(Poll poll, PollEvent.PollDecided e, Instant at) {
    Poll.Course c = poll.course();
    Poll.Outcome outcome =
        new Poll.Outcome(e.storedOutcome(), e.option(), e.action(), e.reviewOn(), e.by(), at);
    return poll.with(
        new Poll.Course(
            Poll.State.DECIDED, c.remindedFor(), c.closing(), outcome, List.of(), null));
  }

  private static Poll due(Poll poll, PollEvent.PollReviewDue e) {
    Poll.Course c = poll.course();
    return poll.with(
        new Poll.Course(c.state(), c.remindedFor(), c.closing(), c.outcome(), c.reviews(), e.on()));
  }

  /** Decided it stays until it was looked at for the last time. */
  private static Poll reviewed(Poll poll, PollEvent.PollReviewed e, Instant at) {
    Poll.Course c = poll.course();
    Poll.Outcome was = Objects.requireNonNull(c.outcome());
    Poll.Outcome now =
        new Poll.Outcome(
            was.storedText(), was.option(), was.action(), e.reviewOn(), was.by(), was.at());
    List<Poll.Review> reviews =
        Stream.concat(c.reviews().stream(), Stream.of(new Poll.Review(e.storedText(), e.by(), at)))
            .toList();
    Poll.State state = e.reviewOn() == null ? Poll.State.REVIEWED : Poll.State.DECIDED;
    return poll.with(
        new Poll.Course(state, c.remindedFor(), c.closing(), now, reviews, c.reviewDue()));
  }
}
