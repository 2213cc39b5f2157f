package org.caucus.live;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.caucus.command.SeatId;
import org.caucus.log.WorkspaceId;
import org.caucus.log.bus.Doorbell;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.nodes.NewestFloor;
import org.jspecify.annotations.Nullable;

/**
 * All open streams of this node, on one event loop. The bell only wakes them: each watcher reads on
 * from where it is, as far as its connection takes it, so a slow line costs its own owner only and
 * nothing is missed or doubled. Every frame is filtered by what the seat can read at that moment.
 */
public final class Watchers {
  /** Most open streams of one node. */
  public static final int MAX_WATCHERS = 20_000;

  /**
   * Most open streams of one seat on one node, unless a setting says otherwise: one seat alone
   * cannot take the places of all.
   */
  public static final int MAX_PER_SEAT = MAX_WATCHERS / 4;

  /** Seconds after which a stream that was refused is asked for again. */
  private static final String RETRY_AFTER_SECONDS = "30";

  /** Milliseconds between heartbeats. */
  static final long HEARTBEAT_MILLIS = 15_000;

  /**
   * Heartbeats a connection may take nothing before it is closed; its browser comes back by itself.
   */
  static final int MOST_STUCK_BEATS = 8;

  private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

  private final Context loop;
  private final Rooms rooms;
  private final Frames frames;
  private final Map<WorkspaceId, Set<Watcher>> watchers = new HashMap<>();
  private final Map<SeatId, Integer> ofSeat = new HashMap<>();
  private final int maxPerSeat;
  private final Map<String, Optional<Buffer>> rendered = new HashMap<>();
  private @Nullable WorkspaceId renderedFor;
  private long renderedAt;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Watchers of these rooms, woken by this bell. Call from outside any event loop.
   *
   * @param maxPerSeat most open streams of one seat, such as {@link #MAX_PER_SEAT}
   */
  public Watchers(Vertx vertx, Doorbell bell, Rooms rooms, Frames frames, int maxPerSeat) {
    this.maxPerSeat = maxPerSeat;
    this.loop = vertx.getOrCreateContext();
    this.rooms = rooms;
    this.frames = frames;
    bell.onNews((workspace, sequence) -> loop.runOnContext(v -> rung(workspace)));
    vertx.setPeriodic(HEARTBEAT_MILLIS, t -> loop.runOnContext(v -> beat()));
  }

  /**
   * Opens a stream.
   *
   * @param after the position to go on from; null for from now on
   */
  void open(
      WorkspaceId workspace,
      SeatId seat,
      @Nullable String session,
      HttpServerResponse response,
      @Nullable String after) {
    loop.runOnContext(
        v -> {
          if (count.get() >= MAX_WATCHERS) {
            refuse(response, 503);
            return;
          }
          current(workspace, seat, after)
              .onSuccess(now -> loop.runOnContext(w -> begin(now, seat, session, response, after)))
              .onFailure(e -> refuse(response, 503));
        });
  }

  /** A browser may come from another node, which was further: then the log is asked first. */
  private Future<Workspace> current(WorkspaceId workspace, SeatId seat, @Nullable String after) {
    return rooms
        .read(workspace)
        .compose(
            now ->
                after == null || now.placeOf(after, seat).isPresent()
                    ? Future.succeededFuture(now)
                    : new NewestFloor(rooms).read(workspace));
  }

  /** Streams that are open. */
  public int open() {
    return count.get();
  }

  private void begin(
      Workspace now,
      SeatId seat,
      @Nullable String session,
      HttpServerResponse response,
      @Nullable String after) {
    if (ofSeat.getOrDefault(seat, 0) >= maxPerSeat) {
      refuse(response, 429);
      return;
    }
    Optional<Integer> known = Optional.ofNullable(after).flatMap(p -> now.placeOf(p, seat));
    int reached = known.map(place -> place + 1).orElse(now.history().size());
    Watcher watcher = new Watcher(now.id(), seat, session, response, reached);
    watchers.computeIfAbsent(now.id(), k -> new LinkedHashSet<>()).add(watcher);
    count.incrementAndGet();
    ofSeat.merge(seat, 1, Integer::sum);
    response.closeHandler(v -> loop.runOnContext(w -> forget(watcher)));
    // something at once, so that the browser knows the line is open
    watcher.write(HEARTBEAT);
    if (after != null && known.isEmpty()) {
      watcher.write(Frames.event(Frames.reload(now.positionFor(seat))));
    }
    pump(watcher, now);
    // what was committed between that state and being on the list rang for nobody
    resume(watcher);
  }

  /** Says no before anything was written, and when to ask again. */
  private static void refuse(HttpServerResponse response, int status) {
    if (!response.ended() && !response.closed()) {
      response.setStatusCode(status).putHeader("retry-after", RETRY_AFTER_SECONDS).end();
    }
  }

  private void rung(WorkspaceId workspace) {
    if (watchers.containsKey(workspace)) {
      rooms.read(workspace).onSuccess(now -> loop.runOnContext(v -> pumpAll(now)));
    }
  }

  private void pumpAll(Workspace now) {
    Set<Watcher> all = watchers.get(now.id());
    if (all != null) {
      List.copyOf(all).forEach(w -> pump(w, now));
    }
  }

  /** Lets one watcher read on as far as its connection takes it. */
  private void pump(Watcher watcher, Workspace now) {
    if (!now.access().isHere(watcher.seat)) {
      close(watcher);
      return;
    }
    while (watcher.reached < now.history().size()) {
      if (!watcher.ready()) {
        watcher.onDrain(() -> loop.runOnContext(v -> resume(watcher)));
        return;
      }
      Commit commit = Objects.requireNonNull(now.history().get(watcher.reached));
      render(now, commit, watcher.seat).ifPresent(watcher::write);
      watcher.reached++;
    }
  }

  private void resume(Watcher watcher) {
    rooms.read(watcher.workspace).onSuccess(now -> loop.runOnContext(v -> pump(watcher, now)));
  }

  /** Renders once for all seats that see the same. */
  private Optional<Buffer> render(Workspace now, Commit commit, SeatId seat) {
    long stamp = now.sequence();
    if (!now.id().equals(renderedFor) || stamp != renderedAt) {
      rendered.clear();
      renderedFor = now.id();
      renderedAt = stamp;
    }
    return rendered.computeIfAbsent(
        commit.id() + " " + now.readerClass(seat),
        k -> frames.frame(now, commit, seat).map(Frames::event));
  }

  /** Closes the streams of a session that has ended, on whichever node. */
  public void sessionEnded(String session) {
    loop.runOnContext(v -> ended(session));
  }

  /** Closes the streams of a workspace that was destroyed, or whose log was found damaged. */
  public void workspaceClosed(WorkspaceId workspace) {
    loop.runOnContext(
        v -> List.copyOf(watchers.getOrDefault(workspace, Set.of())).forEach(this::close));
  }

  /**
   * Closes streams whose session ended without this node having heard of it, because the bus lost
   * the word. One read per session.
   */
  public void askFor(Function<String, Future<Boolean>> lives) {
    loop.runOnContext(
        v ->
            watchers.values().stream()
                .flatMap(Set::stream)
                .map(w -> w.session)
                .filter(Objects::nonNull)
                .distinct()
                .toList()
                .forEach(s -> lives.apply(s).onSuccess(l -> endUnless(l, s))));
  }

  private void endUnless(boolean lives, String session) {
    if (!lives) {
      sessionEnded(session);
    }
  }

  private void ended(String session) {
    watchers.values().stream()
        .flatMap(Set::stream)
        .filter(w -> session.equals(w.session))
        .toList()
        .forEach(this::close);
  }

  private void beat() {
    watchers.values().stream()
        .flatMap(Set::stream)
        .filter(w -> !w.beat(HEARTBEAT, MOST_STUCK_BEATS))
        .toList()
        .forEach(this::close);
  }

  private void close(Watcher watcher) {
    forget(watcher);
    watcher.close();
  }

  private void forget(Watcher watcher) {
    Set<Watcher> all = watchers.get(watcher.workspace);
    if (all != null && all.remove(watcher)) {
      count.decrementAndGet();
      ofSeat.computeIfPresent(watcher.seat, (seat, n) -> n == 1 ? null : n - 1);
      if (all.isEmpty()) {
        watchers.remove(watcher.workspace);
      }
    }
  }
}
