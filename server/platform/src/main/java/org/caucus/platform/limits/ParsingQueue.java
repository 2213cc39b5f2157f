package org.caucus.platform.limits;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What waits to be read: members' input first, strangers' one at a time. */
final class ParsingQueue {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final Deque<Turn> members = new ArrayDeque<>();
  private final Deque<Turn> strangers = new ArrayDeque<>();
  private final int most;
  private boolean strangersAtWork;
  private boolean closed;
  private boolean manned = true;

  /** Of so many at most, of each kind. */
  ParsingQueue(int most) {
    this.most = most;
  }

  /** One piece of work; either its thread or its time ends it. */
  static final class Turn {
    final InputSource source;
    final Runnable work;
    final Consumer<Throwable> failing;
    final AtomicBoolean over = new AtomicBoolean();

    Turn(InputSource source, Runnable work, Consumer<Throwable> failing) {
      this.source = source;
      this.work = work;
      this.failing = failing;
    }
  }

  /** Whether there is room for it. */
  boolean add(Turn turn) {
    lock.lock();
    try {
      Deque<Turn> queue = turn.source == InputSource.MEMBERS ? members : strangers;
      if (closed || !manned || queue.size() >= most) {
        return false;
      }
      queue.add(turn);
      more.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for something to do; null at the end. */
  @Nullable Turn next() {
    lock.lock();
    try {
      while (!closed) {
        if (!members.isEmpty()) {
          return members.remove();
        }
        if (!strangersAtWork && !strangers.isEmpty()) {
          strangersAtWork = true;
          return strangers.remove();
        }
        more.awaitUninterruptibly();
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** The next of its kind may begin. */
  void ended(Turn turn) {
    changed(() -> strangersAtWork &= turn.source != InputSource.STRANGERS);
  }

  /** There is nobody to do it: what waits, and what comes, is refused. */
  List<Turn> unmanned() {
    List<Turn> waiting = new ArrayList<>();
    changed(
        () -> {
          manned = false;
          waiting.addAll(members);
          waiting.addAll(strangers);
          members.clear();
          strangers.clear();
        });
    return waiting;
  }

  /** There is somebody again. */
  void manned() {
    changed(() -> manned = true);
  }

  /** What waits is not begun any more. */
  void close() {
    changed(() -> closed = true);
  }

  private void changed(Runnable change) {
    lock.lock();
    try {
      change.run();
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
