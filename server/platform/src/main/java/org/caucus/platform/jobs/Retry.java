package org.caucus.platform.jobs;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.caucus.platform.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads again what a long job could not read, after a pause that is longer each time: one slow
 * answer of the database must not end the work of an hour.
 */
public final class Retry {
  /** Tries in all; their pauses come to two and a half minutes. Then the job is begun again. */
  static final int TRIES = 6;

  /** A pause is cut into such parts, so that a job which must stop hears of it. */
  private static final Duration PART = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Retry.class);

  private final Runnable meanwhile;
  private final Duration first;

  /**
   * For one read.
   *
   * @param meanwhile called every second of a pause; what it throws ends the read
   */
  public Retry(Runnable meanwhile) {
    this(meanwhile, JobBackoff.FIRST);
  }

  Retry(Runnable meanwhile, Duration first) {
    this.meanwhile = meanwhile;
    this.first = first;
  }

  /**
   * What is read. Blocks; for virtual threads.
   *
   * @param begun the first try
   * @param again another
   * @throws DatabaseException.Away after {@link #TRIES}
   */
  public <T> T read(Future<T> begun, Supplier<Future<T>> again) {
    Future<T> next = begun;
    for (int tries = 1; tries < TRIES; tries++) {
      try {
        return next.await();
      } catch (DatabaseException.Away e) {
        LOG.info("a read is tried again: {}", e.getClass().getSimpleName());
        pause(first.multipliedBy(1L << (tries - 1)));
        next = again.get();
      }
    }
    return next.await();
  }

  private void pause(Duration time) {
    for (Duration left = time; left.isPositive(); left = left.minus(PART)) {
      Duration part = left.compareTo(PART) < 0 ? left : PART;
      Executor later = CompletableFuture.delayedExecutor(part.toMillis(), TimeUnit.MILLISECONDS);
      Future.fromCompletionStage(CompletableFuture.runAsync(() -> {}, later)).await();
      meanwhile.run();
    }
  }
}
