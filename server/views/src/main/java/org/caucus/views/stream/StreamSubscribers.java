package org.caucus.views.stream;

import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.caucus.http.Caller;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.cluster.bus.AppendNotifier;
import org.caucus.workspace.PasskeyPolicy;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.nodes.FreshCommandBus;
import org.jspecify.annotations.Nullable;

/**
 * All open streams of this node, in a {@link StreamGroup} for each event loop. The bell only wakes
 * them: each watcher reads on from where it is, as far as its connection takes it, so a slow line
 * costs its own owner only and nothing is missed or doubled. Every frame is filtered by what the
 * seat can read at that moment.
 */
public final class StreamSubscribers {
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

  /** Milliseconds between looks for streams whose token has run out. */
  static final long EXPIRY_MILLIS = 500;

  /**
   * Heartbeats a connection may take nothing before it is closed; its browser comes back by itself.
   */
  static final int MOST_STUCK_BEATS = 8;

  private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

  private final Rooms rooms;
  private final FrameRenderer frames;
  private final NotificationCheck rings;
  private final PasskeyPolicy threshold;
  private final InstantSource clock;
  private final int maxPerSeat;
  private final Map<EventLoop, StreamGroup> galleries = new ConcurrentHashMap<>();
  private final Map<SeatId, Integer> ofSeat = new ConcurrentHashMap<>();
  private final Map<WorkspaceId, Integer> ofWorkspace = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicReference<@Nullable RenderedState> newest = new AtomicReference<>();

  /**
   * Watchers of these rooms, woken by this bell. Call from outside any event loop.
   *
   * @param rings for whom a commit rings in particular
   * @param threshold what it takes to come in
   * @param maxPerSeat most open streams of one seat, such as {@link #MAX_PER_SEAT}
   */
  public StreamSubscribers(
      Vertx vertx,
      AppendNotifier bell,
      Rooms rooms,
      FrameRenderer frames,
      NotificationCheck rings,
      PasskeyPolicy threshold,
      InstantSource clock,
      int maxPerSeat) {
    this.threshold = threshold;
    this.maxPerSeat = maxPerSeat;
    this.rooms = rooms;
    this.frames = frames;
    this.rings = rings;
    this.clock = clock;
    bell.onNews((workspace, sequence) -> everywhere(g -> g.ring(workspace)));
    vertx.setPeriodic(HEARTBEAT_MILLIS, t -> everywhere(g -> g.beat(HEARTBEAT, MOST_STUCK_BEATS)));
    vertx.setPeriodic(EXPIRY_MILLIS, t -> expire());
  }

  private void everywhere(Consumer<StreamGroup> what) {
    galleries.values().forEach(what);
  }

  private void expire() {
    Instant now = clock.instant();
    everywhere(g -> g.closeIf(w -> w.expired(now)));
  }

  /**
   * Opens a stream as the answer to this.
   *
   * @param after the position to go on from; null for from now on
   */
  void open(
      WorkspaceId workspace,
      SeatId seat,
      Caller caller,
      HttpServerRequest request,
      @Nullable String after) {
    HttpServerResponse response = request.response();
    if (count.get() >= MAX_WATCHERS) {
      refuse(response, 503);
      return;
    }
    current(workspace, seat, after)
        .compose(
            now ->
                threshold
                    .lets(now, caller.person())
                    .onSuccess(
                        in -> {
                          if (in) {
                            begin(now, seat, caller, request, after);
                          } else { // asked for since the door let them in
                            refuse(response, 403);
                          }
                        }))
        .onFailure(e -> refuse(response, 503));
  }

  /** A browser may come from another node, which was further: then the log is asked first. */
  private Future<Workspace> current(WorkspaceId workspace, SeatId seat, @Nullable String after) {
    return rooms
        .read(workspace)
        .compose(
            now ->
                after == null || now.placeOf(after, seat).isPresent()
                    ? Future.succeededFuture(now)
                    : new FreshCommandBus(rooms).read(workspace));
  }

  /** Streams that are open. */
  public int open() {
    return count.get();
  }

  /** Workspaces that somebody watches here. */
  public Set<WorkspaceId> watched() {
    return Set.copyOf(ofWorkspace.keySet());
  }

