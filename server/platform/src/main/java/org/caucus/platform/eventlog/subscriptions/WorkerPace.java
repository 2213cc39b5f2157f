package org.caucus.platform.eventlog.subscriptions;

import java.time.Duration;

/**
 * How closely the beginnings of a lane follow each other. One that is called again and again begins
 * every {@link #EACH}, once it has begun {@link #AT_ONCE} times without a pause: commits that
 * follow closely share one read and one checkpoint. The lane's thread's own.
 */
final class WorkerPace {
  /** Time between two beginnings of a lane that is called all the time. */
  static final Duration EACH = Duration.ofMillis(100);

  /** How often a lane begins as soon as it is called. */
  static final int AT_ONCE = 10;

  private long begunUntil = System.nanoTime(); // each beginning takes its part of the time

  /** It begins: how much too early. */
  Duration early() {
    long now = System.nanoTime();
    begunUntil = Math.max(begunUntil, now) + EACH.toNanos();
    return Duration.ofNanos(Math.max(0, begunUntil - now - AT_ONCE * EACH.toNanos()));
  }
}
