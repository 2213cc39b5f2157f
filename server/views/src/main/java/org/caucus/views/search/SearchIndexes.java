package org.caucus.views.search;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.lucene.store.AlreadyClosedException;
import org.caucus.kernel.Loading;
import org.caucus.kernel.Message;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.bus.AppendNotifier;
import org.caucus.platform.store.DatabaseException;
import org.caucus.workspace.BoundedExecutor;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes of this node: each made in the background when its workspace has come into memory,
 * and let go when all together take more memory than they may, the longest unused first. One that
 * was let go is made again when somebody looks for something.
 */
public final class SearchIndexes {
  /**
   * Of the heap, one part in so many for all indexes; rooms and what is under way have the rest.
   */
  private static final int SHARE = 6;

  /** Documents that a search reads by itself; with more to read it waits for the background. */
  static final int AT_ONCE = 500;

  /** Documents that are read before others have their turn: a search waits for no more. */
  private static final int PIECE = 50;

  /** How long news gathers before it is read: each reading makes a small part of the index. */
  static final Duration GATHERS = Duration.ofMillis(100);

  /** How long a search waits for an index before it says that there is none yet. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final long REST_NANOS = 1_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(SearchIndexes.class);

  private final Rooms rooms;
  private final long budgetBytes;
  private final Duration patience;
  private final BoundedExecutor turns = new BoundedExecutor(1);
  private final Map<WorkspaceId, LoadedIndex> held = new ConcurrentHashMap<>();

  /** What one search is answered from: one state, and an index that has read exactly that far. */
  record Sight(Workspace state, SearchIndex.View view) {}

  /** Indexes of these rooms. */
  public SearchIndexes(Rooms rooms) {
    this(rooms, Runtime.getRuntime().maxMemory() / SHARE, PATIENCE);
  }

  /**
   * Those of these rooms as a server has them: made when a workspace comes into memory, read on
   * what this bell tells of, let go when its key is gone.
   */
  public static SearchIndexes following(
      Rooms rooms, Vault vault, AppendNotifier bell, Vertx vertx) {
    SearchIndexes indexes = new SearchIndexes(rooms);
    vault.onClosed(indexes::forget);
    rooms.onLoaded(indexes::prepare);
    rooms.onAsleep(indexes::forget);
    rooms.beside(indexes::bytes);
    bell.onNews((workspace, sequence) -> indexes.news(vertx, workspace));
    return indexes;
  }

  /**
   * The same with limits of their own.
   *
   * @param patience how long a search waits for an index; zero to say at once that there is none
   */
  SearchIndexes(Rooms rooms, long budgetBytes, Duration patience) {
    this.rooms = rooms;
    this.patience = patience;
    this.budgetBytes = budgetBytes;
  }

  /**
   * Begins to make the index of a workspace that was loaded, if there is memory for one. Others go
   * first: it is made by one thread, piece by piece. That of a small one is made by the person who
   * searches first, in no time: most are woken for something else.
   */
  public void prepare(WorkspaceId workspace) {
    if (commits(workspace) > AT_ONCE && bytes() < budgetBytes) {
      made(workspace, held.computeIfAbsent(workspace, w -> new LoadedIndex()));
    }
  }

  /**
   * There is more in a workspace: an index that there is reads it soon, in the background, so that
   * no search has much to read by itself, and takes longer by it. Does not block.
   */
  public void news(Vertx vertx, WorkspaceId workspace) {
    LoadedIndex here = held.get(workspace);
    if (here != null && here.news.compareAndSet(false, true)) {
      vertx.setTimer(
          GATHERS.toMillis(),
          t -> {
            here.news.set(false);
            made(workspace, here);
          });
    }
  }

  private int commits(WorkspaceId workspace) {
    Future<Workspace> state = rooms.read(workspace);
    return state.succeeded() ? state.result().history().size() : 0;
  }

