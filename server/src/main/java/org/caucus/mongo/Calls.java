package org.caucus.mongo;

import com.mongodb.MongoTimeoutException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls of the driver, which block: each on a virtual thread of its own, as many at once as there
 * are connections. Whoever waits has its turn in the order it came in, which the driver's own pool
 * does not promise.
 */
final class Calls {
  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
  private static final ThreadFactory THREADS =
      Thread.ofVirtual().name("caucus-database-", 0).factory();

  private final Semaphore connections;
  private final Overdue overdue;

  /** For a pool of that many connections. */
  Calls(int connections, Overdue overdue) {
    this.connections = new Semaphore(connections, true);
    this.overdue = overdue;
  }

  /** What the call returns or throws, on the thread that made it. Returns at once. */
  <T> Future<T> call(Supplier<T> call) {
    var promise = overdue.<T>promise();
    THREADS.newThread(() -> make(call, promise)).start();
    return promise.future();
  }

  private <T> void make(Supplier<T> call, Promise<T> promise) {
    T result;
    try {
      connect();
      try {
        result = call.get();
      } finally {
        connections.release();
      }
    } catch (Exception | Error e) { // whatever it is, somebody waits to hear of it
      tell(() -> promise.tryFail(e));
      return;
    }
    tell(() -> promise.tryComplete(result));
  }

  private void connect() {
    try {
      if (connections.tryAcquire(Mongo.SERVER_SELECTION_TIMEOUT_MS, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a call", e);
    }
    throw new MongoTimeoutException("no connection was free in time");
  }

  /**
   * The same outcome on the caller's Vert.x context, if it has one; else on the thread that brings
   * it.
   */
  static <T> Future<T> onCaller(Future<T> future) {
    @Nullable Context context = Vertx.currentContext();
    if (context == null) {
      return future;
    }
    var promise = Promise.<T>promise();
    future.onComplete(result -> context.runOnContext(none -> promise.handle(result)));
    return promise.future();
  }

  /**
   * Gives one of many who wait what they wait for. A promise without a context hands what its
   * listeners throw to whoever completes it: that must not keep the next one waiting for ever.
   */
  static void tell(Runnable completion) {
    try {
      completion.run();
    } catch (Exception | Error e) { // theirs, and an overflown stack is no less theirs
      LOG.error("who was told what the database did failed: {}", e.getClass().getName());
    }
  }
}
