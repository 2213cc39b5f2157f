package org.caucus.kernel.support;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Time in tests, so that none depends on how busy the machine is, nor on when it runs. */
public final class Clocks {
  /** How long a test waits for what must come. Where it comes at once, this costs nothing. */
  public static final Duration LONG = Duration.ofSeconds(60);

  private Clocks() {}

  /**
   * A clock that begins at ten in the morning, UTC, of today or tomorrow, and goes on as that on
   * the wall: anyone who lets minutes pass crosses no midnight and no hour at which letters leave,
   * whenever the test runs.
   */
  public static InstantSource fromTen() {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    OffsetDateTime ten = now.truncatedTo(ChronoUnit.DAYS).withHour(10);
    Duration ahead = Duration.between(now, ten.isBefore(now) ? ten.plusDays(1) : ten);
    return () -> Instant.now().plus(ahead);
  }

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
