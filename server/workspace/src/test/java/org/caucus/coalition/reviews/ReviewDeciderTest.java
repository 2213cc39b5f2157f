package org.caucus.coalition.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.coalition.reviews.Draft.ALL;
import static org.caucus.coalition.reviews.Draft.REVIEW;
import static org.caucus.coalition.reviews.Draft.WEEK;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Refusal;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** Who opens a review, whom it asks, and how it ends. */
class ReviewDeciderTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void aReviewIsForNoMoreThanReadTheText() {
    Given given = Draft.adopted(Audience.civilSociety());

    given
        .when(Parties.AMINA, Draft.open(given, List.of("press"), Audience.everyone()))
        .refused(Refusal.Kind.INVALID, "audience");
    given
        .when(Parties.CHIKA, Draft.open(given, List.of("chirp"), Audience.everyone()))
        .refused(Refusal.Kind.ABSENT);
    Given opened = given.does(Parties.AMINA, Draft.open(given, List.of("press"), null));
    assertThat(Draft.review(opened).terms().audience()).isEqualTo(Audience.civilSociety());
    assertThat(Draft.review(opened).state()).isEqualTo(Review.State.OPEN);
  }

  @Test
  void nobodyIsAskedWhoCannotReadTheReview() {
    Given given = Draft.adopted(Audience.everyone());

    assertThat(
            given
                .when(
                    Parties.AMINA,
                    Draft.open(given, List.of("press", "chirp"), Audience.civilSociety()))
                .refused(Refusal.Kind.INVALID, "organisations")
                .why())
        .isEqualTo("Chirp cannot read this review. Choose a wider audience, or do not ask it.");
    given
        .when(Parties.AMINA, Draft.open(given, List.of("nobody"), Audience.everyone()))
        .refused(Refusal.Kind.INVALID, "organisations");
    given
        .when(Parties.AMINA, Draft.open(given, List.of(), Audience.everyone()))
        .refused(Refusal.Kind.INVALID, "organisations");
    given
        .when(
            Parties.AMINA,
            Draft.open(
                given,
                IntStream.rangeClosed(0, Review.MAX_ORGANISATIONS).mapToObj(n -> "o" + n).toList(),
                Audience.everyone()))
        .refused(Refusal.Kind.INVALID, "organisations");
  }

  @Test
  void aTextHasSoManyOpenReviewsAndNoMore() {
    Given given = Draft.adopted(Audience.everyone());
    ReviewCommand.OpenReview open = Draft.open(given, ALL, Audience.everyone());
    Review.Terms terms =
        Draft.review(given.does(Parties.AMINA, open)).terms().closing(given.at().plus(WEEK));
    for (int i = 0; i < Review.MAX_OPEN; i++) {
      given = given.and(new ReviewEvent.ReviewOpened("review" + i, terms, Parties.AMINA));
    }

    given.when(Parties.AMINA, open).refused(Refusal.Kind.CONFLICT);
    given.and(new ReviewEvent.ReviewClosed("review0", null)).when(Parties.AMINA, open).last();
  }

  @Test
  void aPlannedReviewAsksNobodyUntilItOpens() {
    Given given = Draft.adopted(Audience.everyone());
    ReviewCommand.OpenReview now = Draft.open(given, ALL, Audience.everyone());
    Instant opens = given.at().plus(DAY);
    ReviewCommand.OpenReview later =
        new ReviewCommand.OpenReview(
            now.instrument(),
            null,
            opens,
            now.closes(),
            now.zone(),
            now.brief(),
            now.organisations(),
            now.audience());

    Given planned = given.does(Parties.AMINA, later);
    assertThat(Draft.review(planned).state()).isEqualTo(Review.State.PLANNED);
    assertThat(
            planned
                .when(Parties.BOLA, Draft.give(null, Stance.SUPPORT, "", null))
                .refused(Refusal.Kind.CONFLICT)
                .why())
        .isEqualTo("This review opens on 2026-06-02 10:21 Africa/Lagos. Answer then.");
    planned.when(null, new ReviewCommand.AdvanceReview(REVIEW)).refused(Refusal.Kind.CONFLICT);

    Given open = planned.later(DAY).does(null, new ReviewCommand.AdvanceReview(REVIEW));
    assertThat(Draft.review(open).state()).isEqualTo(Review.State.OPEN);
    open.when(Parties.BOLA, Draft.give(null, Stance.SUPPORT, "", null)).last();
  }

  @Test
  void theReviewRemindsAtHalfOfItsTimeAndOnTheLastDayThenCloses() {
    Given open = Draft.reviewed();
    Review review = Draft.review(open);
    Instant asked = review.course().askedAt();
    assertThat(asked).isNotNull();
    assertThat(ReviewTimes.due(review)).contains(asked.plus(WEEK.dividedBy(2)).minusSeconds(30));

    Given half = open.later(WEEK.dividedBy(2)).does(null, new ReviewCommand.AdvanceReview(REVIEW));
    Instant lastDay = review.terms().closes().minus(DAY);
    assertThat(ReviewTimes.due(Draft.review(half))).contains(lastDay);

    // nine tenths of a week are a few hours after that: one letter is enough
    Given last =
        half.later(WEEK.dividedBy(2).minus(DAY))
            .does(null, new ReviewCommand.AdvanceReview(REVIEW));
    assertThat(ReviewTimes.due(Draft.review(last))).contains(review.terms().closes());

    Given closed = last.later(DAY).does(null, new ReviewCommand.AdvanceReview(REVIEW));
    assertThat(Draft.review(closed).state()).isEqualTo(Review.State.CLOSED);
    assertThat(ReviewTimes.due(Draft.review(closed))).isEmpty();
  }

  @Test
  void itsKeeperExtendsItClosesItAndReports() {
    Given open = Draft.reviewed();
    var longer = new ReviewCommand.ExtendReview(REVIEW, open.at().plus(WEEK.multipliedBy(2)));
    open.when(Parties.BOLA, longer).refused(Refusal.Kind.FORBIDDEN);
    open.when(Parties.AMINA, new ReviewCommand.ExtendReview(REVIEW, open.at().plus(DAY)))
        .refused(Refusal.Kind.INVALID, "closes");
    open.when(Parties.AMINA, new ReviewCommand.ReportReview(REVIEW, "Too early."))
        .refused(Refusal.Kind.CONFLICT);

    Given closed = open.does(Parties.AMINA, new ReviewCommand.CloseReview(REVIEW));
    closed
        .when(Parties.AMINA, new ReviewCommand.CloseReview(REVIEW))
        .refused(Refusal.Kind.CONFLICT);
    Given again = closed.does(Parties.AMINA, longer);
    assertThat(Draft.review(again).isOpen(again.at())).isTrue();

    Given reported =
        closed.does(Parties.AMINA, new ReviewCommand.ReportReview(REVIEW, "Nine oppose it."));
    assertThat(Draft.review(reported).state()).isEqualTo(Review.State.REPORTED);
    reported.when(Parties.AMINA, longer).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void aReminderByHandIsNotSentSoonAfterAnotherLetter() {
    Given open = Draft.reviewed();
    var remind = new ReviewCommand.RemindAsked(REVIEW);
    open.when(Parties.AMINA, remind).refused(Refusal.Kind.CONFLICT);
    Given later = open.later(Duration.ofHours(13));
    later.when(Parties.BOLA, remind).refused(Refusal.Kind.FORBIDDEN);
    later.does(Parties.AMINA, remind).when(Parties.AMINA, remind).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void onlyItsKeeperMovesASession() {
    Given open = Draft.reviewed();
    var move = new ReviewCommand.MoveSession(REVIEW, Draft.at(open, "i.2"));
    open.when(Parties.BOLA, move).refused(Refusal.Kind.FORBIDDEN);
    open.when(Parties.AMINA, new ReviewCommand.MoveSession(REVIEW, "none"))
        .refused(Refusal.Kind.INVALID, "provision");
    assertThat(Draft.review(open.does(Parties.AMINA, move)).session())
        .isEqualTo(Draft.at(open, "i.2"));
  }
}
