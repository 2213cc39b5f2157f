package org.caucus.platform.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Deletions of many callers that share requests, as {@link SharedInserts} do: what arrives while
 * one is under way goes together in the next.
 */
public final class SharedDeletes {
  /** Most documents in one request. */
  static final int MAX_DOCUMENTS = 1_000;

  private final Documents documents;
  private final ReentrantLock lock = new ReentrantLock();
  private List<Waiting> queue = new ArrayList<>();
  private boolean underWay;

  private record Waiting(String id, Promise<Void> done) {}

  /** Deletes in this collection. */
  public SharedDeletes(Documents documents) {
    this.documents = documents;
  }

  /** Deletes it; no complaint if it is gone. */
  public Future<Void> delete(String id) {
    var waiting = new Waiting(id, Promise.promise());
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
    List<Waiting> together = next();
    if (!together.isEmpty()) {
      List<String> ids = together.stream().map(Waiting::id).toList();
      Future.succeededFuture()
          .compose(now -> BackgroundWork.apart(() -> documents.deleteAll(ids)))
          .onComplete(
              deleted -> {
                together.forEach(w -> BlockingCalls.tell(() -> w.done().handle(deleted)));
                ended();
              });
    }
  }

  private List<Waiting> next() {
    lock.lock();
    try {
      if (underWay) {
        return List.of();
      }
      int most = Math.min(queue.size(), MAX_DOCUMENTS);
      List<Waiting> together = List.copyOf(queue.subList(0, most));
      queue = new ArrayList<>(queue.subList(most, queue.size()));
      underWay = !together.isEmpty();
      return together;
    } finally {
      lock.unlock();
    }
  }

  private void ended() {
    lock.lock();
    try {
      underWay = false;
    } finally {
      lock.unlock();
    }
    go();
  }
}
