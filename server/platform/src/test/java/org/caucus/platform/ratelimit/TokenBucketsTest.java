package org.caucus.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Counting goes on when somebody sets the clock, and when very many are counted. */
class TokenBucketsTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-14T09:00:00Z"));
  private final TokenBuckets counts =
      new TokenBuckets(now::get, new TokenBuckets.Limit(3, Duration.ofMinutes(1)));

  private void pass(Duration time) {
    now.updateAndGet(t -> t.plus(time));
  }

  private long three(String key) {
    counts.count(key);
    counts.count(key);
    return counts.count(key);
  }

  @Test
  void aClockThatIsSetBackKeepsNobodyOutForLonger() {
    assertThat(three("omar")).isZero();
    pass(Duration.ofHours(-1));
    assertThat(counts.count("omar")).isPositive().isLessThanOrEqualTo(20);
    pass(Duration.ofMinutes(1));
    assertThat(three("omar")).isZero();
    assertThat(counts.count("omar")).isPositive();
    pass(Duration.ofHours(1));
    assertThat(three("omar")).isZero();
  }

  /** Somebody with many network addresses asks in the name of others until all is forgotten. */
  @Test
  void aFloodOfOthersDoesNotMakeWhatWasUsedUpNew() {
    assertThat(three("omar")).isZero();

    for (int i = 0; i < 3 * TokenBuckets.COUNTED; i++) {
      assertThat(counts.count("other " + i)).isZero();
    }

    assertThat(counts.count("omar")).isPositive();
  }
}
