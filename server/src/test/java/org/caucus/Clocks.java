package org.caucus;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Time in tests, so that none depends on how busy the machine is. */
public final class Clocks {
  /** How long a test waits for what must come. Where it comes at once, this costs nothing. */
  public static final Duration LONG = Duration.ofSeconds(60);

  private Clocks() {}

  /**
   * What a thread of this process computes for it; how long it waits for a processor is not in it.
   */
  public static Duration computing(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
  }
}
