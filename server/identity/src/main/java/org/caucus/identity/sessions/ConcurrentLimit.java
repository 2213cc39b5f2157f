package org.caucus.identity.sessions;

import io.vertx.core.Future;
import java.util.function.Supplier;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.Refusal;

/**
 * Limits that hold however many come at once, on however many nodes, without a counter: each counts
 * all that are there once it is there itself, and goes again if it is one too many. Of several that
 * come at the very end all may be told to try again.
 */
public final class ConcurrentLimit {
  private ConcurrentLimit() {}

  /**
   * Demands that there are no more than {@code most}, of which the one that just came is one.
   *
   * @param count how many there are
   * @param goes takes away what just came; nothing of what was there before, since it may be in use
   * @return fails with {@code tooMany}, or {@link Overloaded} where there is room again
   */
  public static Future<Void> of(
      int most,
      Supplier<Future<Integer>> count,
      Supplier<? extends Future<?>> goes,
      Supplier<Refusal> tooMany) {
    return count
        .get()
        .compose(
            all ->
                all <= most
                    ? Future.succeededFuture()
                    : goes.get()
                        .compose(v -> count.get())
                        .compose(
                            left ->
                                Future.failedFuture(
                                    left < most ? new Overloaded() : tooMany.get())));
  }
}
