package org.caucus.workspace;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.cluster.bus.AppendNotifier;
import org.jspecify.annotations.Nullable;

/**
 * Where one workspace changes. Commands wait in a queue; one virtual thread takes all that wait,
 * decides each on the state the ones before it will leave, and appends what they lead to in one
 * write. If someone else appended first it catches up and decides again. Nothing is answered before
 * it is durable.
 */
final class Room {
  /** Most commands waiting; more are answered "try again" at once. */
  static final int MAX_WAITING = 10_000;

  /** Most commands in one write. */
  static final int MAX_BATCH = 500;

  /** Most times one batch is decided anew because another node was first. */
  static final int MAX_ATTEMPTS = 100;

  /**
   * Bytes of memory a commit takes beside its words: ids, indexes, what makes it an object.
   * Measured by {@code infra/bench/load}.
   */
  private static final int BYTES_PER_COMMIT = 1_000;

  /**
   * Bytes of words that a commit keeps in memory at most, taken all together: what is long lies
   * outside the heap.
   */
  private static final int MOST_BYTES_OF_WORDS = 2_000;

  /**
   * Bytes of memory that a room takes by itself, however little was said in it: its parties, its
   * places and what they are found by. Measured by {@code infra/bench/fleet}.
   */
  static final long BYTES_PER_ROOM = 64 * 1024;

  /** How long a thread waits for its next room, in seconds. */
  private static final int IDLE_SECONDS = 10;

