package org.caucus.mongo;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes changes durable, many at a time. Whoever asks while a sync is running waits for the next
 * one, and everyone who asked before a sync began is satisfied by it.
 *
 * <p>One thread, because the store has one file and a sync is what takes the time.
 */
final class GroupCommit implements AutoCloseable {
  /** What makes all changes so far durable, and what may be done when nobody waits. */
  interface Store {
    /** Writes and syncs. */
    void commitAndSync();

    /** True while there are changes that no commit has written yet. */
    boolean unsaved();

    /** Called after a quiet moment; a place for compaction. */
    void tidy();
  }

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  /** After this long without a request the store is tidied. */
  private static final Duration QUIET = Duration.ofMillis(500);

  private final Store store;
  private final Thread thread;
  private final Object lock = new Object();
  private final BlockingQueue<Promise<Void>> waiting = new LinkedBlockingQueue<>();
  private volatile boolean closed;
  private volatile boolean syncing;
  private final AtomicLong syncs = new AtomicLong();
  private volatile @Nullable RuntimeException broken;

  GroupCommit(Store store) {
    this.store = store;
    this.thread = Thread.ofPlatform().name("caucus-store-commit").daemon().start(this::run);
  }

  /** Succeeds when everything done before this call is on disk. */
  Future<Void> durable() {
    var promise = Promise.<Void>promise();
    synchronized (lock) {
      if (closed) {
        return Future.failedFuture(new DatabaseException.Away("the database is closed", null));
      }
      waiting.add(promise);
    }
    return promise.future();
  }

  /**
   * Succeeds when everything a read has just seen is on disk, at once if nothing is under way.
   * Otherwise somebody could act on a document that a crash then takes back.
   */
  Future<Void> settled() {
    // In this order: a commit under way first leaves nothing unsaved, then ends; the other order
    // could miss it.
    return store.unsaved() || syncing || broken != null ? durable() : Future.succeededFuture();
  }

  /** How many syncs there were, for tests that count sharing. */
  long syncs() {
    return syncs.get();
  }

  private void run() {
    var batch = next();
    while (batch != null) {
      var failure = attempt(batch.isEmpty() ? store::tidy : this::sync);
      for (var promise : batch) {
        if (failure == null) {
          promise.complete();
        } else {
          promise.fail(failure);
        }
      }
      batch = next();
    }
  }

  /** Everyone who waits now; empty after a quiet moment; null when closed and nobody waits. */
  private @Nullable List<Promise<Void>> next() {
    var batch = new ArrayList<Promise<Void>>();
    try {
      var first = waiting.poll(closed ? 0 : QUIET.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        waiting.drainTo(batch);
      } else if (closed) {
        return null;
      }
    } catch (InterruptedException e) {
      // Nobody interrupts this thread; if somebody does, finish what is asked and stop.
      refuseMore();
    }
    return batch;
  }

  private @Nullable RuntimeException attempt(Runnable work) {
    if (broken != null) {
      // After one failed sync the file's state is unknown: acknowledge nothing until a restart.
      return broken;
    }
    syncing = true;
    try {
      work.run();
      syncing = false;
      return null;
    } catch (RuntimeException e) {
      var what = "the store could not be written: " + e.getClass().getSimpleName();
      broken = new DatabaseException.Away(what, e);
      return broken;
    }
  }

  private void sync() {
    store.commitAndSync();
    syncs.incrementAndGet();
  }

  private void refuseMore() {
    synchronized (lock) {
      closed = true;
    }
  }

  /** Satisfies those who wait, then stops. */
  @Override
  public void close() {
    refuseMore();
    // The last commit, which also wakes the thread.
    var last = Promise.<Void>promise();
    waiting.add(last);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (last.future().failed()) {
      LOG.error("the store was closed without its last commit", last.future().cause());
    }
  }
}
