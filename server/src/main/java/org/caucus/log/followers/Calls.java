package org.caucus.log.followers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far a lane is called to read, by whom, and whether its thread runs. The lock is never held
 * across an await.
 */
final class Calls {
  private final ReentrantLock lock = new ReentrantLock();
  private long target;
  private boolean elsewhere;
  private @Nullable Promise<Void> running;

  /** Called to read that far; whether a thread has to be started for it. */
  boolean ring(long sequence) {
    return locked(
        () -> {
          target = Math.max(target, sequence);
          if (running != null) {
            return false;
          }
          running = Promise.promise();
          return true;
        });
  }

  /** Another node is expected to read that far, unless this one is at it anyway. */
  void expect(long sequence) {
    locked(
        () -> {
          target = Math.max(target, sequence);
          elsewhere |= running == null;
          return target;
        });
  }

  /** Another node is at it. */
  void leaveToOthers() {
    locked(() -> elsewhere = true);
  }

  /** Whether others are to be looked after; asked once, until the next call. */
  boolean takeLook() {
    return locked(
        () -> {
          boolean was = elsewhere;
          elsewhere = false;
          return was;
        });
  }

  /** Whether more than that is asked for, and nobody here is at it. */
  boolean isIdleBehind(long reached) {
    return locked(() -> running == null && target > reached);
  }

  long behind(long reached) {
    return locked(() -> Math.max(0, target - reached));
  }

  /** What was asked for and is not there is asked for no more. */
  void giveUpBeyond(long reached) {
    locked(() -> target = Math.min(target, reached));
  }

  /** Ends the thread's run unless more was asked for meanwhile; whether it did. */
  boolean endAt(long reached) {
    Promise<Void> ended = locked(() -> target <= reached ? taken() : null);
    if (ended != null) {
      ended.complete();
    }
    return ended != null;
  }

  /** Ends the thread's run, whatever was asked for. */
  void end() {
    Promise<Void> ended = locked(this::taken);
    if (ended != null) {
      ended.complete();
    }
  }

  private @Nullable Promise<Void> taken() {
    Promise<Void> was = running;
    running = null;
    return was;
  }

  Future<Void> whenIdle() {
    return locked(() -> running == null ? Future.succeededFuture() : running.future());
  }

  private <T extends @Nullable Object> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
