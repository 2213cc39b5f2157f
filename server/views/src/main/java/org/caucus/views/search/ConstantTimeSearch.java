package org.caucus.views.search;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Has searches take one of a few times, whatever they are about. A word that stands in hidden text
 * alone costs a few microseconds more than one that stands nowhere, and the first search after
 * something hidden was said reads that on: neither can be told from when its answer comes (R8),
 * unless it makes a search miss a step. Steps double, so that there are few to miss.
 */
final class ConstantTimeSearch {
  /** The first step, in milliseconds: many times what a search needs, as a rule. */
  static final long LEAST_MILLIS = 5;

  /** The last, in milliseconds; what takes longer is answered when it is done. */
  static final long MOST_MILLIS = 640;

  private ConstantTimeSearch() {}

  /**
   * A moment at which a search can be answered.
   *
   * @param waits kept open; completed to let go of the timer
   */
  private record Step(long millis, Promise<Void> waits, Future<Void> comes) {
    private static Step after(long millis) {
      Promise<Void> waits = Promise.promise();
      return new Step(millis, waits, waits.future().timeout(millis, TimeUnit.MILLISECONDS));
    }
  }

  /**
   * What is found, or thrown, and not before the next step. All steps are set before it is begun:
   * set when it is done, one would be as late as that was within a millisecond.
   */
  static <T> T timed(Supplier<T> search) {
    long began = System.nanoTime();
    List<Step> steps =
        LongStream.iterate(LEAST_MILLIS, ms -> ms <= MOST_MILLIS, ms -> 2 * ms)
            .mapToObj(Step::after)
            .toList();
    try {
      return search.get();
    } finally {
      long took = System.nanoTime() - began;
      steps.stream()
          .filter(step -> took < TimeUnit.MILLISECONDS.toNanos(step.millis()))
          .findFirst()
          .ifPresent(step -> step.comes().otherwiseEmpty().await());
      steps.forEach(step -> step.waits().tryComplete());
    }
  }
}
