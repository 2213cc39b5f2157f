package org.caucus.messaging.delivery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due. One virtual thread looks into the outbox, when rung and every second; up to
 * {@link #WORKERS} others each carry one parcel. What leaves by another host than the usual one is
 * handed to the {@link RouteQueue} of that, which is all that ever waits for it.
 */
public final class DeliveryWorker implements AutoCloseable {
  /** Parcels on their way at one time. */
  public static final int WORKERS = 8;

  /**
   * Most letters that are sent twice when a process dies: those of the parcels that were on their
   * way, of which nobody has written down yet that they were taken. For each host that takes the
   * mail of some domains there are {@link RouteQueue#CARRIED} parcels more.
   */
  public static final int WINDOW = WORKERS * DeliveryBatch.MAX_RECIPIENTS;

  /** How long {@link #close} waits for letters that are being sent. */
  public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  /** How often the outbox is looked into when nobody rings. */
  static final Duration POLL = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

  /** Parcels looked at in one go. */
  private static final int LOOK_AT = 32;

  private final Parts parts;
  private final Semaphore bell = new Semaphore(0);
  private final Semaphore workers = new Semaphore(WORKERS);
  private final Set<String> atWork = ConcurrentHashMap.newKeySet();
  private final Map<Smarthost, RouteQueue> lanes = new HashMap<>();
  private final List<Promise<Void>> waiters = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicInteger givingWay = new AtomicInteger();
  private volatile boolean backlog; // more was due than was looked at

  /** Hears of what did not arrive. Called on a worker's thread; must not block for long. */
  public interface Listener {
    /** It was refused for good, or given up; {@code fate} says which. */
    void undelivered(DeliveryBatch parcel, String recipient, DeliveryOutcome fate);
  }

  /** Takes what leaves by another host. */
  @FunctionalInterface
  interface Lanes {
    void take(Smarthost host, RouteQueue.Task task);
  }

  /**
   * What every run needs.
   *
   * @param threads two for each worker, virtual and kept: a new one for each parcel would set up
   *     its source of random numbers anew, which took a fifth of the work
   */
  record Parts(
      Outbox outbox,
      Smarthost.Hosts hosts,
      Lanes lanes,
      Verp verp,
      Map<String, Composer> composers,
      Backoff backoff,
      Listener listener,
      DeliveryCounts counts,
      InstantSource clock,
      ExecutorService threads,
      CountDownLatch stopped) {
    boolean stopping() {
      return stopped.getCount() == 0;
    }

    /** Waits that long, and says whether it was to no purpose. */
    boolean stopping(Duration pause) {
      try {
        return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // nobody does; if somebody does, end in good order
        return true;
      }
    }
  }

  /** The same where all mail leaves by one host. */
  public DeliveryWorker(
      Outbox outbox,
      Smarthost smarthost,
      Verp verp,
      List<Composer> composers,
      Backoff backoff,
      Listener listener,
      InstantSource clock) {
    this(outbox, new Smarthost.Hosts(smarthost), verp, composers, backoff, listener, clock);
  }

  /** Deliveries from this outbox; {@link #start} begins them. */
  public DeliveryWorker(
      Outbox outbox,
      Smarthost.Hosts hosts,
      Verp verp,
      List<Composer> composers,
      Backoff backoff,
      Listener listener,
      InstantSource clock) {
    this.parts =
        new Parts(
            outbox,
            hosts,
            this::handOver,
            verp,
            composers.stream().collect(Collectors.toMap(Composer::kind, Function.identity())),
            backoff,
            listener,
            new DeliveryCounts(),
            clock,
            threads(2 * WORKERS, "delivery-"),
            new CountDownLatch(1));
    hosts
        .others()
        .forEach(host -> lanes.put(host, new RouteQueue(host, apart(), atWork, this::carry)));
  }

  private static ExecutorService threads(int most, String name) {
    return Executors.newFixedThreadPool(most, Thread.ofVirtual().name(name, 0).factory());
  }

  /** The same for another host, whose runs keep nobody else's from a thread. */
  private Parts apart() {
    return new Parts(
        parts.outbox(),
        parts.hosts(),
        parts.lanes(),
        parts.verp(),
        parts.composers(),
        parts.backoff(),
        parts.listener(),
        parts.counts(),
        parts.clock(),
        threads(2 * RouteQueue.CARRIED, "delivery-apart-"),
        parts.stopped());
  }

  private void handOver(Smarthost host, RouteQueue.Task task) {
    RouteQueue lane = lanes.get(host);
    if (lane != null && task.givesWay()) {
      backlog = true; // so that it is looked at once more as soon as it is at work no more
      givingWay.incrementAndGet();
      Thread.startVirtualThread(() -> takeLater(lane, task));
    } else if (lane != null) {
      lane.take(task);
    }
  }

  private void takeLater(RouteQueue lane, RouteQueue.Task task) {
    if (!parts.stopping(RouteQueue.GIVES_WAY)) {
      lane.take(task);
    }
    givingWay.decrementAndGet();
  }

  /** What became of what it sent. */
  public DeliveryCounts counts() {
    return parts.counts();
  }

  /** Begins. Once. */
  public void start() {
    started.set(true);
    Thread.startVirtualThread(this::dispatch);
  }

  /** Something was put: look at once. */
  public void ring() {
    bell.release();
  }

  /** Hosts that could not be reached are asked again at once, and what is due is looked for. */
  public void retry() {
    parts.hosts().usual().wake();
    parts.hosts().others().forEach(Smarthost::wake);
    ring();
  }

  /** Goes on with what a node carried that died. Blocks. */
  public void takeOver() {
    int parcels = parts.outbox().takeOver(parts.clock().instant());
    if (parcels > 0) {
      LOG.info("{} parcels of a node that died go on", parcels);
      ring();
    }
  }

  /** Succeeds when nothing is due and nothing is on its way; what waits for later stays. */
  public Future<Void> idle() {
    Promise<Void> waiter = Promise.promise();
    synchronized (waiters) {
      waiters.add(waiter);
    }
    ring();
    return waiter.future();
  }

  private void dispatch() {
    try {
      while (!parts.stopping()) {
        lookIfPossible();
        // rung meanwhile, it looks again at once
        if (bell.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
          bell.drainPermits();
        }
      }
      workers.acquire(WORKERS);
      for (RouteQueue lane : lanes.values()) {
        lane.ended();
      }
      outbox()
          .forgetDone()
          .timeout(POLL.toMillis(), TimeUnit.MILLISECONDS)
          .otherwiseEmpty()
          .await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does; if somebody does, end in good order
    } finally {
      ended.countDown();
    }
  }

  /** Whatever keeps it from looking, the next look is due: nobody else sends anything here. */
  private void lookIfPossible() throws InterruptedException {
    try {
      look();
    } catch (Exception | Error e) {
      LOG.error("the outbox could not be looked into: {}", e.getClass().getName());
    }
  }

  /** Starts what is due, the longest first, then what this node put for itself. */
  private void look() throws InterruptedException {
    outbox().forgetDone();
    List<Promise<Void>> asked = asked();
    Optional<List<SealedCollection.Entry>> looked = due();
    List<SealedCollection.Entry> due = looked.orElse(List.of());
    backlog = due.size() == LOOK_AT;
    for (SealedCollection.Entry entry : due) {
      start(entry.id(), () -> DeliveryAttempt.pass(parts, entry));
    }
    // anyone who rings meanwhile may have put something urgent, which goes before all these
    while (outbox().hasFresh() && bell.availablePermits() == 0 && !parts.stopping()) {
      Outbox.Fresh fresh = outbox().fresh();
      if (fresh != null) {
        start(fresh.claim().parcel().id(), () -> DeliveryAttempt.pass(parts, fresh));
      }
    }
    if (outbox().hasFresh()) {
      ring();
    } else if (looked.isPresent() && due.isEmpty() && isAtRest()) {
      answer(asked);
    }
  }

  /** A lane takes what is at work no more: that is asked before and after. */
  private boolean isAtRest() {
    return givingWay.get() == 0
        && atWork.isEmpty()
        && lanes.values().stream().allMatch(RouteQueue::isEmpty)
        && atWork.isEmpty();
  }

  private Outbox outbox() {
    return parts.outbox();
  }

  /** Nothing, if it cannot be read. */
  private Optional<List<SealedCollection.Entry>> due() {
    try {
      return Optional.of(outbox().due(parts.clock().instant(), LOOK_AT).await());
    } catch (DatabaseException e) {
      LOG.warn("the outbox cannot be read for now: {}", e.getClass().getSimpleName());
    } catch (LogException e) {
      LOG.error("the outbox cannot be read: {}", e.getMessage());
    }
    return Optional.empty();
  }

  private void start(String id, BooleanSupplier pass) throws InterruptedException {
    workers.acquire();
    if (parts.stopping() || !atWork.add(id)) {
      workers.release();
    } else {
      parts.threads().execute(() -> carry(id, pass, workers::release));
    }
  }

  private List<Promise<Void>> asked() {
    synchronized (waiters) {
      return List.copyOf(waiters);
    }
  }

  private void answer(List<Promise<Void>> asked) {
    synchronized (waiters) {
      waiters.removeAll(asked);
    }
    asked.forEach(Promise::complete);
  }

  private void carry(String id, BooleanSupplier pass, Runnable after) {
    boolean passed = false;
    try {
      passed = pass.getAsBoolean();
    } catch (Exception | Error e) {
      // its lease runs out, and it is tried again; without a bell, or one that cannot be read would
      // spin
      LOG.error("parcel {} could not be carried: {}", id, e.getClass().getName());
    } finally {
      atWork.remove(id);
      after.run();
      lanes.values().forEach(RouteQueue::wake);
      if ((passed && backlog) || !asked().isEmpty()) {
        ring();
      }
    }
  }

  /**
   * Stops after the letters being sent now, and waits for them up to {@link #CLOSE_TIMEOUT}.
   * Interrupts nobody.
   */
  @Override
  public void close() {
    parts.stopped().countDown();
    ring();
    try {
      if (started.get() && !ended.await(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{} parcels are still on their way at the end", atWork.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    parts.threads().shutdown(); // what is on its way still ends as it ends
    lanes.values().forEach(RouteQueue::end);
  }
}
