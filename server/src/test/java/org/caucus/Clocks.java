package org.caucus;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

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

  /**
   * From now until the next ten o'clock in the morning, UTC: a test that lets minutes pass on a
   * clock that is so far ahead does not cross six o'clock, or midnight, because of when it runs.
   */
  public static Duration untilTen() {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    OffsetDateTime ten = now.truncatedTo(ChronoUnit.DAYS).withHour(10);
    return Duration.between(now, ten.isBefore(now) ? ten.plusDays(1) : ten);
  }
}
