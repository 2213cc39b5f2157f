package org.caucus.spill;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import javax.management.NotificationEmitter;

/**
 * Bounds what is free of the heap and was not collected. The serial collector lets the place for
 * what stays grow up to the limit of the heap before it collects it: 500 MB are resident where 80
 * are in use. So all is collected when that place has grown by {@link #LEAST_BYTES}, or by half of
 * what was in use, since it was last; but never for more than one part in {@link #SHARE} of the
 * time, for everything stands still meanwhile. Other collectors do so by themselves.
 */
public final class Growth {
  /** Less than this is not worth stopping everything for a moment. */
  static final long LEAST_BYTES = 64L * 1024 * 1024;

  /** Of the time, one part in so many for these collections. */
  static final int SHARE = 25;

  private static final String SERIAL = "Tenured Gen";

  private final MemoryPoolMXBean lasting;

  /** By {@link System#nanoTime}: before it nothing is collected. */
  private long earliest = System.nanoTime();

  private Growth(MemoryPoolMXBean lasting) {
    this.lasting = lasting;
  }

  /** Watches the heap of this process from now on, where its collector is the serial one. */
  public static void watch() {
    Optional<MemoryPoolMXBean> lasting =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals(SERIAL) && pool.isUsageThresholdSupported())
            .findFirst();
    lasting.map(Growth::new).ifPresent(Growth::begin);
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
    await(0);
  }

  /** Collects, or lets it grow on for a while. */
  private void grown() {
    long now = System.nanoTime();
    if (now - earliest >= 0) {
      Memory.giveBack();
      long after = System.nanoTime();
      earliest = after + (after - now) * (SHARE - 1);
    }
    await(lasting.getUsage().getUsed());
  }

  private void await(long used) {
    lasting.setUsageThreshold(next(used, lasting.getUsage().getMax()));
  }

  /**
   * How much is in use when all is collected again.
   *
   * @param used by now
   * @param most what there is room for
   */
  static long next(long used, long most) {
    return Math.min(most, used + Math.max(LEAST_BYTES, used / 2));
  }
}
