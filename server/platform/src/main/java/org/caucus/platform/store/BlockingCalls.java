package org.caucus.platform.store;

import com.mongodb.MongoTimeoutException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls of the driver, which block: each on a virtual thread of its own, as many at once as there
 * are connections. Anyone who waits has its turn in the order it came in, which the driver's own
 * pool does not promise. What is done in the {@link BackgroundWork} waits for one of few permits
 * first, and longer: it never has more than those of the connections.
 */
final class BlockingCalls {
  private static final Logger LOG = LoggerFactory.getLogger(BlockingCalls.class);
  private static final ThreadFactory THREADS =
      Thread.ofVirtual().name("caucus-database-", 0).factory();

  /** Connections that background work has at most. */
  static final int BACKGROUND_PERMITS = 4;

  /** How long a call waits for a connection, as for a server. */
  private static final Duration CONNECTION_PATIENCE =
      Duration.ofMillis(Mongo.SERVER_SELECTION_TIMEOUT_MS);

  /** How long a call in the background waits for its turn: less than the overdue are given. */
  static final Duration BACKGROUND_PATIENCE = Duration.ofMinutes(2);

  private final Semaphore connections;
  private final Semaphore background;
  private final DatabaseTimeouts overdue;
  private final LongAdder made = new LongAdder();

  /** For a pool of that many connections. */
  BlockingCalls(int connections, DatabaseTimeouts overdue) {
    this.connections = new Semaphore(connections, true);
    this.background = new Semaphore(Math.min(BACKGROUND_PERMITS, connections), true);
    this.overdue = overdue;
  }

  /** What the call returns or throws, on the thread that made it. Returns at once. */
  <T> Future<T> call(Supplier<T> call) {
    var promise = overdue.<T>promise();
    made.increment();
    boolean behind = BackgroundWork.isOn();
    THREADS
        .newThread(
            () -> {
              if (behind) {
                BackgroundWork.run(
                    () ->
                        make(
                            () -> inTurn(background, BACKGROUND_PATIENCE, () -> connected(call)),
                            promise));
              } else {
                make(() -> connected(call), promise);
              }
            })
        .start();
    return promise.future();
  }

  /** How many calls were made so far. */
  long made() {
    return made.sum();
  }

  private static <T> void make(Supplier<T> call, Promise<T> promise) {
    T result;
    try {
      result = call.get();
    } catch (Exception | Error e) { // whatever it is, somebody waits to hear of it
      tell(() -> promise.tryFail(e));
      return;
    }
    tell(() -> promise.tryComplete(result));
  }

  private <T> T connected(Supplier<T> call) {
    return inTurn(connections, CONNECTION_PATIENCE, call);
  }

  private static <T> T inTurn(Semaphore permits, Duration atMost, Supplier<T> call) {
    try {
      if (!permits.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new MongoTimeoutException("no connection was free in time");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a call", e);
    }
    try {
      return call.get();
    } finally {
      permits.release();
    }
  }

  /**
   * The same outcome on the caller's Vert.x context, if it has one; else on the thread that brings
   * it. What follows from a call in the background is done there, no matter who brings its outcome.
   */
  static <T> Future<T> onCaller(Future<T> future) {
    @Nullable Context context = Vertx.currentContext();
    boolean behind = BackgroundWork.isOn();
    if (context == null && !behind) {
      return future;
    }
    var promise = Promise.<T>promise();
    future.onComplete(
        result -> {
          Runnable told =
              behind
                  ? () -> BackgroundWork.run(() -> promise.handle(result))
                  : () -> promise.handle(result);
          if (context == null) {
            told.run();
          } else {
            context.runOnContext(none -> told.run());
          }
        });
    return promise.future();
  }

  /**
   * Gives one of many who wait what they wait for. A promise without a context hands what its
   * listeners throw to the thread that completes it: that must not keep the next one waiting for
   * ever.
   */
  static void tell(Runnable completion) {
    try {
      completion.run();
    } catch (Exception | Error e) { // theirs, and an overflown stack is no less theirs
      LOG.error("who was told what the database did failed: {}", e.getClass().getName());
    }
  }
}
