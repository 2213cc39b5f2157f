package org.caucus.search;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Has a search take as long as all others do, though it may be done sooner. A word that stands in
 * hidden text alone costs a few microseconds more than one that stands nowhere, and the first
 * search after something hidden was said reads that on: neither can be told from when its answer
 * comes (R8).
 */
final class Evenly {
  /** So long, in milliseconds: many times what a search needs. */
  static final long LEAST_MILLIS = 5;

  private Evenly() {}

  /** What is found, or thrown, and not before its time. The time runs from before it is begun. */
  static <T> T timed(Supplier<T> search) {
    Future<Void> least =
        Promise.<Void>promise().future().timeout(LEAST_MILLIS, TimeUnit.MILLISECONDS);
    try {
      return search.get();
    } finally {
      least.otherwiseEmpty().await();
    }
  }
}
