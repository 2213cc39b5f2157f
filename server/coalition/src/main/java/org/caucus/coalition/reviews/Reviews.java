package org.caucus.coalition.reviews;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.instruments.Instruments;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.pcollections.PMap;

/** The reviews of a workspace, immutable. */
public record Reviews(PMap<String, Review> byId) {
  /** The key of this state. */
  public static final Slice<Reviews> SLICE =
      Slice.of(Reviews.class, new Reviews(PersistentMap.empty()));

  /** What anyone who holds the state of reviews can be asked. */
  public interface Held extends Instruments.Held {
    /** The reviews. */
    default Reviews reviews() {
      return slices().get(SLICE);
    }

    /** The review with this id, if this seat can read it; {@link Refusal} as absent otherwise. */
    default Review mustReadReview(String id, SeatId reader) {
      Review review = reviews().find(id).orElseThrow(Refusal::absent);
      access().mustRead(reader, review.scope(this));
      return review;
    }
  }

  /** The review with this id. */
  public Optional<Review> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The reviews of a text. */
  public Stream<Review> of(String instrument) {
    return byId.values().stream().filter(r -> r.terms().instrument().equals(instrument));
  }

  /** The reviews that this seat can read, newest first. */
  static List<Review> readable(Held now, SeatId reader) {
    Predicate<Scope> reads = now.access().asked(reader);
    return now.reviews().byId().values().stream()
        .filter(review -> reads.test(review.scope(now)))
        .sorted(Comparator.comparing(Review::openedAt).reversed().thenComparing(Review::id))
        .toList();
  }

  /** The state after an event. */
  public Reviews evolve(ReviewEvent event, CommitTime commit) {
    Instant at = commit.at();
    return with(
        switch (event) {
          case ReviewEvent.ReviewOpened e -> opened(e, at);
          case ReviewEvent.OrganisationsAsked e ->
              the(e).with(new Review.Course(Review.State.OPEN, at, at, null, null));
          case ReviewEvent.PositionsGiven e -> given(the(e), e, commit);
          case ReviewEvent.PositionsDrafted e -> drafted(the(e), e, commit);
          case ReviewEvent.ReviewDeclined e -> declined(the(e), e, commit);
          case ReviewEvent.ReviewExtended e -> extended(the(e), e, at);
          case ReviewEvent.ReviewReminded e -> the(e).with(the(e).course().told(at));
          case ReviewEvent.ReviewClosed e -> closed(the(e), at);
          case ReviewEvent.ReviewReported e -> reported(the(e), e, at);
          case ReviewEvent.ReviewPassedOn e -> the(e).keptBy(e.to());
          case ReviewEvent.SessionMoved e -> the(e).at(e.provision());
        });
  }

  /** The state after the audience of some text was changed: a review is for no more than that. */
  Reviews within(Held now) {
    Reviews after = this;
    for (Review review : byId.values()) {
      Optional<Instrument> text = now.instruments().find(review.terms().instrument());
      if (text.isPresent()) {
        Review.Terms terms = review.terms();
        Audience most = now.access().meet(terms.audience(), text.get().audience());
        after = after.with(review.with(terms.readBy(most)));
      }
    }
    return after;
  }

  private Review the(ReviewEvent event) {
    return Objects.requireNonNull(byId.get(event.review()));
  }

  private Reviews with(Review review) {
    return new Reviews(byId.plus(review.id(), review));
  }

  private static Review opened(ReviewEvent.ReviewOpened e, Instant at) {
    return new Review(
        e.id(), e.terms(), e.by(), e.by(), at, Review.Course.PLANNED, PersistentMap.empty(), null);
  }

  private static Review given(Review review, ReviewEvent.PositionsGiven e, CommitTime commit) {
    Answers answers = review.answersOf(e.organisation());
    for (Said said : e.said()) {
      answers =
          answers.gives(position(said, e.organisation(), e.audience(), e.via(), e.by(), commit));
    }
    return review.with(e.organisation(), answers);
  }

  private static Review drafted(Review review, ReviewEvent.PositionsDrafted e, CommitTime commit) {
    Answers answers = review.answersOf(e.organisation());
    for (Said said : e.said()) {
      answers =
          answers.drafts(position(said, e.organisation(), e.audience(), e.via(), e.by(), commit));
    }
    return review.with(e.organisation(), answers);
  }

  private static Position position(
      Said said,
      String organisation,
      Audience audience,
      Channel via,
      SeatId by,
      CommitTime commit) {
    return new Position(organisation, said, audience, by, commit.at(), via, commit.sequence());
  }

  private static Review declined(Review review, ReviewEvent.ReviewDeclined e, CommitTime commit) {
    Answers.Decline decline =
        new Answers.Decline(e.storedReason(), e.audience(), e.by(), commit.at(), commit.sequence());
    return review.with(e.organisation(), review.answersOf(e.organisation()).declines(decline));
  }

  /** One that was closed is open again. */
  private static Review extended(Review review, ReviewEvent.ReviewExtended e, Instant at) {
    Review.Course was = review.course();
    boolean isPlanned = was.askedAt() == null;
    Review.Course now =
        isPlanned
            ? Review.Course.PLANNED
            : new Review.Course(Review.State.OPEN, was.askedAt(), at, null, null);
    return review.with(review.terms().closing(e.closes())).with(now);
  }

  private static Review closed(Review review, Instant at) {
    Review.Course was = review.course();
    return review.with(
        new Review.Course(Review.State.CLOSED, was.askedAt(), was.toldAt(), at, null));
  }

  private static Review reported(Review review, ReviewEvent.ReviewReported e, Instant at) {
    Review.Course was = review.course();
    Review.Report report = new Review.Report(e.storedText(), e.by(), at);
    return review.with(
        new Review.Course(
            Review.State.REPORTED, was.askedAt(), was.toldAt(), was.closedAt(), report));
  }
}
