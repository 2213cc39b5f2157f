package org.caucus.workspace;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caucus.command.Busy;
import org.caucus.command.Command;
import org.caucus.command.Committed;
import org.caucus.command.Floor;
import org.caucus.command.Key;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.log.EventLog;
import org.caucus.log.Snapshots;
import org.caucus.log.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of this node: loaded on first use from snapshot and log, kept current by the bell,
 * closed when they are longest unused and all together take more memory than they may.
 */
public final class Rooms implements Floor<Workspace>, AutoCloseable {
  /**
   * The bell: {@code {"workspace": id, "sequence": n}}, published after each commit. It carries no
   * words; whoever hears it reads the state or the log.
   */
  public static final String BELL = "caucus.bell";

  /** Most loads at once; more would only slow each other down and need memory for all. */
  static final int LOADS_AT_ONCE = 2;

  /** Most rooms that a command finds closed one after the other before it is told to try again. */
  private static final int MOST_CLOSED = 10;

  /** Most milliseconds that closing waits for what is under way. */
  private static final long CLOSE_MILLIS = 10_000;

  private final Vertx vertx;
  private final Room.Parts parts;
  private final Turns loads = new Turns(LOADS_AT_ONCE);
  private final ConcurrentMap<WorkspaceId, Future<Room>> rooms = new ConcurrentHashMap<>();
  private final MessageConsumer<JsonObject> bell;
  private final Caretaker caretaker;
  private final AtomicBoolean onRound = new AtomicBoolean();
  private final long rounds;
  private volatile boolean closed;

  /**
   * What rooms may take.
   *
   * @param budgetBytes memory of all together, as estimated
   * @param inUse rooms used this short a time ago stay, whatever they take
   * @param round time between two rounds of the caretaker
   */
  record Limits(long budgetBytes, Duration inUse, Duration round) {
    static Limits of(long budgetBytes) {
      return new Limits(budgetBytes, Caretaker.IN_USE, Caretaker.ROUND);
    }
  }

  /** Rooms on this log, without snapshots and unmeasured, that stay in memory. */
  public Rooms(EventLog log, InstantSource clock, Vertx vertx) {
    this(log, null, clock, vertx, CommitMeters.NONE, Limits.of(Long.MAX_VALUE));
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
      Vertx vertx,
      CommitMeters meters,
      int mib) {
    this(log, snapshots, clock, vertx, meters, Limits.of(mib * 1024L * 1024L));
  }

  Rooms(
      EventLog log,
      @Nullable Snapshots snapshots,
      InstantSource clock,
      Vertx vertx,
      CommitMeters meters,
      Limits limits) {
    this.vertx = vertx;
    Loader loader = new Loader(log, snapshots);
    this.parts = new Room.Parts(log, loader, clock, this::ring, this::later, meters);
    this.caretaker =
        new Caretaker(loader, clock, this::inMemory, limits.budgetBytes(), limits.inUse());
    this.bell = vertx.eventBus().<JsonObject>consumer(BELL, m -> heard(m.body()));
    this.rounds = vertx.setPeriodic(limits.round().toMillis(), t -> round());
  }

  /**
   * What rooms may take where nothing else is set: two fifths of the heap, in MiB. The rest is for
   * what is under way, and a load needs half of what it loads once more.
   */
  public static int defaultMib() {
    return (int) Math.max(1, Runtime.getRuntime().maxMemory() / (1024 * 1024) * 2 / 5);
  }

  @Override
  public Future<Workspace> read(WorkspaceId workspace) {
    return room(workspace).map(r -> r.used().state());
  }

  @Override
  public Future<Committed> submit(
      WorkspaceId workspace, @Nullable SeatId seat, Command command, @Nullable Key key) {
    return submit(workspace, seat, command, key, 0);
  }

  /** A room that was closed between finding and asking it did nothing: ask the next one. */
  private Future<Committed> submit(
      WorkspaceId workspace,
      @Nullable SeatId seat,
      Command command,
      @Nullable Key key,
      int closedSoFar) {
    if (closedSoFar == MOST_CLOSED) {
      return Future.failedFuture(new Busy());
    }
    return room(workspace)
        .compose(r -> r.used().submit(seat, command, key))
        .recover(
            e ->
                e instanceof Room.Retired
                    ? submit(workspace, seat, command, key, closedSoFar + 1)
                    : Future.failedFuture(e));
  }

  /** Takes a workspace out of memory that is no more: its key was destroyed. */
  public void forget(WorkspaceId workspace) {
    Future<Room> room = rooms.remove(workspace);
    if (room != null) {
      room.onSuccess(r -> r.close(Refused.absent()));
    }
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

  private void round() {
    if (!closed && onRound.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::rounds);
    }
  }

  private void rounds() {
    try {
      caretaker.round();
      rooms.forEach((id, room) -> drop(id, room, gone(room)));
    } finally {
      onRound.set(false);
    }
  }

  private void drop(WorkspaceId id, Future<Room> room, boolean gone) {
    if (gone) {
      rooms.remove(id, room);
    }
  }

  private static boolean gone(Future<Room> room) {
    return room.failed() || (room.succeeded() && room.result().retired());
  }

  private void heard(JsonObject bell) {
    Future<Room> room = rooms.get(new WorkspaceId(bell.getString("workspace")));
    if (room != null) {
      room.onSuccess(r -> r.heard(bell.getLong("sequence")));
    }
  }

  private Future<Room> room(WorkspaceId id) {
    Future<Room> known = rooms.get(id);
    if (known != null && !gone(known)) {
      return known;
    }
    if (closed) {
      return Future.failedFuture(new Busy());
    }
    Promise<Room> loading = Promise.promise();
    Future<Room> other =
        rooms.compute(id, (k, old) -> old == null || gone(old) ? loading.future() : old);
    if (other == loading.future()) {
      loads.take(() -> load(id, loading));
    }
    return other;
  }

  private void load(WorkspaceId id, Promise<Room> loading) {
    try {
      loading.complete(new Room(parts.loader().load(id), parts));
      round();
    } catch (RuntimeException e) {
      rooms.remove(id, loading.future());
      loading.fail(e);
    }
  }

  private void later(long millis, Runnable work) {
    if (!closed) {
      vertx.setTimer(millis, t -> work.run());
    }
  }

  /** Stops the rooms; what is under way may end first. */
  @Override
  public void close() {
    closed = true;
    vertx.cancelTimer(rounds);
    bell.unregister();
    List<Future<Void>> ends = inMemory().stream().map(r -> r.close(new Busy())).toList();
    Future.join(ends).timeout(CLOSE_MILLIS, TimeUnit.MILLISECONDS).otherwiseEmpty().await();
  }

  private void ring(WorkspaceId workspace, long sequence) {
    vertx
        .eventBus()
        .publish(
            BELL, new JsonObject().put("workspace", workspace.value()).put("sequence", sequence));
  }
}
