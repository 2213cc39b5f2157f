package org.caucus.messaging.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a letter is tried again (RFC 5321 section 4.5.4.1).
 *
 * @param delays after the first try, the second, and so on; the last one for all that follow
 * @param giveUpAfter age of a parcel at which it is not tried again
 */
public record Backoff(List<Duration> delays, Duration giveUpAfter) {
  /** Soon, then rarely; five days in all, as the RFC asks. */
  public static final Backoff USUAL =
      new Backoff(
          List.of(
              Duration.ofMinutes(1),
              Duration.ofMinutes(5),
              Duration.ofMinutes(15),
              Duration.ofHours(1),
              Duration.ofHours(4)),
          Duration.ofDays(5));

  /** Keeps the delays as they are now. */
  public Backoff {
    delays = List.copyOf(delays);
  }

  /**
   * When a letter is tried again: the last time at the end of its days, and not hours before.
   *
   * @param put when it was put
   * @param attempts tries so far, from 1
   * @return empty if its days are over
   */
  Optional<Instant> next(Instant put, int attempts, Instant now) {
    Instant end = put.plus(giveUpAfter);
    Instant next = now.plus(after(attempts));
    return now.isBefore(end) ? Optional.of(next.isBefore(end) ? next : end) : Optional.empty();
  }

  /** The delay after this many tries, from 1. */
  Duration after(int attempts) {
    return delays.get(Math.min(attempts, delays.size()) - 1);
  }
}
