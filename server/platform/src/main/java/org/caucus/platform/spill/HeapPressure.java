package org.caucus.platform.spill;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether the heap is nearly full of what is in use. */
public final class HeapPressure {
  /** Of the room for what stays, so many percent in use after a collection are too many. */
  static final int SHORT_PERCENT = 88;

  private static final List<MemoryPoolMXBean> LASTING =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP && isLasting(pool.getName()))
          .toList();

  private HeapPressure() {}

  private static boolean isLasting(String pool) {
    String name = pool.toLowerCase(Locale.ROOT);
    return name.contains("old") || name.contains("tenured");
  }

  /** Whether long work has to stop, before the process does. */
  public static boolean isShort() {
    return LASTING.stream().anyMatch(pool -> isShort(pool.getCollectionUsage()));
  }

  /** The same of what was in use after the last collection; null if there was none. */
  static boolean isShort(@Nullable MemoryUsage after) {
    return after != null
        && after.getMax() > 0
        && after.getUsed() > after.getMax() / 100 * SHORT_PERCENT;
  }

  /**
   * Has what is free of the heap given back to the system, as far as the flags of the JVM let it: a
   * collection of all, which stops everything for a moment. After long work.
   */
  public static void giveBack() {
    System.gc();
  }

  /** Whether a failure comes from a full heap, whatever it is wrapped in. */
  public static boolean isCauseOf(@Nullable Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof OutOfMemoryError || isOutOfMemory(at.getMessage())) {
        return true;
      }
    }
    return false;
  }

  /** Libraries put the words of a cause into their own message. */
  private static boolean isOutOfMemory(@Nullable String message) {
    return message != null && message.contains("OutOfMemoryError");
  }
}
