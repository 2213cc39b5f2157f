package org.caucus.platform.eventlog.subscriptions;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.store.Mongo;

/** Runs the followers of this node. */
public final class Subscriptions implements AutoCloseable {
  /**
   * Records between two checkpoints while a follower is catching up: what it may see again after a
   * crash.
   */
  public static final int CHECKPOINT_EVERY = 64;

  /** How often a node looks whether others do what they have begun. */
  static final Duration LOOK_AFTER = Duration.ofSeconds(1);

  /**
   * How long a follower that has caught up waits before it writes down how far it is, so that one
   * who is called often writes seldom. What came in this time is what it may see again after a
   * crash. Where there are other nodes it is written at once: they may want to go on from there.
   */
  static final Duration KEEP_UP = Duration.ofSeconds(1);

  /** How long {@link #close} waits for handlers that are at work. */
  public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final Parts parts;
  private final DeadLetters deadLetters;
  private final Map<String, Subscription> followers;
  private final Map<LaneKey, SubscriptionWorker> lanes = new ConcurrentHashMap<>();
  private final CatchUp catchUp;

  /** Hears of what needs a human. Called on the follower's thread; must not block for long. */
  public interface Listener {
    /** The record was given up; the follower goes on with the next. */
    void dead(DeadLetters.DeadLetter letter);

    /** The follower cannot read on in this workspace, and keeps trying. */
    void stalled(String follower, WorkspaceId workspace, Throwable cause);
  }

  /** What every lane needs. */
  record Parts(
      EventLog log,
      RecentRecords newest,
      Checkpoints checkpoints,
      DeadLetters deadLetters,
      RetryPolicy retry,
      Listener listener,
      LiveViewers screens,
      CountDownLatch stopped) {}

  private record LaneKey(String follower, WorkspaceId workspace) {}

  /** Followers of the log in this database; {@link #start} runs them. */
  public Subscriptions(
      Mongo mongo,
      Vault vault,
      EventLog log,
      Leases leases,
      RetryPolicy retry,
      Listener listener,
      List<Subscription> followers) {
    this(mongo, vault, log, leases, retry, listener, LiveViewers.NONE, followers);
  }

  /** The same, after these screens. */
  public Subscriptions(
      Mongo mongo,
      Vault vault,
      EventLog log,
      Leases leases,
      RetryPolicy retry,
      Listener listener,
      LiveViewers screens,
      List<Subscription> followers) {
    this.deadLetters = new DeadLetters(mongo, vault);
    this.parts =
        new Parts(
            log,
            new RecentRecords(),
            new Checkpoints(leases),
            deadLetters,
            retry,
            listener,
            screens,
            new CountDownLatch(1));
    log.onAppend(parts.newest()::add);
    vault.onClosed(parts.newest()::forget);
    this.followers =
        followers.stream().collect(Collectors.toMap(Subscription::name, Function.identity()));
    this.catchUp = new CatchUp(parts, this.followers.keySet(), this::lane);
  }

  /**
   * Lets every follower read on from its checkpoint in every workspace, and looks after those of
   * other nodes. Once. Succeeds when it is known who is behind.
   */
  public Future<Void> start() {
    listen();
    return readOn();
  }

  /** The same without reading on: followers hear bells. */
  public void listen() {
    new DeadLetterRetry(parts, followers).start();
    if (parts.checkpoints().shared()) {
      new PeriodicTask("followers-look-after", LOOK_AFTER, parts)
          .start(each(SubscriptionWorker::lookAfter));
    } else {
      new PeriodicTask("followers-keep-up", KEEP_UP, parts).start(each(SubscriptionWorker::keepUp));
    }
  }

  private Runnable each(Consumer<SubscriptionWorker> work) {
    return () -> lanes.values().forEach(work);
  }

  /**
   * Those that are behind read on, in the background and a few workspaces at a time: at the start,
   * and when somebody may have died without having read to the end. Succeeds when it is known who
   * they are; those who need not know do not wait.
   */
  public Future<Void> readOn() {
    return catchUp.begin();
  }

  /**
   * The bell: {@code sequence} is committed. Returns at once; a lost bell is made good by the next,
   * or at the next start.
   */
  public void ring(WorkspaceId workspace, long sequence) {
    for (var follower : followers.values()) {
      lane(follower, workspace).ring(sequence);
    }
  }

  /**
   * {@code sequence} was committed, most likely by another node. That one reads on itself; if it
   * does not get there within about {@link #LOOK_AFTER}, this node does.
   */
  public void news(WorkspaceId workspace, long sequence) {
    for (var follower : followers.values()) {
      if (parts.checkpoints().shared()) {
        lane(follower, workspace).later(sequence);
      } else {
        lane(follower, workspace).ring(sequence);
      }
    }
  }

  /**
   * Succeeds once every follower has handled all that the log of the workspace held, or given it
   * up.
   */
  public Future<Void> drained(WorkspaceId workspace) {
    return catchUp.begun(workspace).compose(none -> idle(workspace));
  }

  private Future<Void> idle(WorkspaceId workspace) {
    for (var follower : followers.values()) {
      var lane = lane(follower, workspace);
      if (!lane.idle()) {
        return lane.whenIdle()
            .compose(none -> drained(workspace)); // one follower's work may ring another
      }
    }
    return Future.succeededFuture();
  }

  /**
   * By follower, how many records are committed that it has not handled, as far as bells have told
   * this node; and one for each workspace in which it was found to be behind and waits.
   */
  public Map<String, Long> lag() {
    var lag = new TreeMap<String, Long>();
    followers.keySet().forEach(name -> lag.put(name, 0L));
    lanes.forEach((key, lane) -> lag.merge(key.follower(), lane.behind(), Long::sum));
    catchUp.found().forEach((name, workspaces) -> lag.merge(name, workspaces, Long::sum));
    return lag;
  }

  /** What was given up. */
  public DeadLetters deadLetters() {
    return deadLetters;
  }

  private SubscriptionWorker lane(String follower, WorkspaceId workspace) {
    return lane(Objects.requireNonNull(followers.get(follower)), workspace);
  }

  private SubscriptionWorker lane(Subscription follower, WorkspaceId workspace) {
    return lanes.computeIfAbsent(
        new LaneKey(follower.name(), workspace),
        key -> new SubscriptionWorker(parts, follower, workspace));
  }

  /**
   * Stops after the records at work now, and waits for them up to {@link #CLOSE_TIMEOUT}.
   * Interrupts nobody.
   */
  @Override
  public void close() {
    parts.stopped().countDown();
    lanes.values().forEach(SubscriptionWorker::stop);
    long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
    try {
      for (var lane : lanes.values()) {
        lane.awaitIdle(Duration.ofNanos(deadline - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
