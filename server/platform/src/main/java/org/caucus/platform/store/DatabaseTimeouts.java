package org.caucus.platform.store;

import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Answers of the database that somebody waits for. The driver and the disk end what they are asked
 * by limits of their own; an answer that was lost on the way would be waited for for ever, by a
 * follower or by the host that hands in a letter. It ends as one of a database that is away: nobody
 * knows whether it was done, and a caller that must go on tries again.
 */
final class DatabaseTimeouts {
  /**
   * Longer than anything that still comes: a call waits 5 s for a server, 5 s for a connection and
   * 30 s for its answer, and the driver tries it twice.
   */
  static final Duration LIMIT = Duration.ofMinutes(3);

  private static final long LOOK_EVERY_SECONDS = 5;

  private static final DatabaseTimeouts ALL = watching();

  private final ConcurrentMap<Promise<?>, Long> waiting = new ConcurrentHashMap<>();

  /** What all databases of this process have been asked. */
  static DatabaseTimeouts all() {
    return ALL;
  }

  private static DatabaseTimeouts watching() {
    DatabaseTimeouts overdue = new DatabaseTimeouts();
    var looking =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("caucus-database-overdue").factory());
    var unused =
        looking.scheduleWithFixedDelay(
            () -> overdue.look(System.nanoTime()),
            LOOK_EVERY_SECONDS,
            LOOK_EVERY_SECONDS,
            TimeUnit.SECONDS);
    return overdue;
  }

  /** A promise that fails with {@link DatabaseException.Away} if nobody else ends it in time. */
  <T> Promise<T> promise() {
    Promise<T> promise = Promise.promise();
    waiting.put(promise, System.nanoTime());
    promise.future().onComplete(ended -> waiting.remove(promise));
    return promise;
  }

  /** Ends those that have waited for too long. */
  void look(long nowNanos) {
    waiting.forEach(
        (promise, since) -> {
          if (nowNanos - since > LIMIT.toNanos()) {
            BlockingCalls.tell(() -> promise.tryFail(late()));
          }
        });
  }

  private static DatabaseException late() {
    return new DatabaseException.Away(
        "the database has not answered within " + LIMIT.toSeconds() + " s", null);
  }

  /** How many are waited for. */
  int size() {
    return waiting.size();
  }
}
