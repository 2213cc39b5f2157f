package org.caucus.kernel.support;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/**
 * Seeds for what tests draw: another each day, and all through a day the same, so that a test that
 * failed fails again when it is run again. {@code CAUCUS_SEED} repeats the day that a log names.
 * How often they draw is little in the whole suite, and more by {@code infra/bench/crashes}.
 */
public final class Seeds {
  private static final String GIVEN = "CAUCUS_SEED";
  private static final String TIMES = "CAUCUS_TEST_TIMES";

  private Seeds() {}

  /** The seed of today, which is printed with this name; never negative. */
  public static long ofToday(String test) {
    String given = System.getenv(GIVEN);
    long seed = given == null ? of(LocalDate.now(ZoneOffset.UTC)) : Long.parseLong(given);
    System.out.println(test + ": " + GIVEN + "=" + seed);
    return seed;
  }

  /** So many kills, letters or worlds as are usual; {@code CAUCUS_TEST_TIMES} times as many. */
  public static int times(int usual) {
    String times = System.getenv(TIMES);
    return times == null ? usual : Math.multiplyExact(usual, Integer.parseInt(times));
  }

  /** Far from that of the day before: a test may count on from its seed. */
  public static long of(LocalDate day) {
    return new SplittableRandom(day.toEpochDay()).nextLong() >>> 16;
  }
}