  /**
   * Virtual threads that wait a while for the next room. A new one each time would cost more than a
   * commit: the encryption library makes itself a source of randomness in every thread it meets.
   */
  private static final Executor WORKERS =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofVirtual().name("room-", 0).factory());

  private final Parts parts;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<CommitBatch.Waiting> queue = new ArrayDeque<>();
  private boolean running;
  private boolean behind;
  private volatile boolean resting;
  private final RoomTrouble trouble;
  private volatile boolean retired;
  private volatile WorkspaceLoader.Loaded now;
  private volatile long usedNanos = System.nanoTime();
  private @Nullable Promise<Void> closing;

  /** Does something after so many milliseconds, off the caller's thread. */
  interface Later {
    void after(long millis, Runnable work);
  }

  /** This room is out of use: ask for the one that took its place. Nothing was done. */
  static final class Retired extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Retired() {
      super("the room was closed", null, false, false);
    }
  }

  /** What all rooms of a node share. */
  record Parts(
      EventLog log,
      WorkspaceLoader loader,
      InstantSource clock,
      AppendNotifier bell,
      Later later,
      CommitMeters meters) {}

  Room(WorkspaceLoader.Loaded loaded, Parts parts) {
    this.now = loaded;
    this.trouble = new RoomTrouble(loaded.state().id());
    this.parts = parts;
  }

  WorkspaceId id() {
    return now.state().id();
  }

  /** The newest state. */
  Workspace state() {
    return now.state();
  }

  /** The newest state, and what is known of its size and snapshot. */
  WorkspaceLoader.Loaded loaded() {
    return now;
  }

  /** Notes that somebody is here. */
  Room used() {
    usedNanos = System.nanoTime();
    return this;
  }

  /** Since somebody was here; not by the clock on the wall, which may be set. */
  long idleNanos() {
    return System.nanoTime() - usedNanos;
  }

  /** This is all that was in the log when it was asked, by {@link System#nanoTime}. */
  void wasNewest(long asked) {
    lock.lock();
    try {
      now = now.with(now.state(), 0, asked);
    } finally {
      lock.unlock();
    }
  }

  /** About the memory it takes. */
  long estimatedBytes() {
    return estimatedBytes(now);
  }

  static long estimatedBytes(WorkspaceLoader.Loaded loaded) {
    Workspace state = loaded.state();
    return estimatedBytes(loaded.weight(), state.sequence(), state.entries().size());
  }

  /** What so many commits take whose words in the heap are so many bytes. */
  static long mostBytes(long weight, long commits) {
    return weight + commits * BYTES_PER_COMMIT;
  }

  /**
   * What they take as a rule: words that are long lie outside the heap.
   *
   * @param entries more than commits where archives were brought in: hundreds come in one commit
   */
  static long estimatedBytes(long weight, long commits, long entries) {
    return BYTES_PER_ROOM
        + Math.min(weight, commits * MOST_BYTES_OF_WORDS)
        + Math.max(commits, entries) * BYTES_PER_COMMIT;
  }

  /** Commits that its snapshot does not cover. */
  long uncovered() {
    return now.state().sequence() - now.covered();
  }

  /** Bytes of records that its snapshot does not cover. */
  long uncoveredBytes() {
    return now.weight() - now.coveredWeight();
  }

  Instant coveredAt() {
    return now.coveredAt();
  }

  /** A snapshot of what it was then was taken. */
  void covered(WorkspaceLoader.Loaded then, Instant at) {
    lock.lock();
    try {
      now = now.covered(then, at);
    } finally {
      lock.unlock();
    }
  }

  /** Commands that wait. */
  int queued() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  /** Whether the log could not be read on, and is asked again only after a while. */
  boolean resting() {
    return resting;
  }

  /** Whether it is out of use. */
  boolean retired() {
    return retired;
  }

  /** Takes it out of use, unless something is under way or waiting here. */
  boolean retire() {
    lock.lock();
    try {
      retired |= !running && queue.isEmpty();
      return retired;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes it out of use for good. What waits is answered "try again"; succeeds when what is under
   * way has ended.
   */
  Future<Void> close(RuntimeException answer) {
    List<CommitBatch.Waiting> left;
    Promise<Void> ended = Promise.promise();
    lock.lock();
    try {
      retired = true;
      left = List.copyOf(queue);
      queue.clear();
      if (running) {
        closing = ended;
      } else {
        ended.complete();
      }
    } finally {
      lock.unlock();
    }
    left.forEach(w -> w.answer().fail(answer));
    return ended.future();
  }

  /** Puts a command. Fails with {@link Retired} once the room is out of use. */
  Future<Committed> submit(@Nullable SeatId seat, Command command, @Nullable IdempotencyKey key) {
    CommandContext act =
        new CommandContext(
            RandomIds.random(),
            parts.clock().instant(),
            seat,
            RandomIds.random(),
            RandomIds.random());
    CommitBatch.Waiting waiting =
        new CommitBatch.Waiting(act, command, key, Promise.promise(), System.nanoTime());
    boolean start;
    lock.lock();
    try {
      if (retired) {
        return Future.failedFuture(new Retired());
      }
      if (queue.size() >= MAX_WAITING) {
        return Future.failedFuture(new Overloaded());
      }
      queue.add(waiting);
      start = !running;
      running = true;
    } finally {
      lock.unlock();
    }
    if (start) {
      WORKERS.execute(this::work);
    }
    return waiting.answer().future();
  }

  /** Someone else may have appended up to this sequence: read on, unless it is known already. */
  void heard(long sequence) {
    lock.lock();
    try {
      if (sequence <= now.state().sequence()) {
        return;
      }
      behind = true;
    } finally {
      lock.unlock();
    }
    readOn();
  }

  private void readOn() {
    lock.lock();
    try {
      resting = false;
      if (running || retired || !behind) {
        return;
      }
      running = true;
    } finally {
      lock.unlock();
    }
    WORKERS.execute(this::work);
  }

  private void work() {
    for (List<CommitBatch.Waiting> batch = next(); batch != null; batch = next()) {
      settle(batch);
    }
  }

  /** What waits; empty if only the log is to be read; null if there is nothing to do for now. */
  private @Nullable List<CommitBatch.Waiting> next() {
    List<CommitBatch.Waiting> batch = new ArrayList<>();
    lock.lock();
    try {
      while (!queue.isEmpty() && batch.size() < MAX_BATCH) {
        batch.add(queue.remove());
      }
      if (!batch.isEmpty() || (behind && !resting && !retired)) {
        return batch;
      }
      running = false;
      if (closing != null) {
        closing.complete();
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void settle(List<CommitBatch.Waiting> batch) {
    try {
      if (wasBehind()) {
        catchUp();
      }
      for (List<CommitBatch.Waiting> left = batch; !left.isEmpty(); ) {
        left = left.subList(appended(left), left.size());
      }
      trouble.succeeded();
    } catch (Exception | Error e) { // without this thread nobody here is answered again
      failed(e);
      batch.forEach(w -> w.answer().tryFail(e));
    }
  }

  /** How many of these, the first ones, are answered. */
  private int appended(List<CommitBatch.Waiting> batch) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      int answered = append(batch);
      if (answered > 0) {
        return answered;
      }
    }
    throw new Overloaded();
  }

  /** The outcome of a write may be unknown, and what was heard is still unread. */
  private void failed(Throwable e) {
    long pause = trouble.failed(e);
    lock.lock();
    try {
      behind = true;
      retired |= e instanceof LogException.UnknownWorkspace;
      if (resting || retired) {
        return;
      }
      resting = true;
    } finally {
      lock.unlock();
    }
    parts.later().after(pause, this::readOn);
  }

  private boolean wasBehind() {
    lock.lock();
    try {
      boolean was = behind;
      behind = false;
      return was;
    } finally {
      lock.unlock();
    }
  }

  /** One attempt: how many are answered, none if somebody else was first. */
  private int append(List<CommitBatch.Waiting> batch) {
    Workspace before = state();
    trouble.lookAt(parts.clock(), before.history());
    CommitBatch plan = CommitBatch.of(before, batch);
    if (!plan.records().isEmpty()) {
      long asked = System.nanoTime();
      try {
        parts
            .log()
            .append(before.id(), before.sequence() + 1, before.tip(), plan.records())
            .await();
      } catch (LogException.AppendConflict conflict) {
        parts.meters().conflicts().increment();
        catchUp();
        return 0;
      }
      publish(plan.after(), plan.records().stream().mapToLong(r -> r.length).sum(), asked);
      parts.bell().ring(id(), plan.after().sequence());
      parts.meters().batch().record(plan.records().size());
    }
    plan.answer(parts.meters());
    return plan.decided().size();
  }

  /** Applies what is in the log beyond what is known here. */
  private void catchUp() {
    WorkspaceLoader.Loaded before = now;
    WorkspaceLoader.Loaded after = parts.loader().tail(before);
    if (after.state().sequence() > before.state().sequence()) {
      publish(after.state(), after.weight() - before.weight(), after.asked());
      parts.bell().caughtUp(id(), after.state().sequence());
    } else {
      wasNewest(after.asked());
    }
  }

  private void publish(Workspace state, long moreWeight, long asked) {
    lock.lock();
    try {
      now = now.with(state, moreWeight, asked);
    } finally {
      lock.unlock();
    }
  }
}
