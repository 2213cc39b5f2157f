package org.caucus.platform.eventlog.subscriptions;

import java.time.Duration;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.store.DatabaseException;

/**
 * How often and how long apart.
 *
 * @param tries how often a handler gets the same record before it becomes a dead letter
 * @param first the wait after the first failure; each next is four times as long
 * @param longest no wait is longer, also not for a database that is away; dead letters that the
 *     operator wants tried again are looked for so often
 */
public record RetryPolicy(int tries, Duration first, Duration longest) {
  /** Five tries within about nine seconds. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(5, Duration.ofMillis(100), Duration.ofSeconds(10));

  private static final int FACTOR = 4;

  /** Checks that there is at least one try. */
  public RetryPolicy {
    if (tries < 1) {
      throw new IllegalArgumentException("tries is at least 1, not " + tries);
    }
  }

  /**
   * It is no fault of the record, but of this process: a newer one, or one that knows more, can.
   */
  static boolean isForOthers(Throwable failure) {
    return failure instanceof LogException.Newer || failure instanceof LogException.Behind;
  }

  /**
   * It is no fault of the record: the database is away, or its workspace cannot be loaded, be it
   * that the memory is full.
   */
  static boolean isForLater(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseException.Away
          || cause instanceof LogException.NotLoaded
          || cause instanceof LogException.Crowded) {
        return true;
      }
    }
    return false;
  }

  /** The wait after the {@code failures}-th failure in a row, counted from 1. */
  Duration after(int failures) {
    var wait = first;
    for (int i = 1; i < failures && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(FACTOR);
    }
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
