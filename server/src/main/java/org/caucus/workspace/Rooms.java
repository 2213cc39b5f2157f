package org.caucus.workspace;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import org.caucus.command.Command;
import org.caucus.command.Committed;
import org.caucus.command.Floor;
import org.caucus.command.Key;
import org.caucus.command.SeatId;
import org.caucus.log.EventLog;
import org.caucus.log.LogRecord;
import org.caucus.log.WorkspaceId;
import org.caucus.log.bus.Doorbell;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of this node: loaded on first use by replaying their logs, kept current by the bell.
 */
public final class Rooms implements Floor<Workspace> {
  private static final long WAIT_NANOS = 5_000_000;
  private static final int MOST_WAITS = 2_000;

  private final EventLog log;
  private final InstantSource clock;
  private final Doorbell bell;
  private final CommitMeters meters;
  private final ConcurrentMap<WorkspaceId, Future<Room>> rooms = new ConcurrentHashMap<>();

  /** Rooms on this log, unmeasured. */
  public Rooms(EventLog log, InstantSource clock, Doorbell bell) {
    this(log, clock, bell, CommitMeters.NONE);
  }

  /** Rooms on this log. */
  public Rooms(EventLog log, InstantSource clock, Doorbell bell, CommitMeters meters) {
    this.meters = meters;
    this.log = log;
    this.clock = clock;
    this.bell = bell;
    bell.onOthers(this::heard);
  }

  @Override
  public Future<Workspace> read(WorkspaceId workspace) {
    return room(workspace).map(Room::state);
  }

  @Override
  public Future<Committed> submit(
      WorkspaceId workspace, @Nullable SeatId seat, Command command, @Nullable Key key) {
    return room(workspace).compose(r -> r.submit(seat, command, key));
  }

  /** How many workspaces are in memory. */
  public int loaded() {
    return rooms.size();
  }

  /** Commands that wait, in all rooms. */
  public int queued() {
    return rooms.values().stream()
        .filter(Future::succeeded)
        .mapToInt(room -> room.result().queued())
        .sum();
  }

  /** Lets a workspace go that may not be served any more; who asks for it again loads it anew. */
  public void evict(WorkspaceId workspace) {
    rooms.remove(workspace);
  }

  /**
   * The state with everything that any node had committed before this call. Blocks; for where what
   * another node did a moment ago must be seen.
   */
  public Workspace newest(WorkspaceId workspace) {
    Room room = room(workspace).await();
    List<LogRecord> more =
        log.read(workspace, room.state().sequence(), EventLog.READ_LIMIT).await();
    if (more.isEmpty()) {
      return room.state();
    }
    long sequence = more.getLast().sequence();
    room.heard(sequence);
    for (int i = 0; i < MOST_WAITS && room.state().sequence() < sequence; i++) {
      LockSupport.parkNanos(WAIT_NANOS);
    }
    return room.state();
  }

  /**
   * Asks the log whether a loaded workspace is longer than this node knows: for when a bell was
   * lost. Blocks.
   */
  public void askLog() {
    for (WorkspaceId workspace : rooms.keySet()) {
      Future<Room> room = rooms.get(workspace);
      if (room != null && room.succeeded()) {
        long known = room.result().state().sequence();
        if (!log.read(workspace, known, 1).await().isEmpty()) {
          room.result().heard(known + 1);
        }
      }
    }
  }

  private void heard(WorkspaceId workspace, long sequence) {
    Future<Room> room = rooms.get(workspace);
    if (room != null) {
      room.onSuccess(r -> r.heard(sequence));
    }
  }

  private Future<Room> room(WorkspaceId id) {
    Future<Room> known = rooms.get(id);
    if (known != null && !known.failed()) {
      return known;
    }
    Promise<Room> loading = Promise.promise();
    Future<Room> other =
        rooms.compute(id, (k, old) -> old == null || old.failed() ? loading.future() : old);
    if (other == loading.future()) {
      Thread.startVirtualThread(() -> load(id, loading));
    }
    return other;
  }

  /** Replays the log. A snapshot to start from comes with {@link org.caucus.log.Snapshots}. */
  private void load(WorkspaceId id, Promise<Room> loading) {
    try {
      Workspace state = Workspace.empty(id);
      List<LogRecord> page;
      do {
        page = log.read(id, state.sequence(), state.tip(), EventLog.READ_LIMIT).await();
        for (LogRecord r : page) {
          state = state.follow(r);
        }
      } while (page.size() == EventLog.READ_LIMIT);
      loading.complete(new Room(state, log, clock, bell, meters));
    } catch (RuntimeException e) {
      loading.fail(e);
    }
  }
}
