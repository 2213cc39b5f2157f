package org.caucus.workspace;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.caucus.command.Act;
import org.caucus.command.Busy;
import org.caucus.command.Command;
import org.caucus.command.Committed;
import org.caucus.command.Event;
import org.caucus.command.Key;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.log.EventLog;
import org.caucus.log.Ids;
import org.caucus.log.LogException;
import org.caucus.log.LogRecord;
import org.caucus.log.bus.Doorbell;
import org.caucus.log.chain.Hash;
import org.caucus.log.chain.Link;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
   * Most times in a row the log is asked in vain with nobody waiting; the next bell or command asks
   * again.
   */
  private static final int MAX_IDLE_FAILURES = 300;

  private static final long RETRY_PAUSE_NANOS = 200_000_000;
  private static final Logger LOG = LoggerFactory.getLogger(Room.class);

  private final EventLog log;
  private final InstantSource clock;
  private final Doorbell bell;
  private final CommitMeters meters;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private boolean running;
  private boolean behind;
  private int idleFailures;
  private volatile Workspace now;

  /**
   * @param since when it came, by {@link System#nanoTime}
   */
  private record Waiting(
      Act act, Command command, @Nullable Key key, Promise<Committed> answer, long since) {}

  /** A command with what it will be answered once the batch is durable. */
  private record Decided(
      Waiting waiting, @Nullable Committed committed, @Nullable RuntimeException refused) {}

  private record Plan(List<Decided> decided, List<byte[]> records, Workspace after) {}

  Room(Workspace loaded, EventLog log, InstantSource clock, Doorbell bell, CommitMeters meters) {
    this.now = loaded;
    this.log = log;
    this.clock = clock;
    this.bell = bell;
    this.meters = meters;
  }

  /** The newest state. */
  Workspace state() {
    return now;
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

  /** Puts a command. */
  Future<Committed> submit(@Nullable SeatId seat, Command command, @Nullable Key key) {
    Act act = new Act(Ids.random(), clock.instant(), seat, Ids.random(), Ids.random());
    Waiting waiting = new Waiting(act, command, key, Promise.promise(), System.nanoTime());
    boolean start;
    lock.lock();
    try {
      if (queue.size() >= MAX_WAITING) {
        return Future.failedFuture(new Busy());
      }
      queue.add(waiting);
      start = !running;
      running = true;
    } finally {
      lock.unlock();
    }
    if (start) {
      Thread.startVirtualThread(this::work);
    }
    return waiting.answer().future();
  }

  /** Someone else may have appended up to this sequence: read on, unless it is known already. */
  void heard(long sequence) {
    boolean start;
    lock.lock();
    try {
      if (sequence <= now.sequence()) {
        return;
      }
      behind = true;
      idleFailures = 0;
      start = !running;
      running = true;
    } finally {
      lock.unlock();
    }
    if (start) {
      Thread.startVirtualThread(this::work);
    }
  }

  private void work() {
    while (true) {
      List<Waiting> batch = new ArrayList<>();
      lock.lock();
      try {
        while (!queue.isEmpty() && batch.size() < MAX_BATCH) {
          batch.add(queue.remove());
        }
        if (batch.isEmpty() && (!behind || idleFailures > MAX_IDLE_FAILURES)) {
          running = false;
          return;
        }
      } finally {
        lock.unlock();
      }
      settle(batch);
    }
  }

  private void settle(List<Waiting> batch) {
    try {
      if (wasBehind()) {
        catchUp();
      }
      for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
        if (append(batch)) {
          return;
        }
      }
      throw new Busy();
    } catch (RuntimeException e) {
      LOG.warn("a batch of {} commands failed: {}", batch.size(), e.getClass().getSimpleName());
      // the outcome of the write may be unknown, and what was heard is still unread
      staysBehind(batch.isEmpty());
      batch.forEach(w -> w.answer().tryFail(e));
      pause();
    }
  }

  private void staysBehind(boolean idle) {
    lock.lock();
    try {
      behind = true;
      idleFailures = idle ? idleFailures + 1 : 0;
    } finally {
      lock.unlock();
    }
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

  /** A database that is away is asked again after a moment, not at once and for ever. */
  private static void pause() {
    LockSupport.parkNanos(RETRY_PAUSE_NANOS);
  }

  /** One attempt; false if somebody else was first. */
  private boolean append(List<Waiting> batch) {
    Plan plan = plan(batch);
    if (!plan.records().isEmpty()) {
      try {
        log.append(now.id(), now.sequence() + 1, now.tip(), plan.records()).await();
      } catch (LogException.AppendConflict conflict) {
        meters.conflicts().increment();
        catchUp();
        return false;
      }
      now = plan.after();
      bell.ring(now.id(), now.sequence());
      meters.batch().record(plan.records().size());
    }
    plan.decided().forEach(this::answer);
    return true;
  }

  private Plan plan(List<Waiting> batch) {
    Workspace state = now;
    List<Decided> decided = new ArrayList<>(batch.size());
    List<byte[]> records = new ArrayList<>(batch.size());
    for (Waiting w : batch) {
      try {
        var earlier = earlier(state, w);
        if (earlier != null) {
          decided.add(new Decided(w, earlier, null));
          continue;
        }
        Commit commit = commit(state, w);
        byte[] record = CommitCodec.write(commit);
        Hash hash = new Link(state.tip(), record).hash(state.id().value(), commit.sequence());
        state = state.evolve(commit).at(hash);
        records.add(record);
        String thing = Happenings.of(state, commit.events().get(0), commit.at()).ref().id();
        decided.add(new Decided(w, new Committed(commit.id(), thing), null));
      } catch (RuntimeException e) {
        decided.add(new Decided(w, null, e));
      }
    }
    return new Plan(decided, records, state);
  }

  /** What this command led to before: under its key, or in an attempt whose outcome was unknown. */
  private static @Nullable Committed earlier(Workspace state, Waiting w) {
    Integer known = state.positions().get(w.act().id());
    if (known != null) {
      Commit commit = state.history().get(known);
      return new Committed(
          commit.id(), Happenings.of(state, commit.events().get(0), commit.at()).ref().id());
    }
    return state.receipts().find(w.act().seat(), w.key()).orElse(null);
  }

  private static Commit commit(Workspace state, Waiting w) {
    List<Event> events = Commands.decide(state, w.command(), w.act());
    return new Commit(
        state.sequence() + 1, w.act().id(), w.act().at(), w.act().seat(), w.key(), events);
  }

  private void answer(Decided d) {
    if (d.committed() != null) {
      meters.latency().record(System.nanoTime() - d.waiting().since(), TimeUnit.NANOSECONDS);
      d.waiting().answer().complete(d.committed());
      return;
    }
    RuntimeException refused = java.util.Objects.requireNonNull(d.refused());
    if (!(refused instanceof Refused)) {
      LOG.error("a command could not be decided", refused);
    }
    d.waiting().answer().fail(refused);
  }

  /** Applies what is in the log beyond what is known here. */
  private void catchUp() {
    Workspace state = now;
    List<LogRecord> page;
    do {
      page = log.read(state.id(), state.sequence(), state.tip(), EventLog.READ_LIMIT).await();
      for (LogRecord r : page) {
        state = state.follow(r);
      }
    } while (page.size() == EventLog.READ_LIMIT);
    if (state.sequence() > now.sequence()) {
      now = state;
      bell.caughtUp(state.id(), state.sequence());
    }
  }
}
