package org.caucus.coalition.reviews;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When something is due in a review. */
public final class ReviewTimes {
  private static final int[] PERCENT = {50, 90};
  private static final Duration LAST_DAY = Duration.ofDays(1);

  private ReviewTimes() {}

  /** When it opens, when those who have not answered are reminded next, or when it closes. */
  public static Optional<Instant> due(Review review) {
    return switch (review.state()) {
      case PLANNED -> Optional.of(review.terms().opens());
      case OPEN -> Optional.of(reminder(review).orElse(review.terms().closes()));
      case CLOSED, REPORTED -> Optional.empty();
    };
  }

  /** The next one is never soon after those who are asked heard from the review. */
  private static Optional<Instant> reminder(Review review) {
    Instant asked = review.course().askedAt();
    Instant told = review.course().toldAt();
    if (asked == null || told == null) {
      return Optional.empty();
    }
    Instant from = told.plus(ReviewDecider.BETWEEN_REMINDERS);
    return reminders(asked, review.terms().closes()).stream()
        .filter(when -> when.isAfter(from))
        .findFirst();
  }

  /** At 50 % and 90 % of the time, and a day before the end; in order. */
  static List<Instant> reminders(Instant asked, Instant closes) {
    List<Instant> all = new ArrayList<>();
    long millis = Duration.between(asked, closes).toMillis();
    for (int percent : PERCENT) {
      all.add(asked.plusMillis(millis / 100 * percent));
    }
    return Stream.concat(all.stream(), Stream.of(closes.minus(LAST_DAY)))
        .filter(when -> when.isAfter(asked))
        .sorted()
        .toList();
  }
}
