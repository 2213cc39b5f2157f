package org.caucus.platform.eventlog.subscriptions;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far a lane is called to read, by whom, and whether its thread runs. The lock is never held
 * across an await.
 */
final class WakeUps {
  private final ReentrantLock lock = new ReentrantLock();
  private long target;
  private boolean elsewhere;
  private @Nullable Run running;

  /**
   * One run of the lane's thread. It ends once: a thread that is on its way out must not end the
   * run that was begun after its own, or two would read at once.
   */
  static final class Run {
    private final Promise<Void> ended = Promise.promise();
  }

  /** Called to read that far; the run for which a thread has to be started, if one has to be. */
  Optional<Run> ring(long sequence) {
    return locked(
        () -> {
          target = Math.max(target, sequence);
          if (running != null) {
            return Optional.empty();
          }
          running = new Run();
          return Optional.of(running);
        });
  }

  /** Nobody called, but there is something to be done; the run, unless one is under way. */
  Optional<Run> begin() {
    return ring(0);
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

  /** Whether this run has not ended. */
  boolean isAt(Run run) {
    return locked(() -> run.equals(running));
  }

  /** Ends this run unless more was asked for meanwhile; whether it did. */
  boolean endAt(Run run, long reached) {
    boolean ended = locked(() -> target <= reached && finished(run));
    if (ended) {
      run.ended.complete();
    }
    return ended;
  }

  /** Ends this run, whatever was asked for, unless it has ended. */
  void end(Run run) {
    if (locked(() -> finished(run))) {
      run.ended.complete();
    }
  }

  private boolean finished(Run run) {
    boolean was = run.equals(running);
    if (was) {
      running = null;
    }
    return was;
  }

  Future<Void> whenIdle() {
    return locked(() -> running == null ? Future.succeededFuture() : running.ended.future());
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
