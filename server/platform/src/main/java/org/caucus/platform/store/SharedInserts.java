package org.caucus.platform.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Ordered inserts of many callers that share requests: what arrives while one is under way goes
 * together in the next. A request costs far more than a document, so many small writers at once
 * become as quick as one large one. Nobody waits longer than for the requests under way.
 *
 * <p>To each caller it is as if it were alone: its documents go in in their order, and stop at the
 * first that is taken.
 */
public final class SharedInserts {
  /** Most documents in one request, unless one caller brings more. */
  static final int MAX_DOCUMENTS = 1_000;

  /** Most bytes in one request, unless one caller brings more. */
  static final long MAX_BYTES = 16L * 1024 * 1024;

  /** Requests under way at once: one can be written while the other is synced. */
  private static final int MAX_UNDER_WAY = 2;

  private final Documents documents;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private int underWay;

  private record Waiting(List<BsonDocument> documents, Promise<Void> done) {
    long bytes() {
      return documents.stream().mapToLong(Documents::bytes).sum();
    }
  }

  /** Inserts into this collection. */
  public SharedInserts(Documents documents) {
    this.documents = documents;
  }

  /** As {@link Documents#insertAll}. */
  public Future<Void> insertAll(List<BsonDocument> all) {
    if (all.isEmpty()) {
      return Future.succeededFuture();
    }
    var waiting = new Waiting(List.copyOf(all), Promise.promise());
    lock.lock();
    try {
      queue.add(waiting);
    } finally {
      lock.unlock();
    }
    go();
    return BlockingCalls.onCaller(waiting.done().future());
  }

  private void go() {
    var together = next();
    if (!together.isEmpty()) {
      var all = together.stream().flatMap(w -> w.documents().stream()).toList();
      Future.succeededFuture()
          .compose(now -> BackgroundWork.apart(() -> documents.insertAll(all)))
          .onComplete(
              done -> {
                settle(together, done.cause());
                ended();
              });
    }
  }

  private List<Waiting> next() {
    var together = new ArrayList<Waiting>();
    lock.lock();
    try {
      int size = 0;
      long bytes = 0;
      while (underWay < MAX_UNDER_WAY && !queue.isEmpty()) {
        size += queue.element().documents().size();
        bytes += queue.element().bytes();
        if ((size > MAX_DOCUMENTS || bytes > MAX_BYTES) && !together.isEmpty()) {
          break;
        }
        together.add(queue.remove());
      }
      if (!together.isEmpty()) {
        underWay++;
      }
      return together;
    } finally {
      lock.unlock();
    }
  }

  private void ended() {
    lock.lock();
    try {
      underWay--;
    } finally {
      lock.unlock();
    }
    go();
  }

  private void settle(List<Waiting> together, @Nullable Throwable failure) {
    if (failure instanceof DatabaseException.DuplicateKey taken) {
      settleUpTo(taken, together);
    } else if (failure != null) {
      together.forEach(w -> BlockingCalls.tell(() -> w.done().fail(failure)));
    } else {
      together.forEach(w -> BlockingCalls.tell(w.done()::complete));
    }
  }

  /** Those before the taken one are in, its owner is told, and those after it try anew. */
  private void settleUpTo(DatabaseException.DuplicateKey taken, List<Waiting> together) {
    int before = 0;
    for (int i = 0; i < together.size(); i++) {
      var waiting = together.get(i);
      int own = taken.index() - before;
      if (own < waiting.documents().size()) {
        again(together.subList(i + 1, together.size()));
        var his = new DatabaseException.DuplicateKey(documents.name(), own, taken);
        BlockingCalls.tell(() -> waiting.done().fail(his));
        return;
      }
      BlockingCalls.tell(waiting.done()::complete);
      before += waiting.documents().size();
    }
  }

  private void again(List<Waiting> rest) {
    lock.lock();
    try {
      rest.reversed().forEach(queue::addFirst);
    } finally {
      lock.unlock();
    }
  }
}
