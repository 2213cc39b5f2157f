package org.caucus.platform.spill;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.management.NotificationEmitter;

/**
 * Bounds what is free of the heap and was not collected. The serial collector lets the place for
 * what stays grow up to the limit of the heap before it collects it: 500 MB are resident where 80
 * are in use. So all is collected when that place has grown by {@link #LEAST_BYTES}, or by half of
 * what was in use, since it was last; but never for more than one part in {@link #SHARE} of the
 * time, for everything stands still meanwhile. Other collectors do so by themselves.
 */
public final class HeapGrowthLimit {
  /** Less than this is not worth stopping everything for a moment. */
  static final long LEAST_BYTES = 32L * 1024 * 1024;

  /** Of the time, one part in so many for these collections. */
  static final int SHARE = 10;

  private static final String SERIAL = "Tenured Gen";

  private final ReentrantLock lock = new ReentrantLock();
  private final MemoryPoolMXBean lasting;

  /** So much is to be in use when all is collected again. */
  private long due;

  /** By {@link System#nanoTime}: before it nothing is collected. */
  private long earliest = System.nanoTime();

  private HeapGrowthLimit(MemoryPoolMXBean lasting) {
    this.lasting = lasting;
  }

  /** Watches the heap of this process from now on, where its collector is the serial one. */
  public static void watch() {
    Optional<MemoryPoolMXBean> lasting =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals(SERIAL) && pool.isUsageThresholdSupported())
            .findFirst();
    lasting.map(HeapGrowthLimit::new).ifPresent(HeapGrowthLimit::begin);
  }

  private void begin() {
    NotificationEmitter told = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
    told.addNotificationListener(
        (notification, none) -> {
          if (notification.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED)) {
            grown();
          }
        },
        null,
        null);
    due = next(0, lasting.getUsage().getMax());
    lasting.setUsageThreshold(due);
  }

  /** Collects, now or as soon as it may. */
  private void grown() {
    lock.lock();
    try {
      look();
    } finally {
      lock.unlock();
    }
  }

  private void look() {
    long now = System.nanoTime();
    if (lasting.getUsage().getUsed() < due) { // the JVM had no room left and did it itself
      lasting.setUsageThreshold(due);
    } else if (now - earliest < 0) {
      lasting.setUsageThreshold(0); // asks for nothing until then
      CompletableFuture.delayedExecutor(earliest - now, TimeUnit.NANOSECONDS).execute(this::grown);
    } else {
      HeapPressure.giveBack();
      long after = System.nanoTime();
      earliest = after + (after - now) * (SHARE - 1);
      due = next(lasting.getUsage().getUsed(), lasting.getUsage().getMax());
      lasting.setUsageThreshold(due);
    }
  }

  /**
   * How much is in use when all is collected again.
   *
   * @param used after the last time
   * @param most what there is room for
   */
  static long next(long used, long most) {
    return Math.min(most, used + Math.max(LEAST_BYTES, used / 2));
  }
}
