package org.caucus.kernel.support;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * How what a thread computes grows with its input. Both are measured in turn in the same run, so
 * that neither a slow machine nor a busy one decides.
 */
public final class Growth {
  /** How much more the larger input is. */
  public static final int TIMES = 4;

  /**
   * What work grows by at most whose steps are as many as its input is long: twice as much as they
   * do. What looks at all of its input for each piece of it grows by sixteen.
   */
  public static final double LINEAR = 8;

  private static final int FEWEST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 30;
  private static final long ENOUGH_NANOS = Duration.ofMillis(400).toNanos();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Growth() {}

  /**
   * How many times as long the work takes of {@link #TIMES} times as much.
   *
   * @param most the size of the larger input
   * @param work makes the work of an input of a size; making it is not measured
   */
  public static double of(int most, IntFunction<Runnable> work) {
    return between(work.apply(most / TIMES), work.apply(most));
  }

  /** How many times as long the second takes, by the best round of each. */
  public static double between(Runnable little, Runnable much) {
    little.run(); // what is compiled on the way is not measured
    much.run();
    long leastOfLittle = Long.MAX_VALUE;
    long leastOfMuch = Long.MAX_VALUE;
    long spent = 0;
    for (int i = 0; i < FEWEST_ROUNDS || (i < MOST_ROUNDS && spent < ENOUGH_NANOS); i++) {
      long first = nanos(little);
      long second = nanos(much);
      leastOfLittle = Math.min(leastOfLittle, first);
      leastOfMuch = Math.min(leastOfMuch, second);
      spent += first + second;
    }
    return (double) leastOfMuch / Math.max(1, leastOfLittle);
  }

  /** How long the thread waits for a processor is not in it. */
  private static long nanos(Runnable work) {
    long before = THREADS.getCurrentThreadCpuTime();
    work.run();
    return THREADS.getCurrentThreadCpuTime() - before;
  }
}
