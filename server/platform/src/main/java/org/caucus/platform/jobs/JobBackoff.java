package org.caucus.platform.jobs;

import java.time.Duration;

/**
 * How long is waited until what failed is tried again: each time twice as long, then once a day.
 */
public final class JobBackoff {
  /** What failed so often in a row is tried once a day from then on, and the operator told. */
  public static final int GIVEN_UP = 12;

  /** Time to the second try; each further one takes twice as long, up to {@link #LONGEST}. */
  public static final Duration FIRST = Duration.ofSeconds(5);

  /** Most time between two tries, until it is given up. */
  public static final Duration LONGEST = Duration.ofHours(1);

  /** Time between two tries of what was given up. */
  public static final Duration DAILY = Duration.ofDays(1);

  private JobBackoff() {}

  /** The time to the next try, after so many failures in a row. */
  public static Duration after(int failures) {
    if (failures >= GIVEN_UP) {
      return DAILY;
    }
    Duration pause = FIRST.multipliedBy(1L << (failures - 1));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
