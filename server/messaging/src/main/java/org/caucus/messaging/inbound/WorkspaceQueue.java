package org.caucus.messaging.inbound;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.caucus.platform.limits.InputSource;
import org.jspecify.annotations.Nullable;

/**
 * The letters of one workspace, in the order they came. One virtual thread puts them; reading the
 * next ones and making the last ones durable goes on beside it.
 *
 * <p>A workspace has three. All letters come into the first, which reads of each no more than its
 * header until it knows that it belongs there. A large one has a lane of its own, so that small
 * ones do not wait for it; one that is not proven to be a member's is handed to the lane of
 * strangers, and is read when no member's letter waits to be.
 */
final class WorkspaceQueue {
  /** Letters read ahead. */
  static final int READ_AHEAD = 16;

  /** Large letters, and those of strangers, read ahead: they hold memory that nobody waits for. */
  static final int OTHERS_READ_AHEAD = 2;

  /** Letters whose end is not durable yet. */
  static final int MAX_IN_FLIGHT = 256;

  /** Which letters are in it. */
  enum Kind {
    /** All, as they come; those that belong elsewhere are handed on. */
    FIRST(InputSource.MEMBERS),
    /** Large ones that are proven to be members'. */
    LARGE(InputSource.MEMBERS),
    /** What is not proven to be a member's. */
    STRANGERS(InputSource.STRANGERS);

    final InputSource source;

    Kind(InputSource source) {
      this.source = source;
    }
  }

  private final InboundProcessor postmaster;
  private final Kind kind;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<PendingMessage> queue = new ConcurrentLinkedQueue<>();
  private boolean running;

  /** Only the one thread that runs touches it; the lock hands it on. */
  private final Deque<Flight> flights = new ArrayDeque<>();

  /** Being read; empty once it is known to belong into the other lane. */
  private record Reading(PendingMessage letter, Future<Optional<PendingMessage.Ready>> ready) {}

  private record Flight(@Nullable String messageId, Future<Void> end) {}

  WorkspaceQueue(InboundProcessor postmaster, Kind kind) {
    this.postmaster = postmaster;
    this.kind = kind;
  }

  void add(PendingMessage letter) {
    boolean start;
    lock.lock();
    try {
      queue.add(letter);
      start = !running;
      running = true;
    } finally {
      lock.unlock();
    }
    if (start) {
      Thread.startVirtualThread(this::work);
    }
  }

  private void work() {
    Deque<Reading> ahead = new ArrayDeque<>();
    while (!postmaster.closed()) {
      fill(ahead);
      Reading next = ahead.poll();
      if (next != null) {
        take(next);
      } else if (idle()) {
        return;
      }
    }
  }

  private void fill(Deque<Reading> ahead) {
    int most = kind == Kind.FIRST ? READ_AHEAD : OTHERS_READ_AHEAD;
    while (ahead.size() < most) {
      PendingMessage letter = queue.poll();
      if (letter == null) {
        return;
      }
      Promise<Optional<PendingMessage.Ready>> ready = Promise.promise();
      Thread.startVirtualThread(() -> read(letter, ready));
      ahead.add(new Reading(letter, ready.future()));
    }
  }

  private void read(PendingMessage letter, Promise<Optional<PendingMessage.Ready>> ready) {
    try {
      ready.complete(postmaster.ready(letter, kind));
    } catch (Exception | Error e) { // see take
      ready.fail(e);
    }
  }

  private boolean idle() {
    lock.lock();
    try {
      running = !queue.isEmpty();
      return !running;
    } finally {
      lock.unlock();
    }
  }

  /**
   * A letter can be made to exhaust the stack or the memory of whatever reads it. That is its own
   * failure like any other: a lane that died of it would keep all later letters waiting for ever.
   */
  private void take(Reading next) {
    if (postmaster.lost(next.letter())) {
      return;
    }
    try {
      Optional<PendingMessage.Ready> read = next.ready().await();
      if (read.isEmpty()) {
        postmaster.handOn(next.letter());
        return;
      }
      PendingMessage.Ready ready = read.get();
      makeRoom(ready);
      postmaster.inOrder(ready, kind);
      Future<Void> end = postmaster.sort(ready).onFailure(e -> postmaster.failed(next.letter(), e));
      flights.add(new Flight(ready.incoming().letter().messageId().orElse(null), end));
      postmaster.flies(ready, end);
    } catch (Exception | Error e) {
      postmaster.failed(next.letter(), e);
    }
  }

  /** Waits while too many are in flight, or one that this letter answers or repeats. */
  private void makeRoom(PendingMessage.Ready ready) {
    flights.removeIf(f -> f.end().isComplete());
    var related = ready.related();
    Optional<Flight> last =
        flights.reversed().stream()
            .filter(f -> f.messageId() != null && related.contains(f.messageId()))
            .findFirst();
    while (flights.size() >= MAX_IN_FLIGHT || last.filter(f -> !f.end().isComplete()).isPresent()) {
      settled(flights.remove());
    }
  }

  /** Its failure is seen to elsewhere; here only its end matters. */
  private static void settled(Flight flight) {
    flight.end().otherwiseEmpty().await();
  }
}
