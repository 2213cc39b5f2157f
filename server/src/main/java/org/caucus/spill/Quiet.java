package org.caucus.spill;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/**
 * Has memory given back when the process has nothing to do: the serial collector does so with a
 * collection of all, and begins none while nothing is allocated. For one thread.
 */
public final class Quiet {
  /** So long nothing was collected: hardly anything is done. */
  static final Duration LONG = Duration.ofMinutes(1);

  private static final List<GarbageCollectorMXBean> COLLECTORS =
      ManagementFactory.getGarbageCollectorMXBeans();

  private final Runnable giveBack;
  private long collections = -1;
  private long since;
  private boolean given;

  /** Memory was given back, and the collection that this takes is not counted yet. */
  private boolean awaited;

  /** Of this process. */
  public Quiet() {
    this(Memory::giveBack);
  }

  Quiet(Runnable giveBack) {
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
    if (all != collections) {
      given = awaited && all == collections + 1;
      awaited = false;
      collections = all;
      since = nanos;
    } else if (!given && nanos - since >= LONG.toNanos()) {
      given = true;
      awaited = true;
      giveBack.run();
    }
  }
}
