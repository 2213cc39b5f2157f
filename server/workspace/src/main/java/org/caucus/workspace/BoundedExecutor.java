package org.caucus.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Work that waits its turn: at most so many at once, each on a virtual thread, first come first.
 */
public final class BoundedExecutor {
  private final int atOnce;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int busy;

  /** At most so many at once. */
  public BoundedExecutor(int atOnce) {
    this.atOnce = atOnce;
  }

  /** Takes its turn, now or later. */
  public void take(Runnable work) {
    lock.lock();
    try {
      if (busy == atOnce) {
        waiting.add(work);
        return;
      }
      busy++;
    } finally {
      lock.unlock();
    }
    start(work);
  }

  private void start(Runnable work) {
    Thread.startVirtualThread(
        () -> {
          try {
            work.run();
          } finally {
            next();
          }
        });
  }

  private void next() {
    Runnable work;
    lock.lock();
    try {
      work = waiting.poll();
      if (work == null) {
        busy--;
        return;
      }
    } finally {
      lock.unlock();
    }
    start(work);
  }
}
