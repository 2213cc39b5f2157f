package org.caucus.platform.eventlog.keys.rotation;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast a rotation goes, so that a server that is at work meanwhile is not held up, and how long
 * the old key stays after it.
 *
 * @param settle how long after a new key came in the old one may still be sealing somewhere: a node
 *     believes its keys for {@link org.caucus.platform.eventlog.Vault#TRUST}, and a write may be on
 *     its way
 * @param recordsPerSecond most records read, changed or not
 * @param bytesPerSecond most bytes of them
 * @param kept how long the old key stays beside the new one when all is sealed again: a write that
 *     was held up, by a machine that stood still or a line that hung, still comes to be read
 */
public record RotationPace(
    Duration settle, int recordsPerSecond, long bytesPerSecond, Duration kept) {
  /** Longer than any write of a server that goes on at all is on its way. */
  public static final Duration KEPT = Duration.ofDays(1);

  /**
   * With a MongoDB server, which others may be writing to. A write may wait 5 s for a server and 30
   * s for its answer, and is tried twice ({@link org.caucus.platform.store.Mongo}).
   */
  public static final RotationPace SHARED =
      new RotationPace(Duration.ofMinutes(2), 2_000, 32L << 20, KEPT);

  /** With the embedded database, where this process writes everything and knows the new key. */
  public static final RotationPace EMBEDDED =
      new RotationPace(Duration.ofSeconds(5), 2_000, 32L << 20, KEPT);

  /** Rests until a page begun at {@code startNanos} has taken the time it should. */
  void rest(long startNanos, int records, long bytes) {
    double seconds = Math.max((double) records / recordsPerSecond, (double) bytes / bytesPerSecond);
    long until = startNanos + (long) (seconds * Duration.ofSeconds(1).toNanos());
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