  private Future<Void> made(WorkspaceId workspace, LoadedIndex here) {
    Promise<Void> mine = Promise.promise();
    Promise<Void> other = here.making.compareAndExchange(null, mine);
    if (other != null) {
      return other.future();
    }
    turns.take(
        () -> {
          try {
            while (!here.index.readUpTo(rooms.read(workspace).await(), PIECE)) {
              LockSupport.parkNanos(REST_NANOS);
            }
            makeRoom(workspace);
            here.making.set(null);
            mine.complete();
          } catch (Overloaded
              | LogException.Crowded e) { // as when this node closes: who asks next begins anew
            LOG.debug("the search index of {} waits", workspace);
            here.making.set(null);
            mine.fail(e);
          } catch (UncheckedIOException | AlreadyClosedException e) {
            mine.fail(unwritable(workspace, here, e));
          } catch (Exception | Error e) {
            LOG.warn("the search index of {} was not made: {}", workspace, e.getClass().getName());
            here.making.set(null);
            mine.fail(e);
          }
        });
    return mine.future();
  }

  /**
   * The newest there is of a workspace, for this seat. May wait a little.
   *
   * @throws Loading if so much is to be read yet that it takes longer; it is being read
   */
  Sight look(WorkspaceId workspace, SeatId seat) {
    while (true) {
      Workspace state = rooms.read(workspace).await();
      LoadedIndex here = held.computeIfAbsent(workspace, w -> new LoadedIndex());
      here.usedNanos = System.nanoTime();
      var asItIs = here.index.asItIs(state, seat);
      if (asItIs.isPresent()) {
        return new Sight(state, asItIs.get());
      }
      var view = upTo(workspace, here, state, seat);
      if (view.isPresent()) {
        return new Sight(state, view.get());
      }
    }
  }

  private Optional<SearchIndex.View> upTo(
      WorkspaceId workspace, LoadedIndex here, Workspace state, SeatId seat) {
    try {
      int before = here.index.commits();
      if (!here.index.readUpTo(state, AT_ONCE)) {
        await(made(workspace, here));
        return Optional.empty();
      }
      var view = here.index.view(state, seat);
      if (view.isPresent() && here.index.commits() != before) {
        makeRoom(workspace);
      }
      return view;
    } catch (UncheckedIOException | AlreadyClosedException e) {
      throw unwritable(workspace, here, e);
    }
  }

  /** What it was is of no use any more: anyone who searches next has it made anew. */
  private DatabaseException.Unwritable unwritable(
      WorkspaceId workspace, LoadedIndex broken, RuntimeException why) {
    LOG.warn("the search index of {} cannot be written: {}", workspace, why.getMessage(), why);
    if (held.remove(workspace, broken)) {
      try {
        broken.index.close();
      } catch (UncheckedIOException | AlreadyClosedException e) {
        LOG.debug("it cannot be closed either: {}", e.getMessage());
      }
    }
    return new DatabaseException.Unwritable("the search index cannot be written", why);
  }

  private void await(Future<Void> made) {
    boolean done =
        !patience.isZero()
            && made.timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .map(true)
                .otherwise(false)
                .await();
    if (made.failed() && made.cause() instanceof DatabaseException.Unwritable e) {
      throw e;
    }
    if (!done) {
      throw new Loading(Message.of("what-can-be-found-in-this"));
    }
  }

  private void makeRoom(WorkspaceId used) {
    List<Map.Entry<WorkspaceId, LoadedIndex>> all = new ArrayList<>(held.entrySet());
    all.sort(Comparator.comparingLong(e -> e.getValue().usedNanos));
    long taken = bytes();
    for (Map.Entry<WorkspaceId, LoadedIndex> entry : all) {
      if (taken <= budgetBytes) {
        return;
      }
      if (!entry.getKey().equals(used)) {
        taken -= entry.getValue().index.bytes();
        forget(entry.getKey());
      }
    }
  }

  /** Lets go of what is known of a workspace; its key may be gone. */
  public void forget(WorkspaceId workspace) {
    LoadedIndex gone = held.remove(workspace);
    if (gone != null) {
      gone.index.close();
    }
  }

  /** Documents in the index of a workspace; none before it is whole. */
  int documents(WorkspaceId workspace) {
    LoadedIndex here = held.get(workspace);
    return here == null ? 0 : here.index.documents();
  }

  /** Bytes that all take. */
  public long bytes() {
    return held.values().stream().mapToLong(h -> h.index.bytes()).sum();
  }

  /** What the index of one workspace takes; 0 if it has none. */
  private long bytes(WorkspaceId workspace) {
    LoadedIndex here = held.get(workspace);
    return here == null ? 0 : here.bytes();
  }
}
