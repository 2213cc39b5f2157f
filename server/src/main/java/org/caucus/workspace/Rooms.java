package org.caucus.workspace;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.caucus.command.Command;
import org.caucus.command.Committed;
import org.caucus.command.Floor;
import org.caucus.command.Key;
import org.caucus.command.SeatId;
import org.caucus.log.EventLog;
import org.caucus.log.LogRecord;
import org.caucus.log.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of this node: loaded on first use by replaying their logs, kept current by the bell.
 */
public final class Rooms implements Floor<Workspace> {
  /**
   * The bell: {@code {"workspace": id, "sequence": n}}, published after each commit. It carries no
   * words; whoever hears it reads the state or the log.
   */
  public static final String BELL = "caucus.bell";

  private final EventLog log;
  private final InstantSource clock;
  private final Vertx vertx;
  private final CommitMeters meters;
  private final ConcurrentMap<WorkspaceId, Future<Room>> rooms = new ConcurrentHashMap<>();

  /** Rooms on this log, unmeasured. */
  public Rooms(EventLog log, InstantSource clock, Vertx vertx) {
    this(log, clock, vertx, CommitMeters.NONE);
  }

  /** Rooms on this log. */
  public Rooms(EventLog log, InstantSource clock, Vertx vertx, CommitMeters meters) {
    this.meters = meters;
    this.log = log;
    this.clock = clock;
    this.vertx = vertx;
    vertx.eventBus().<JsonObject>consumer(BELL, m -> heard(m.body()));
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

  private void heard(JsonObject bell) {
    Future<Room> room = rooms.get(new WorkspaceId(bell.getString("workspace")));
    if (room != null) {
      room.onSuccess(r -> r.heard(bell.getLong("sequence")));
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
      loading.complete(new Room(state, log, clock, this::ring, meters));
    } catch (RuntimeException e) {
      loading.fail(e);
    }
  }

  private void ring(WorkspaceId workspace, long sequence) {
    vertx
        .eventBus()
        .publish(
            BELL, new JsonObject().put("workspace", workspace.value()).put("sequence", sequence));
  }
}
