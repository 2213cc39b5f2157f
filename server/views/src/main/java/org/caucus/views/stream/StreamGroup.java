package org.caucus.views.stream;

import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams whose connections one event loop serves. They are written to on that loop and no
 * other, so that a bell is one task for all of them and not a handing over for each.
 */
final class StreamGroup {
  private static final Logger LOG = LoggerFactory.getLogger(StreamGroup.class);

  private final EventLoop loop;
  private final Rooms rooms;
  private final Function<Workspace, RenderedState> rendering;
  private final Consumer<StreamSubscriber> onLeave;

  /** Changed on the loop only. */
  private final Map<WorkspaceId, Set<StreamSubscriber>> watchers = new ConcurrentHashMap<>();

  /** Workspaces of which there is news that the loop has not come to yet. */
  private final Set<WorkspaceId> rung = ConcurrentHashMap.newKeySet();

  /**
   * @param rendering what a state looks like, shared by all galleries
   * @param onLeave called on the loop, once for each watcher, when it is gone
   */
  StreamGroup(
      EventLoop loop,
      Rooms rooms,
      Function<Workspace, RenderedState> rendering,
      Consumer<StreamSubscriber> onLeave) {
    this.loop = loop;
    this.rooms = rooms;
    this.rendering = rendering;
    this.onLeave = onLeave;
  }

  /** Takes a watcher in and brings it up to date, if it is still there. On the loop. */
  void enter(StreamSubscriber watcher) {
    if (watcher.line.gone() || watcher.over()) {
      leave(watcher);
      return;
    }
    watchers.computeIfAbsent(watcher.workspace, k -> new LinkedHashSet<>()).add(watcher);
    // what was committed before it was on the list rang for nobody
    resume(watcher);
  }

  /** There is news of this workspace. From any thread. */
  void ring(WorkspaceId workspace) {
    if (watchers.containsKey(workspace) && rung.add(workspace)) {
      then(
          () -> {
            rung.remove(workspace);
            read(workspace, now -> in(workspace).forEach(w -> readOn(w, now)));
          });
    }
  }

  /** Succeeds when the news rung for so far is written, as far as connections take it. */
  Future<Void> shown(WorkspaceId workspace) {
    if (!watchers.containsKey(workspace)) {
      return Future.succeededFuture();
    }
    Promise<Void> shown = Promise.promise();
    // after what it was rung for before
    then(() -> read(workspace, now -> shown.complete()));
    return shown.future();
  }

  /** Something that is this seat's alone has changed. From any thread. */
  void tell(WorkspaceId workspace, SeatId seat, SseFrame what) {
    if (watchers.containsKey(workspace)) {
      then(
          () -> in(workspace).stream().filter(w -> w.seat.equals(seat)).forEach(w -> w.tell(what)));
    }
  }

  private void resume(StreamSubscriber watcher) {
    if (!watcher.over()) {
      read(watcher.workspace, now -> readOn(watcher, now));
    }
  }

  /** Most often it is in memory, and is read at once. */
  private void read(WorkspaceId workspace, Consumer<RenderedState> then) {
    rooms
        .read(workspace)
        .map(rendering)
        .onSuccess(
            now -> {
              if (loop.inEventLoop()) {
                then.accept(now);
              } else {
                then(() -> then.accept(now));
              }
            });
  }

  private void readOn(StreamSubscriber watcher, RenderedState now) {
    var shown = now.to(watcher.seat);
    if (shown == null || watcher.mustComeAgain(now)) {
      close(watcher);
    } else if (!watcher.readOn(now, shown)) {
      later(watcher);
    }
  }

  /** Goes on when the connection takes more, be it at once: but then after all others who wait. */
  private void later(StreamSubscriber watcher) {
    if (watcher.line.ready()) {
      then(() -> resume(watcher));
    } else {
      watcher.line.onDrain(() -> resume(watcher));
    }
  }

  /** A copy, since closing one takes it off the list. */
  private List<StreamSubscriber> in(WorkspaceId workspace) {
    return List.copyOf(watchers.getOrDefault(workspace, Set.of()));
  }

  /** Those that are open. On the loop. */
  Stream<StreamSubscriber> all() {
    return watchers.values().stream().flatMap(Set::stream);
  }

  /** Does this on the loop, unless the node is about to stop. From any thread. */
  void then(Runnable work) {
    try {
      loop.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.debug("the event loop has ended, and its streams with it");
    }
  }

  /** Closes the streams of a workspace. From any thread. */
  void closeAll(WorkspaceId workspace) {
    then(() -> in(workspace).forEach(this::close));
  }

  /** Closes all of these. From any thread. */
  void closeIf(Predicate<StreamSubscriber> over) {
    then(() -> all().filter(over).toList().forEach(this::close));
  }

  /** Sends a heartbeat to each, and closes those that take none. From any thread. */
  void beat(Buffer heartbeat, int mostStuck) {
    closeIf(w -> !w.beat(heartbeat, mostStuck));
  }

  private void close(StreamSubscriber watcher) {
    leave(watcher);
    watcher.line.end();
  }

  /** On the loop. */
  void leave(StreamSubscriber watcher) {
    Set<StreamSubscriber> all = watchers.get(watcher.workspace);
    if (all != null && all.remove(watcher) && all.isEmpty()) {
      watchers.remove(watcher.workspace);
    }
    if (watcher.leave()) {
      onLeave.accept(watcher);
    }
  }
}
