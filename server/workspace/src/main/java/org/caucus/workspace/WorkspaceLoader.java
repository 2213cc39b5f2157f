package org.caucus.workspace;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.kernel.Event;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.Snapshots;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.platform.serialization.Packer;
import org.caucus.platform.serialization.Schema;
import org.caucus.platform.serialization.Unpacker;
import org.caucus.platform.store.DatabaseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a workspace into memory: from its snapshot and the records after it, else from all its
 * records; and writes snapshots. Waits; call it on a virtual thread.
 *
 * <p>A snapshot holds the commits, packed, and not what they were folded to: what takes the time of
 * a replay is reading, opening and parsing records one by one, and a fold that is made anew is
 * never one that an older program made. One that is of another shape, is damaged, or does not meet
 * the log is discarded with a line in the log file, and everything is replayed.
 */
final class WorkspaceLoader {
  /**
   * Bytes of packed commits in one part, before compression. Each part costs 5 ms of CPU by itself
   * in a fresh JVM; three are in memory at once.
   */
  static final int PART_BYTES = 2 * 1024 * 1024;

  /** What one part can hold: nearly a part, and one commit of the largest size, twice over. */
  static final int PART_LIMIT_BYTES = PART_BYTES + 2 * EventLog.RECORD_LIMIT_BYTES;

  /** What commits are made of; a snapshot written from anything else is not read. */
  static final Schema<Commit> COMMITS =
      new Schema<>(
          Commit.class,
          Map.of(
              Event.class,
              List.copyOf(new TreeMap<>(EventTypes.all()).values()),
              MessageTarget.class,
              List.copyOf(Capabilities.targets().values())));

  /** Parts of a snapshot that are read while one is folded. */
  private static final int AHEAD = 2;

  /** How often a snapshot is looked for anew because another node replaced it meanwhile. */
  private static final int TRIES = 3;

  private static final Future<EventLog.Page> NO_MORE =
      Future.succeededFuture(new EventLog.Page(List.of(), false));
  private static final Logger LOG = LoggerFactory.getLogger(WorkspaceLoader.class);

  private final EventLog log;
  private final @Nullable Snapshots snapshots;
  private final long mostBytes;
  private volatile boolean older;

  /**
   * @param snapshots null to go without
   */
  WorkspaceLoader(EventLog log, @Nullable Snapshots snapshots) {
    this(log, snapshots, Long.MAX_VALUE);
  }

  /**
   * @param snapshots null to go without
   * @param mostBytes a workspace that takes more, as estimated, is not loaded: it would take the
   *     memory of all others, and the process with it
   */
  WorkspaceLoader(EventLog log, @Nullable Snapshots snapshots, long mostBytes) {
    this.log = log;
    this.snapshots = snapshots;
    this.mostBytes = mostBytes;
  }

  /**
   * A workspace in memory.
   *
   * @param weight bytes of the records it was folded from
   * @param outside octets of those records that are texts outside the heap
   * @param covered the sequence its snapshot covers; 0 if there is none
   * @param coveredWeight bytes of the records that its snapshot covers
   * @param coveredAt when that was taken
   * @param asked when the log was asked and had no more, by {@link System#nanoTime}
   */
  record Loaded(
      Workspace state,
      long weight,
      long outside,
      long covered,
      long coveredWeight,
      Instant coveredAt,
      long asked) {
    Loaded with(Workspace newer, long more, long whenAsked) {
      return with(newer, more, 0, whenAsked);
    }

    Loaded with(Workspace newer, long more, long moreOutside, long whenAsked) {
      return new Loaded(
          newer,
          weight + more,
          outside + moreOutside,
          covered,
          coveredWeight,
          coveredAt,
          Math.max(asked, whenAsked));
    }

    /** With a snapshot of what it was then. */
    Loaded covered(Loaded then, Instant at) {
      return new Loaded(state, weight, outside, then.state().sequence(), then.weight(), at, asked);
    }
  }

