package org.caucus.workspace;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.caucus.platform.spill.HeapPressure;

/**
 * Whether the heap is nearly full of what is in use. What a collection left is known only as it was
 * then; where much was let go since and little is asked for, none would come by itself, so one is
 * asked for now and then.
 */
final class RoomHeapCheck implements BooleanSupplier {
  /** Time between two collections that are asked for. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final AtomicLong looked = new AtomicLong(System.nanoTime() - LOOK_AGAIN.toNanos());

  @Override
  public boolean getAsBoolean() {
    long last = looked.get();
    long now = System.nanoTime();
    if (HeapPressure.isShort()
        && now - last >= LOOK_AGAIN.toNanos()
        && looked.compareAndSet(last, now)) {
      System.gc();
    }
    return HeapPressure.isShort();
  }
}
