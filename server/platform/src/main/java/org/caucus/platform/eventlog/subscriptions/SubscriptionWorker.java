package org.caucus.platform.eventlog.subscriptions;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.platform.eventlog.cluster.leases.Lease;
import org.caucus.platform.store.BackgroundWork;
import org.caucus.platform.store.DatabaseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One follower in one workspace: a virtual thread while there is something to read, nothing but a
 * position otherwise.
 */
final class SubscriptionWorker {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionWorker.class);

  /** Records read at once. */
  private static final int BATCH = 64;

  private static final long UNKNOWN = -1;

  private final Subscriptions.Parts parts;
  private final Subscription follower;
  private final WorkspaceId workspace;
  private final WakeUps calls = new WakeUps();
  private volatile long reachedElsewhere;

  // Written by the lane's thread only, of which there is one at a time.
  private volatile long position = UNKNOWN;
  private @Nullable RecordHash tip;
  private boolean more; // whether the log goes on after what was read last
  private volatile long saved = UNKNOWN;
  private @Nullable Lease lease;
  private boolean interrupted;
  private boolean aside; // another node may know better, so this run is over
  private long toldAside = UNKNOWN;

  /** Another node was at it when this one wanted to read on, and how far is not known here. */
  private volatile boolean turnedAway;

  private final WorkerPace pace = new WorkerPace();

  SubscriptionWorker(Subscriptions.Parts parts, Subscription follower, WorkspaceId workspace) {
    this.parts = parts;
    this.follower = follower;
    this.workspace = workspace;
  }

  /** Sees to it that the log is read at least to {@code sequence}, and to its end. */
  void ring(long sequence) {
    if (!stopping()) {
      calls.ring(sequence).ifPresent(this::start);
    }
  }

  /** Reads to the end of the log, in the background. */
  void readOn() {
    if (!stopping()) {
      calls.begin().ifPresent(run -> thread().start(() -> BackgroundWork.run(() -> run(run))));
    }
  }

  private void start(WakeUps.Run run) {
    thread().start(() -> run(run));
  }

  private Thread.Builder thread() {
    return Thread.ofVirtual().name("follower-" + follower.name() + "-" + workspace);
  }

  /** Writes down how far it is, if it is at rest further than it was when it last did. */
  void keepUp() {
    if (saved < position && !stopping()) {
      calls.begin().ifPresent(run -> thread().start(() -> keepUp(run)));
    }
  }

  private void keepUp(WakeUps.Run run) {
    try {
      putDown();
    } finally {
      if (!calls.endAt(run, position)) {
        run(run); // somebody called meanwhile
      }
    }
  }

  /** Writes the same for the last time; nobody is to ring any more. */
  void stop() {
    calls.begin().ifPresent(this::end);
  }

  /**
   * Another node has committed up to {@code sequence}, and reads on itself: here it is only looked
   * after.
   */
  void later(long sequence) {
    calls.expect(sequence);
  }

  /** Goes on where another node has not: it died, or has not heard. May wait. */
  void lookAfter() {
    if (calls.takeLook()) {
      try {
        long reached = parts.checkpoints().reached(follower.name(), workspace).await();
        if (calls.isIdleBehind(reached) || isLeft(reached)) {
          ring(reached);
        } else {
          reachedElsewhere = reached;
        }
      } catch (DatabaseException | LogException e) {
        calls.leaveToOthers();
        throw e;
      }
    }
  }

  /** Whether who was at it has read no further than that, though the log goes on. */
  private boolean isLeft(long reached) {
    if (turnedAway) {
      var next = List.of(new EventLog.Place(workspace, reached + 1));
      turnedAway = !parts.log().present(next).await().isEmpty();
    }
    return turnedAway;
  }

  boolean idle() {
    return whenIdle().isComplete();
  }

  Future<Void> whenIdle() {
    return calls.whenIdle();
  }

  /** Waits for the lane's end, but no longer than that. */
  void awaitIdle(Duration atMost) throws InterruptedException {
    var idle = whenIdle().toCompletionStage().toCompletableFuture();
    try {
      idle.get(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("follower {} is still at work in workspace {}", follower.name(), workspace);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a lane's end cannot fail", e);
    }
  }

  long behind() {
    return calls.behind(Math.max(reachedElsewhere, position));
  }

  private void run(WakeUps.Run run) {
    try {
      int early = 0;
      aside = false;
      pause(pace.early());
      letScreensGoFirst();
      while (!stopping() && !aside && hold()) {
        var batch = patiently(this::read).orElse(List.of());
        batch.forEach(this::handle);
        early = batch.isEmpty() ? early + 1 : 0;
        if (!aside && isEnd(batch) && rest(run, early)) {
          return;
        }
      }
    } finally {
      end(run); // whatever ended it: the next bell tries again from here
    }
  }

  /** Lets those go first who look on. */
  private void letScreensGoFirst() {
    Future<Void> shown = parts.screens().shown(workspace);
    if (shown.isComplete()) {
      return;
    }
    pause(LiveViewers.UNTIL_TAKEN);
    try {
      shown.timeout(parts.screens().atMost().toMillis(), TimeUnit.MILLISECONDS).await();
    } catch (Exception e) { // also what is checked: a timeout is
      LOG.debug("follower {} waits no longer for screens: {}", follower.name(), e.getClass());
    }
  }

  private Future<List<LogRecord>> read() {
    if (tip == null) {
      tip = parts.newest().at(workspace, position).map(LogRecord::hash).orElse(null);
    }
    if (tip == null) {
      return whole(parts.log().page(workspace, position, BATCH));
    }
    List<LogRecord> newest = parts.newest().after(workspace, position, tip, BATCH);
    if (newest.isEmpty()) {
      return whole(parts.log().page(workspace, position, tip, BATCH));
    }
    more = newest.size() == BATCH;
    return Future.succeededFuture(newest);
  }

  private Future<List<LogRecord>> whole(Future<EventLog.Page> page) {
    return page.onSuccess(found -> more = found.more()).map(EventLog.Page::records);
  }

  /** Whether the read saw the end of the log, all of it is handled, and nobody called since. */
  private boolean isEnd(List<LogRecord> batch) {
    return batch.isEmpty()
        || (!more && position == batch.getLast().sequence() && calls.behind(position) == 0);
  }

  /** Whether this node may read on here, be it that it just took the lease. */
  private boolean hold() {
    if (isHeld()) {
      return true;
    }
    lease =
        patiently(() -> parts.checkpoints().take(follower.name(), workspace))
            .flatMap(Function.identity())
            .orElse(null);
    turnedAway = lease == null;
    if (lease == null) {
      calls.leaveToOthers();
      return false;
    }
    startAt(lease.value());
    return true;
  }

  private boolean isHeld() {
    Lease held = lease;
    return held != null && parts.checkpoints().sure(held);
  }

  private void startAt(long sequence) {
    position = sequence;
    tip = null;
    saved = sequence;
  }

  /**
   * Nothing to read. True if the run has ended.
   *
   * @param early how often nothing was there; a bell may ring before its record can be read, but
   *     one that rings for nothing (an append that failed) must not keep the lane awake for ever
   */
  private boolean rest(WakeUps.Run run, int early) {
    if (early > parts.retry().tries()) {
      calls.giveUpBeyond(position);
    }
    if (calls.behind(position) > 0) {
      pause(parts.retry().after(early));
      return false;
    }
    if (parts.checkpoints().shared()) {
      putDown();
    }
    return calls.endAt(run, position);
  }

  private void putDown() {
    Lease held = lease;
    if (held != null && (saved < position || parts.checkpoints().shared())) {
      keep(reached -> parts.checkpoints().rest(held, reached));
    }
  }

  /**
   * The way out when stopping or failing; after {@link #rest}, the ordinary one, it does nothing.
   */
  private void end(WakeUps.Run run) {
    Lease held = lease;
    if (calls.isAt(run) && stopping() && held != null && saved < position) {
      // One try: what is not saved is merely read again.
      follower
          .settle(workspace)
          .compose(none -> parts.checkpoints().save(held, position))
          .onFailure(
              e ->
                  LOG.warn(
                      "the last checkpoint of {} was not saved: {}", follower.name(), e.getClass()))
          .onComplete(result -> calls.end(run));
    } else {
      calls.end(run);
    }
  }

  private void handle(LogRecord record) {
    int failures = 0;
    int waits = 0;
    while (!stopping() && isHeld() && position < record.sequence()) {
      try {
        follower.handle(workspace, record);
        done(record);
      } catch (Exception | Error e) { // it may throw anything, and a record overflow its stack:
        if (RetryPolicy.isForOthers(e)) { // all of it is counted, told and kept
          standAside(record, e);
          pause(parts.retry().after(++waits));
        } else if (RetryPolicy.isForLater(e)) {
          pause(parts.retry().after(++waits));
        } else if (++failures < parts.retry().tries()) {
          pause(parts.retry().after(failures));
        } else {
          bury(record, e);
        }
      }
    }
  }

  private void done(LogRecord record) {
    position = record.sequence();
    tip = record.hash();
    if (position - saved >= Subscriptions.CHECKPOINT_EVERY) {
      save();
    }
  }

  private void save() {
    Lease held = lease;
    if (held != null) {
      keep(reached -> parts.checkpoints().save(held, reached));
    }
  }

  /**
   * Writes the checkpoint in one of two ways; without a lease after it, this node may not go on.
   */
  private void keep(LongFunction<Future<Optional<Lease>>> how) {
    long reached = position;
    var kept = patiently(() -> follower.settle(workspace).compose(none -> how.apply(reached)));
    if (kept.isPresent()) {
      lease = kept.get().orElse(null);
      saved = reached;
    }
  }

  private void bury(LogRecord record, Throwable cause) {
    var letter =
        new DeadLetters.DeadLetter(
            follower.name(), workspace, record.sequence(), cause.getClass().getName());
    LOG.error(
        "follower {} gave up record {} of {}: {}",
        letter.follower(),
        letter.sequence(),
        workspace,
        letter.cause());
    patiently(() -> parts.deadLetters().add(letter).map(letter))
        .ifPresent(
            kept -> {
              done(record);
              parts.listener().dead(kept);
            });
  }

  /**
   * Where there are other nodes, one of them may go on; else anyone who runs it is told, and waits.
   */
  private void standAside(LogRecord record, Throwable cause) {
    if (toldAside != record.sequence() && cause instanceof LogException e) {
      toldAside = record.sequence();
      LOG.error("follower {} stands aside in {}: {}", follower.name(), workspace, e.getMessage());
      parts.listener().stalled(follower.name(), workspace, e);
    }
    if (parts.checkpoints().shared()) {
      aside = true;
      putDown();
      calls.leaveToOthers();
    }
  }

  /** What the database answers, however long it takes to; empty only when stopping. */
  private <T> Optional<T> patiently(Supplier<Future<T>> call) {
    int failures = 0;
    while (!stopping()) {
      try {
        return Optional.of(call.get().await());
      } catch (DatabaseException e) {
        LOG.warn(
            "follower {} waits for the database: {}",
            follower.name(),
            e.getClass().getSimpleName());
      } catch (Exception | Error e) { // a key that cannot be read, a follower that cannot settle
        if (failures == 0) { // told once, tried for ever
          String what = e instanceof LogException ? e.getMessage() : e.getClass().getName();
          LOG.error("follower {} is stalled in {}: {}", follower.name(), workspace, what);
          parts.listener().stalled(follower.name(), workspace, e);
        }
      }
      pause(parts.retry().after(++failures));
    }
    return Optional.empty();
  }

  private boolean stopping() {
    return interrupted || parts.stopped().getCount() == 0;
  }

  /** Waits that long, or until the followers stop. */
  private void pause(Duration atMost) {
    try {
      if (parts.stopped().await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("follower {} stops", follower.name());
      }
    } catch (InterruptedException e) {
      interrupted = true; // nobody does; if somebody does, end this lane in good order
    }
  }
}