  /** A snapshot that cannot be used, and why. */
  private static final class Useless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Useless(String why) {
      super(why, null, false, false);
    }
  }

  /** The workspace as its log has it now. */
  Loaded load(WorkspaceId id) {
    return load(id, bytes -> {});
  }

  /**
   * The same.
   *
   * @param grows told what it takes by now, as estimated, while it is loaded; what it throws ends
   *     that
   */
  Loaded load(WorkspaceId id, LongConsumer grows) {
    Loaded nothing = new Loaded(Workspace.empty(id), 0, 0, 0, 0, Instant.EPOCH, System.nanoTime());
    return snapshots == null
        ? tail(nothing, mostBytes, grows)
        : fromSnapshot(snapshots, id, grows).orElseGet(() -> tail(nothing, mostBytes, grows));
  }

  private Optional<Loaded> fromSnapshot(Snapshots from, WorkspaceId id, LongConsumer grows) {
    String generation = "";
    for (int i = 0; i < TRIES; i++) {
      Optional<Snapshots.Head> head = newest(from, id);
      if (head.isEmpty() || head.get().generation().equals(generation)) {
        return Optional.empty();
      }
      generation = head.get().generation();
      try {
        return Optional.of(meeting(unpacked(from, head.get(), mostBytes, grows), grows));
      } catch (DatabaseException
          | LogException.UnknownWorkspace
          | LogException.NotLoaded
          | LogException.Crowded e) {
        throw e; // no fault of the snapshot
      } catch (Exception e) {
        doubted(from, head.get(), e);
      }
    }
    return Optional.empty();
  }

  private static void mustFit(WorkspaceId id, long bytes, long most) {
    if (bytes > most) {
      throw new LogException.NotLoaded(id, bytes, most);
    }
  }

  private static Optional<Snapshots.Head> newest(Snapshots from, WorkspaceId id) {
    try {
      return from.latest(id).await();
    } catch (LogException.Unreadable e) {
      LOG.warn("snapshot of workspace {}: {}. The log is replayed.", id, e.getMessage());
      from.discardHead(id).await();
      return Optional.empty();
    }
  }

  /** Discards a snapshot, unless another node has put a newer one in its place. */
  private static void doubted(Snapshots from, Snapshots.Head head, Exception e) {
    Optional<Snapshots.Head> now = newest(from, head.workspace());
    if (now.isEmpty() || now.get().generation().equals(head.generation())) {
      LOG.warn(
          "snapshot {} of workspace {} is discarded: {}. The log is replayed.",
          head.generation(),
          head.workspace(),
          e instanceof Useless || e instanceof LogException
              ? e.getMessage()
              : "it cannot be unpacked (" + e.getClass().getSimpleName() + ")");
      from.discard(head).await();
    }
  }

  /** Parts are fetched, unpacked and folded at the same time, each a step ahead of the next. */
  private static Loaded unpacked(
      Snapshots from, Snapshots.Head head, long most, LongConsumer grows) {
    if (!head.shape().equals(COMMITS.fingerprint())) {
      throw new Useless("it was written by a Caucus whose events have another shape");
    }
    Deque<Future<List<byte[]>>> coming = new ArrayDeque<>();
    Unpacker unpacker = new Unpacker();
    Fold fold = new Fold(Workspace.empty(head.workspace()));
    Future<List<Commit>> unpacking = Future.succeededFuture(List.of());
    for (int part = 0; part < head.parts(); part++) {
      for (int next = part + coming.size(); coming.size() <= AHEAD && next < head.parts(); next++) {
        coming.add(from.parts(head, next, 1));
      }
      long soFar = head.weight() * part / head.parts();
      grows.accept(Room.estimatedBytes(soFar, fold.sequence(), fold.entries()));
      byte[] bytes = coming.remove().await().getFirst();
      List<Commit> ready = unpacking.await();
      unpacking = aside(() -> commits(unpacker, bytes));
      ready.forEach(fold::plus);
      long folded = head.weight() * Math.max(0, part - 1) / head.parts();
      mustFit(fold.id(), Room.mostBytes(folded - fold.outside(), fold.sequence()), most);
    }
    unpacking.await().forEach(fold::plus);
    mustFit(fold.id(), Room.mostBytes(head.weight() - fold.outside(), fold.sequence()), most);
    Workspace state = fold.end();
    if (state.sequence() != head.sequence()) {
      throw new Useless("it ends at " + state.sequence() + " and not where it says");
    }
    return new Loaded(
        state.at(head.tip()),
        head.weight(),
        fold.outside(),
        head.sequence(),
        head.weight(),
        head.at(),
        System.nanoTime());
  }

  private static List<Commit> commits(Unpacker unpacker, byte[] part) {
    unpacker.part(part, PART_LIMIT_BYTES);
    List<Commit> commits = new ArrayList<>();
    while (unpacker.more()) {
      commits.add(unpacker.take(COMMITS));
    }
    return commits;
  }

  private static <T> Future<T> aside(Supplier<T> work) {
    return Future.fromCompletionStage(
        CompletableFuture.supplyAsync(work, Thread::startVirtualThread));
  }

  /** With the records after it, provided the last one it covers is the log's. */
  private Loaded meeting(Loaded snapshot, LongConsumer grows) {
    long last = snapshot.covered();
    List<LogRecord> met = last == 0 ? List.of() : log.read(id(snapshot), last - 1, 1).await();
    // the hash stands for all records up to here, so no other log can meet this snapshot
    if (met.isEmpty() || !met.getFirst().hash().equals(snapshot.state().tip())) {
      throw new Useless("the log has something else at " + last);
    }
    return tail(snapshot, mostBytes, grows);
  }

  private static WorkspaceId id(Loaded loaded) {
    return loaded.state().id();
  }

  /** Whether a log holds what a newer Caucus wrote: then this one cannot go on there. */
  boolean older() {
    return older;
  }

  /** The same with what is in the log beyond it. */
  Loaded tail(Loaded from) {
    return tail(from, Long.MAX_VALUE, bytes -> {});
  }

  private Loaded tail(Loaded from, long most, LongConsumer grows) {
    try {
      return followed(from, most, grows);
    } catch (LogException.Newer e) {
      older = true;
      throw e;
    }
  }

  /** A page is read while the one before is folded. */
  private Loaded followed(Loaded from, long most, LongConsumer grows) {
    long asked = System.nanoTime();
    Fold fold = new Fold(from.state());
    long weight = 0;
    var page = page(fold.id(), fold.sequence(), fold.tip()).await();
    while (!page.records().isEmpty()) {
      LogRecord last = page.records().getLast();
      var next = page.more() ? page(fold.id(), last.sequence(), last.hash()) : NO_MORE;
      for (LogRecord r : page.records()) {
        fold.follow(r);
        weight += r.plain().length;
      }
      long all = from.weight() + weight;
      long inHeap = all - from.outside() - fold.outside();
      mustFit(fold.id(), Room.mostBytes(inHeap, fold.sequence()), most);
      grows.accept(Room.estimatedBytes(all, fold.sequence(), fold.entries()));
      page = next.await();
    }
    return from.with(fold.end(), weight, fold.outside(), asked);
  }

  private Future<EventLog.Page> page(WorkspaceId id, long after, RecordHash tip) {
    return log.page(id, after, tip, EventLog.READ_LIMIT);
  }

  /**
   * Writes a snapshot of this state; true if it is the newest now. The state never changes, so its
   * room goes on meanwhile.
   */
  boolean keep(Loaded loaded, Instant at) {
    Workspace state = loaded.state();
    if (snapshots == null || state.sequence() == 0) {
      return false;
    }
    Snapshots.Draft draft = snapshots.begin(state.id(), state.sequence()).await();
    try {
      Packer packer = new Packer();
      for (Commit commit : state.history()) {
        packer.put(COMMITS, commit);
        if (packer.size() >= PART_BYTES) {
          draft.add(packer.part()).await();
        }
      }
      draft.add(packer.part()).await();
    } catch (Exception e) {
      draft.abandon().otherwiseEmpty().await();
      throw e;
    }
    return draft.finish(COMMITS.fingerprint(), state.tip(), loaded.weight(), at).await();
  }
}