  private void begin(
      Workspace now,
      SeatId seat,
      Caller caller,
      HttpServerRequest request,
      @Nullable String after) {
    if (ofSeat.merge(seat, 1, Integer::sum) > maxPerSeat) {
      oneLess(seat);
      refuse(request.response(), 429);
      return;
    }
    ofWorkspace.merge(now.id(), 1, Integer::sum);
    count.incrementAndGet();
    Optional<Integer> known = Optional.ofNullable(after).flatMap(p -> now.placeOf(p, seat));
    int reached = known.map(place -> place + 1).orElse(now.history().size());
    // something at once, so that the browser knows the line is open
    Buffer first =
        after == null || known.isPresent()
            ? HEARTBEAT
            : HEARTBEAT.copy().appendBuffer(SseFrame.of(reload(now, seat)).event());
    SseConnection line = SseConnection.to(request);
    StreamSubscriber watcher =
        new StreamSubscriber(now.id(), seat, caller, now.members().passkeys(), line, reached);
    StreamGroup gallery = galleries.computeIfAbsent(line.loop(), this::gallery);
    line.onGone(() -> gallery.leave(watcher));
    line.open(
        first,
        () -> {
          gallery.enter(watcher);
          askAgain(now, caller, gallery, watcher);
        });
  }

  /** What it takes may have changed between the question and its place on the list. */
  private void askAgain(
      Workspace now, Caller caller, StreamGroup gallery, StreamSubscriber watcher) {
    if (now.members().passkeys()) {
      threshold
          .lets(now, caller.person())
          .onSuccess(
              in -> {
                if (!in) {
                  gallery.closeIf(w -> w == watcher);
                }
              });
    }
  }

  private static JsonObject reload(Workspace now, SeatId seat) {
    return FrameRenderer.reload(now.positionFor(seat));
  }

  private StreamGroup gallery(EventLoop loop) {
    return new StreamGroup(loop, rooms, this::rendered, this::left);
  }

  private void left(StreamSubscriber watcher) {
    count.decrementAndGet();
    oneLess(watcher.seat);
    ofWorkspace.computeIfPresent(watcher.workspace, (k, n) -> n == 1 ? null : n - 1);
  }

  private void oneLess(SeatId seat) {
    ofSeat.computeIfPresent(seat, (k, n) -> n == 1 ? null : n - 1);
  }

  /** Once for all loops that show this state. */
  private RenderedState rendered(Workspace now) {
    return Objects.requireNonNull(
        newest.updateAndGet(
            r -> r != null && r.is(now) ? r : new RenderedState(now, frames, rings)));
  }

  /** Says no before anything was written, and when to ask again. */
  private static void refuse(HttpServerResponse response, int status) {
    if (!response.ended() && !response.closed()) {
      response.setStatusCode(status).putHeader("retry-after", RETRY_AFTER_SECONDS).end();
    }
  }

  /**
   * Succeeds when all who look at this workspace have been written what is known of it now, but for
   * those whose connection takes no more; at once if nobody looks. From any thread.
   */
  public Future<Void> shown(WorkspaceId workspace) {
    return Future.join(galleries.values().stream().map(g -> g.shown(workspace)).toList())
        .mapEmpty();
  }

  /** Tells the open streams of a seat that its bell says something else now. */
  public void ring(WorkspaceId workspace, SeatId seat) {
    everywhere(g -> g.tell(workspace, seat, SseFrame.BELL));
  }

  /** Tells the open streams of a seat that it has read something, or marked it as unread. */
  public void read(WorkspaceId workspace, SeatId seat) {
    everywhere(g -> g.tell(workspace, seat, SseFrame.READ));
  }

  /**
   * Tells the open streams of a seat that it changed a draft, and no word of that.
   *
   * @param version that it has now; empty if it is gone
   */
  public void drafted(WorkspaceId workspace, SeatId seat, String draft, String version) {
    SseFrame frame = SseFrame.draft(draft, version);
    everywhere(g -> g.tell(workspace, seat, frame));
  }

  /**
   * Closes the streams of a session that has ended, or of a person who must come in anew, on
   * whichever node.
   */
  public void sessionEnded(String id) {
    everywhere(g -> g.closeIf(w -> w.isOf(id)));
  }

  /** Closes the streams of a workspace that was destroyed, or whose log was found damaged. */
  public void workspaceClosed(WorkspaceId workspace) {
    everywhere(g -> g.closeAll(workspace));
  }

  /**
   * Closes streams whose session ended without this node having heard of it, because the bus lost
   * the word. One read per session and event loop.
   */
  public void askFor(Function<String, Future<Boolean>> lives) {
    everywhere(
        g ->
            g.then(
                () ->
                    g.all()
                        .map(StreamSubscriber::session)
                        .distinct()
                        .toList()
                        .forEach(s -> lives.apply(s).onSuccess(l -> endUnless(l, s)))));
  }

  private void endUnless(boolean lives, String session) {
    if (!lives) {
      sessionEnded(session);
    }
  }
}
