package org.caucus.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Soon, then rarely, for five whole days. */
class BackoffTest {
  private static final Instant PUT = Instant.parse("2026-06-15T09:00:00Z");

  @Test
  void aLetterThatIsRefusedForNowIsTriedUntilItsFiveDaysAreOver() {
    List<Duration> tries = new ArrayList<>();
    Optional<Instant> next = Optional.of(PUT);
    while (next.isPresent()) {
      tries.add(Duration.between(PUT, next.get()));
      next = Backoff.USUAL.next(PUT, tries.size(), next.get());
    }

    assertThat(tries)
        .startsWith(
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofMinutes(6),
            Duration.ofMinutes(21),
            Duration.ofMinutes(81),
            Duration.ofMinutes(321))
        .endsWith(Duration.ofDays(5))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsTriedForTheFirstTimeWhenTheyAreOverIsNotTriedAgain() {
    assertThat(Backoff.USUAL.next(PUT, 1, PUT.plus(Duration.ofDays(5)))).isEmpty();
    assertThat(Backoff.USUAL.next(PUT, 1, PUT.plus(Duration.ofDays(5)).minusSeconds(1)))
        .contains(PUT.plus(Duration.ofDays(5)));
  }
}
