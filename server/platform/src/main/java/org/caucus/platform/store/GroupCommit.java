package org.caucus.platform.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.caucus.platform.spill.HeapPressure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes changes durable, many at a time. Anyone who asks while a sync is running waits for the next
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

    /**
     * After a failure: opens it anew, as it last was on disk, and proves that it can be written.
     */
    void mend();
  }

  /** The disk did not confirm what it was given: nobody knows any more what is on it. */
  static final class Unconfirmed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unconfirmed(Throwable cause) {
      super(cause);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  /** After this long without a request the store is tidied. */
  private static final Duration QUIET = Duration.ofMillis(500);

  /** How often a store that could not be written is opened anew. */
  static final Duration MEND_EVERY = Duration.ofSeconds(2);

  private final Store store;
  private final Thread thread;
  private final Object lock = new Object();
  private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
  private volatile boolean closed;
  private volatile boolean syncing;
  private final AtomicLong syncs = new AtomicLong();
  private volatile @Nullable RuntimeException broken;
  private final AtomicInteger generation = new AtomicInteger();
  private boolean mendable = true;
  private long lastMend;

  /** Somebody who changed a store of that generation. */
  private record Waiting(int generation, Promise<Void> promise) {}

  GroupCommit(Store store) {
    this.store = store;
    this.thread = Thread.ofPlatform().name("caucus-store-commit").daemon().start(this::run);
  }

  /**
   * How often the store was opened anew. A change made to one generation was never in the next, so
   * anyone who asks whether it is durable says which it was.
   */
  int generation() {
    return generation.get();
  }

  /** Succeeds when everything done in this generation before this call is on disk. */
  Future<Void> durable(int generation) {
    var promise = DatabaseTimeouts.all().<Void>promise();
    synchronized (lock) {
      if (closed) {
        return Future.failedFuture(new DatabaseException.Away("the database is closed", null));
      }
      waiting.add(new Waiting(generation, promise));
    }
    return promise.future();
  }

  /**
   * Succeeds when everything a read has just seen is on disk, at once if nothing is under way.
   * Otherwise somebody could act on a document that a crash then takes back.
   */
  Future<Void> settled(int generation) {
    // In this order: a commit under way first leaves nothing unsaved, then ends; the other order
    // could miss it.
    boolean sure =
        !store.unsaved() && !syncing && broken == null && generation == this.generation.get();
    return sure ? Future.succeededFuture() : durable(generation);
  }

  /** Whether nothing is acknowledged at present. */
  boolean broken() {
    return broken != null;
  }

  /** How many syncs there were, for tests that count sharing. */
  long syncs() {
    return syncs.get();
  }

  private void run() {
    var batch = next();
    while (batch != null) {
      var failure = attempt(batch.isEmpty() ? store::tidy : this::sync);
      batch.forEach(one -> BlockingCalls.tell(() -> answer(one, failure)));
      mend();
      batch = next();
    }
  }

  private void answer(Waiting one, @Nullable RuntimeException failure) {
    if (failure == null && one.generation() == generation.get()) {
      one.promise().tryComplete();
    } else {
      one.promise().tryFail(failure == null ? lost() : failure);
    }
  }

  private static RuntimeException lost() {
    return new DatabaseException.Away("the store was opened anew meanwhile", null);
  }

  /** Everyone who waits now; empty after a quiet moment; null when closed and nobody waits. */
  private @Nullable List<Waiting> next() {
    var batch = new ArrayList<Waiting>();
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
      // What the file holds is unknown until it was opened anew: acknowledge nothing.
      return broken;
    }
    syncing = true;
    try {
      work.run();
      syncing = false;
      return null;
    } catch (Exception | Error e) { // this thread must outlive a full heap, too
      mendable = !(e instanceof Unconfirmed);
      lastMend = System.nanoTime();
      broken =
          e instanceof OutOfMemoryError
              ? new DatabaseException.Away("there was no memory to write the store", e)
              : new DatabaseException.Unwritable("the store could not be written", e);
      LOG.error(
          "the store could not be written, so nothing is acknowledged: {}. {}",
          reason(e),
          advice(e));
      return broken;
    }
  }

  /** A full heap looks like a full disk from here, and no room on the disk would mend it. */
  private String advice(Throwable e) {
    if (HeapPressure.isCauseOf(e)) {
      return mendable
          ? "The memory is full, not the disk: give the JVM more (-Xmx). It is opened anew"
              + " meanwhile"
          : "The memory is full, not the disk: give the JVM more (-Xmx), then restart";
    }
    return mendable
        ? "It is opened anew once it can be: make room on the disk"
        : "Check the disk, then restart";
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  /** Everything acknowledged is on disk, so what a failed write left in memory can be let go. */
  private void mend() {
    if (broken == null
        || !mendable
        || closed
        || System.nanoTime() - lastMend < MEND_EVERY.toNanos()) {
      return;
    }
    generation.incrementAndGet();
    try {
      store.mend();
      broken = null;
      syncing = false;
      LOG.info("the store can be written again");
    } catch (Exception | Error e) {
      LOG.warn("the store cannot be written yet: {}", reason(e));
    }
    lastMend = System.nanoTime();
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
    waiting.add(new Waiting(generation.get(), last));
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
