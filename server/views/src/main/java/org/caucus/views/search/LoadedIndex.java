package org.caucus.views.search;

import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The index of a workspace that is in memory, and what is under way with it. */
final class LoadedIndex {
  final SearchIndex index = new SearchIndex();
  final AtomicReference<@Nullable Promise<Void>> making = new AtomicReference<>();
  final AtomicBoolean news = new AtomicBoolean();
  volatile long usedNanos = System.nanoTime();
  private volatile int countedAt = -1;
  private volatile long counted;

  /** Counted again when it has read on: rooms ask for all of them at each load. */
  long bytes() {
    int commits = index.commits();
    if (commits != countedAt) {
      counted = index.bytes();
      countedAt = commits;
    }
    return counted;
  }
}
