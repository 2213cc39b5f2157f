package org.caucus.workspace;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.Snapshots;
import org.caucus.platform.eventlog.cluster.bus.AppendNotifier;
import org.caucus.platform.store.BackgroundWork;
import org.caucus.platform.store.Documents;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rooms of this node: loaded on first use from snapshot and log, kept current by the bell,
 * closed when they are longest unused and all together take more memory than they may.
 */
public final class Rooms implements CommandBus<Workspace>, AutoCloseable {
  /** Most loads at once; more would only slow each other down and need memory for all. */
  static final int LOADS_AT_ONCE = 2;

  /** Loads at once of what followers read that catch up: people's own go beside them. */
  private static final int BACKGROUND_LOADS = 1;

  /** By so large a part of the budget rooms in use may be over it. */
  private static final int OVER = 4;

  /** Most rooms that a command finds closed one after the other before it is told to try again. */
  private static final int MOST_CLOSED = 10;

  /** Most milliseconds that closing waits for what is under way. */
  private static final long CLOSE_MILLIS = 10_000;

  /** How long a peer with a letter waits for its workspace to be loaded, in milliseconds. */
  private static final long LETTER_WAITS_MILLIS = 3_000;

  private static final long WAIT_NANOS = 5_000_000;
  private static final int MOST_WAITS = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);

  private final AppendNotifier bell;
  private final Room.Parts parts;
  private final BoundedExecutor loads = new BoundedExecutor(LOADS_AT_ONCE);
  private final BoundedExecutor backgroundLoads = new BoundedExecutor(BACKGROUND_LOADS);
  private final ConcurrentMap<WorkspaceId, Future<Room>> rooms = new ConcurrentHashMap<>();

  /** Loads that wait their turn in the background: who serves somebody takes another. */
  private final ConcurrentMap<WorkspaceId, Loading> later = new ConcurrentHashMap<>();

  /** How far those were known that are not in memory any more. */
  private final ConcurrentMap<WorkspaceId, Long> left = new ConcurrentHashMap<>();

  private final UnloadableWorkspaces unloadable = new UnloadableWorkspaces();
  private final RoomMemory memory;
  private final RoomEvictor caretaker;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile long believedNanos = Long.MAX_VALUE;
  private volatile Consumer<WorkspaceId> loaded = id -> {};
  private volatile Consumer<WorkspaceId> asleep = id -> {};
  private volatile Function<WorkspaceId, Future<Void>> before = id -> Future.succeededFuture();

  /**
   * What rooms may take.
   *
   * @param budgetBytes memory of all together, as estimated
   * @param mostBytes over it the longest unused goes at once where another is asked for
   * @param inUse rooms used this short a time ago stay, while all take no more than that
   * @param round time between two rounds of the caretaker
   */
  public record Limits(long budgetBytes, long mostBytes, Duration inUse, Duration round) {
    /** Without a bound above which those in use go too. */
    public Limits(long budgetBytes, Duration inUse, Duration round) {
      this(budgetBytes, Long.MAX_VALUE, inUse, round);
    }

    /** The usual ones with this budget. */
    static Limits of(long budgetBytes) {
      long most = budgetBytes + Math.min(budgetBytes / OVER, Long.MAX_VALUE - budgetBytes);
      return new Limits(budgetBytes, most, RoomEvictor.IN_USE, RoomEvictor.ROUND);
    }
  }

  /** Rooms on this log, without snapshots and unmeasured, that stay in memory. */
  public Rooms(EventLog log, InstantSource clock, AppendNotifier bell) {
    this(log, null, clock, bell, CommitMeters.NONE, Limits.of(Long.MAX_VALUE));
  }

  /**
   * Rooms on this log.
   *
   * @param mib most memory they take, in MiB, as far as they are not in use
   */
  public Rooms(
      EventLog log,
      Snapshots snapshots,
      InstantSource clock,
      AppendNotifier bell,
      CommitMeters meters,
      int mib) {
    this(log, snapshots, clock, bell, meters, Limits.of(mib * 1024L * 1024L));
  }

  /**
   * Rooms on this log, with limits of their own.
   *
   * @param snapshots null to go without
   */
  public Rooms(
      EventLog log,
      @Nullable Snapshots snapshots,
      InstantSource clock,
      AppendNotifier bell,
      CommitMeters meters,
      Limits limits) {
    this(log, snapshots, clock, bell, meters, limits, new RoomHeapCheck());
  }

  Rooms(
      EventLog log,
      @Nullable Snapshots snapshots,
      InstantSource clock,
      AppendNotifier bell,
      CommitMeters meters,
      Limits limits,
      BooleanSupplier heapIsShort) {
    this.bell = bell;
    WorkspaceLoader loader = new WorkspaceLoader(log, snapshots, mostOfOne());
    this.parts = new Room.Parts(log, loader, clock, bell, this::later, meters);
    this.memory = new RoomMemory(limits, this::inMemory, this::leave, heapIsShort);
    this.caretaker = new RoomEvictor(loader, clock, this::inMemory, memory);
    bell.onOthers(this::heard);
    Thread.ofVirtual()
        .name("rooms-caretaker")
        .start(() -> BackgroundWork.run(() -> rounds(limits.round())));
  }

  /**
   * What rooms may take where nothing else is set: two fifths of the heap, in MiB. The rest is for
   * what is under way, and a load needs half of what it loads once more.
   */
  public static int defaultMib() {
    return (int) Math.max(1, Runtime.getRuntime().maxMemory() / (1024 * 1024) * 2 / 5);
  }

  /** What one workspace may take, in bytes: four fifths of the heap. */
  private static long mostOfOne() {
    return Runtime.getRuntime().maxMemory() / 5 * 4;
  }

  @Override
  public Future<Workspace> read(WorkspaceId workspace) {
    return room(workspace)
        .compose(
            r ->
                System.nanoTime() - r.used().loaded().asked() < believedNanos
                    ? Future.succeededFuture(r.state())
                    : aside(workspace));
  }

  /**
   * Others commit as well: what was not asked for so long is read on before anybody is shown it.
   */
  public void believeFor(Duration atMost) {
    believedNanos = atMost.toNanos();
  }

  /** Whether others commit as well. */
  public boolean shared() {
    return believedNanos != Long.MAX_VALUE;
  }

  /**
   * As {@link #newest}, for a caller that may not block: the log is asked, where others commit as
   * well.
   */
  public Future<Workspace> again(WorkspaceId workspace) {
    return shared() ? aside(workspace) : read(workspace);
  }

  /** Whether a log holds what a newer Caucus wrote. */
  public boolean older() {
    return parts.loader().older();
  }

  private Future<Workspace> aside(WorkspaceId workspace) {
    Promise<Workspace> newest = Promise.promise();
    Thread.startVirtualThread(
        () -> {
          try {
            newest.complete(newest(workspace));
          } catch (Exception | Error e) { // anyone who waits must hear of it, whatever it is
            newest.fail(e);
          }
        });
    return newest.future();
  }

  @Override
  public Future<Committed> submit(
      WorkspaceId workspace, @Nullable SeatId seat, Command command, @Nullable IdempotencyKey key) {
    return submit(workspace, seat, command, key, 0);
  }

  @Override
  public Future<Void> ask(
      WorkspaceId workspace, @Nullable SeatId seat, Command command, @Nullable IdempotencyKey key) {
    return read(workspace)
        .map(state -> CommitBatch.ask(state, parts.clock().instant(), seat, command, key));
  }

  /** A room that was closed between finding and asking it did nothing: ask the next one. */
  private Future<Committed> submit(
      WorkspaceId workspace,
      @Nullable SeatId seat,
      Command command,
      @Nullable IdempotencyKey key,
      int closedSoFar) {
    if (closedSoFar == MOST_CLOSED) {
      return Future.failedFuture(new Overloaded());
    }
    return room(workspace)
        .compose(r -> r.used().submit(seat, command, key))
        .recover(
            e ->
                e instanceof Room.Retired
                    ? submit(workspace, seat, command, key, closedSoFar + 1)
                    : Future.failedFuture(e));
  }

  /**
   * Lets a workspace go that may not be served any more; who asks for it again loads it anew. What
   * waits there is answered as by what does not exist.
   */
  public void evict(WorkspaceId workspace) {
    Future<Room> room = rooms.remove(workspace);
    left.remove(workspace);
    unloadable.forget(workspace);
    asleep.accept(workspace);
    if (room != null) {
      room.onSuccess(r -> r.close(Refusal.absent()));
    }
  }

  /** Tells somebody of each workspace that has come into memory; what they do takes no time. */
  public void onLoaded(Consumer<WorkspaceId> hearer) {
    loaded = hearer;
  }

  /** Tells somebody of each workspace that has gone out of memory; what they do takes no time. */
  public void onAsleep(Consumer<WorkspaceId> hearer) {
    asleep = hearer;
  }

  /** Asks how many bytes somebody holds for a workspace in memory, who lets them go with it. */
  public void beside(ToLongFunction<WorkspaceId> bytes) {
    memory.beside(bytes);
  }

  /** Asks before a workspace is loaded: where the answer is a failure, it is not. */
  public void beforeLoad(Function<WorkspaceId, Future<Void>> asked) {
    before = asked;
  }

  @Override
  public boolean unloadable(WorkspaceId workspace) {
    return unloadable.has(workspace);
  }

  /** A sentence of each workspace that could not be loaded, by its id. */
  public List<String> unloadable() {
    return List.copyOf(unloadable.sentences());
  }

  /**
   * Whether letters for it are taken: not while it cannot be loaded. One that is not in memory is
   * loaded now, for a letter to it is sorted there in a moment.
   */
  public Future<Boolean> takesLetters(WorkspaceId workspace) {
    return room(workspace)
        .map(true)
        .timeout(LETTER_WAITS_MILLIS, TimeUnit.MILLISECONDS)
        .otherwise(e -> !(e instanceof LogException.Crowded) && !unloadable.has(workspace));
  }

  /** The workspaces that are in memory. */
  public Set<WorkspaceId> awake() {
    return inMemory().stream().map(Room::id).collect(Collectors.toSet());
  }

  /** How many workspaces are in memory. */
  public int loaded() {
    return inMemory().size();
  }

  /** Commands that wait, in all rooms. */
  public int queued() {
    return inMemory().stream().mapToInt(Room::queued).sum();
  }

  private List<Room> inMemory() {
    return rooms.values().stream()
        .filter(Future::succeeded)
        .map(Future::result)
        .filter(r -> !r.retired())
        .toList();
  }

  private void rounds(Duration pause) {
    while (!stopping(pause)) {
      try {
        caretaker.round();
        rooms.forEach((id, room) -> drop(id, room, gone(room)));
      } catch (Exception | Error e) {
        LOG.error("a round through the rooms was broken off; the next one begins anew", e);
      }
    }
  }

  /** Waits that long, and says whether it was to no purpose. */
  private boolean stopping(Duration pause) {
    try {
      return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true; // nobody interrupts this thread; if somebody does, it ends
    }
  }

  private void drop(WorkspaceId id, Future<Room> room, boolean gone) {
    if (gone && rooms.remove(id, room) && room.succeeded()) {
      left.put(id, room.result().state().sequence());
      asleep.accept(id);
    }
  }

  private void leave(Room room) {
    Future<Room> held = rooms.get(room.id());
    if (held != null && held.succeeded() && held.result() == room) {
      drop(room.id(), held, true);
    }
  }

  private static boolean gone(Future<Room> room) {
    return room.failed() || (room.succeeded() && room.result().retired());
  }

  /**
   * The state with everything that any node had committed before this call. Blocks; for where what
   * another node did a moment ago must be seen.
   *
   * @throws Overloaded if it cannot be read on now
   */
  public Workspace newest(WorkspaceId workspace) {
    Room room = room(workspace).await().used();
    Workspace state = room.state();
    long begun = System.nanoTime();
    // whether there is more, which the room then reads to its end
    var more = parts.log().read(workspace, state.sequence(), state.tip(), 1).await();
    if (more.isEmpty()) {
      room.wasNewest(begun);
      return room.state();
    }
    long sequence = more.getLast().sequence();
    room.heard(sequence);
    for (int i = 0; i < MOST_WAITS && room.state().sequence() < sequence; i++) {
      if (room.retired()) {
        return room(workspace).await().state(); // loaded after the log was asked
      }
      if (room.resting()) {
        throw new Overloaded();
      }
      LockSupport.parkNanos(WAIT_NANOS);
    }
    if (room.state().sequence() < sequence) {
      throw new Overloaded();
    }
    return room.state();
  }

  /**
   * Asks the log whether a workspace is longer than this node knows: for when a bell was lost. Also
   * of those that went out of memory, which somebody may be watching still. Blocks.
   */
  public void askLog() {
    Map<WorkspaceId, Long> known = new HashMap<>(left);
    inMemory().forEach(room -> known.put(room.id(), room.state().sequence()));
    var all = List.copyOf(known.entrySet());
    for (int from = 0; from < all.size(); from += Documents.READ_LIMIT) {
      var some = all.subList(from, Math.min(all.size(), from + Documents.READ_LIMIT));
      askLog(some.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
  }

  private void askLog(Map<WorkspaceId, Long> known) {
    long begun = System.nanoTime();
    Set<WorkspaceId> longer = parts.log().longer(known).await();
    for (var one : known.entrySet()) {
      if (longer.contains(one.getKey())) {
        heard(one.getKey(), one.getValue() + 1);
      } else {
        inMemory(one.getKey()).ifPresent(room -> room.wasNewest(begun));
      }
    }
  }

  private Optional<Room> inMemory(WorkspaceId id) {
    return Optional.ofNullable(rooms.get(id)).filter(Future::succeeded).map(Future::result);
  }

  /** One that is not in memory is up to date as soon as it is asked for: its watchers may ask. */
  private void heard(WorkspaceId workspace, long sequence) {
    Future<Room> room = rooms.get(workspace);
    left.computeIfPresent(workspace, (id, known) -> Math.max(known, sequence));
    if (room == null || gone(room)) {
      bell.caughtUp(workspace, sequence);
    } else {
      room.onSuccess(r -> r.heard(sequence));
    }
  }

  private Future<Room> room(WorkspaceId id) {
    Future<Room> known = rooms.get(id);
    if (known != null && !gone(known)) {
      return awaited(id, known);
    }
    if (closed.getCount() == 0) {
      return Future.failedFuture(new Overloaded());
    }
    Optional<Throwable> resting = unloadable.resting(id);
    if (resting.isPresent()) {
      return Future.failedFuture(resting.get());
    }
    Loading loading = new Loading(id);
    Future<Room> other =
        rooms.compute(id, (k, old) -> old == null || gone(old) ? loading.future() : old);
    if (other == loading.future()) {
      if (BackgroundWork.isOn()) {
        later.put(id, loading);
        backgroundLoads.take(() -> BackgroundWork.run(loading));
      } else {
        loads.take(loading);
      }
    }
    return other;
  }

  /**
   * Somebody waits for what was only to be loaded in the background: it takes its turn here too.
   */
  private Future<Room> awaited(WorkspaceId id, Future<Room> known) {
    if (!known.isComplete() && !BackgroundWork.isOn()) {
      Loading waits = later.remove(id);
      if (waits != null) {
        loads.take(waits);
      }
    }
    return known;
  }

  /** One room that is to be loaded, once, by the caller whose turn comes first. */
  private final class Loading implements Runnable {
    private final WorkspaceId id;
    private final Promise<Room> loading = Promise.promise();
    private final AtomicBoolean begun = new AtomicBoolean();

    Loading(WorkspaceId id) {
      this.id = id;
    }

    Future<Room> future() {
      return loading.future();
    }

    @Override
    public void run() {
      if (!begun.compareAndSet(false, true)) {
        return;
      }
      later.remove(id, this);
      RoomMemory.Claim claim = memory.claim(id);
      try {
        claim.grow(Room.BYTES_PER_ROOM);
        before.apply(id).await();
        left.remove(id);
        Room room = new Room(parts.loader().load(id, claim::grow), parts);
        claim.over(); // it is counted as a room now
        unloadable.forget(id);
        loading.complete(room);
        loaded.accept(id);
      } catch (Exception | Error e) { // one that was not told of would keep all who ask waiting
        claim.over();
        rooms.remove(id, future());
        loading.tryFail(unloadable.failed(id, e));
      }
    }
  }

  private void later(long millis, Runnable work) {
    Thread.startVirtualThread(
        () -> {
          if (!stopping(Duration.ofMillis(millis))) {
            work.run();
          }
        });
  }

  /** Stops the rooms; what is under way may end first. */
  @Override
  public void close() {
    closed.countDown();
    List<Future<Void>> ends = inMemory().stream().map(r -> r.close(new Overloaded())).toList();
    Future.join(ends).timeout(CLOSE_MILLIS, TimeUnit.MILLISECONDS).otherwiseEmpty().await();
  }
}
