package org.caucus.platform.spill;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/**
 * Has memory given back when the process has nothing to do: the serial collector does so with a
 * collection of all, and begins none while nothing is allocated. For one thread.
 */
public final class IdleHeapRelease {
  /** So long hardly anything was collected, so that hardly anything is done. */
  static final Duration LONG = Duration.ofMinutes(1);

  /** Collections within that time which clocks, probes and a reader or two bring about. */
  static final int FEW = 3;

  private static final List<GarbageCollectorMXBean> COLLECTORS =
      ManagementFactory.getGarbageCollectorMXBeans();

  private final Runnable giveBack;
  private long collections = -FEW - 1;
  private long since;
  private boolean given;

  /** Of this process. */
  public IdleHeapRelease() {
    this(HeapPressure::giveBack);
  }

  IdleHeapRelease(Runnable giveBack) {
    this.giveBack = giveBack;
  }

  /** Looks, now and then. */
  public void look() {
    long all = COLLECTORS.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    look(all, System.nanoTime());
  }

  /**
   * The same.
   *
   * @param all collections there were
   * @param nanos by {@link System#nanoTime}
   */
  void look(long all, long nanos) {
    if (all > collections + FEW) {
      given = false;
      begin(all, nanos);
    } else if (nanos - since >= LONG.toNanos()) {
      if (!given) {
        given = true;
        giveBack.run();
      }
      begin(all, nanos);
    }
  }

  /** From here on is looked how many there are. */
  private void begin(long all, long nanos) {
    collections = all;
    since = nanos;
  }
}
