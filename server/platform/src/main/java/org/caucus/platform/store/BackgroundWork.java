package org.caucus.platform.store;

import java.util.function.Supplier;

/**
 * Work that nobody waits for: followers that catch up, keys that are looked up again, snapshots.
 * Its calls of the database have a few permits of their own, so that they may be thousands and a
 * call that serves somebody still finds a connection free. What such a call leads to, on whichever
 * thread its answer comes, is of the same kind; a thread that the work starts itself is not.
 */
public final class BackgroundWork {
  private static final ScopedValue<Boolean> ON = ScopedValue.newInstance();

  private BackgroundWork() {}

  /** Does this in the background, on the caller's thread. */
  public static void run(Runnable work) {
    ScopedValue.where(ON, true).run(work);
  }

  /** The same of what has a result. */
  public static <T> T get(Supplier<T> work) {
    return ScopedValue.where(ON, true).call(work::get);
  }

  /**
   * Not in the background, no matter who asks: what is done for many at once, some of whom wait.
   */
  public static <T> T apart(Supplier<T> work) {
    return ScopedValue.where(ON, false).call(work::get);
  }

  /** Whether this thread is at such work. */
  public static boolean isOn() {
    return ON.orElse(false);
  }
}
