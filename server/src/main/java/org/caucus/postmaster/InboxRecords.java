package org.caucus.postmaster;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.caucus.log.Ids;
import org.caucus.log.SealedCollection;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.mongo.Mongo;

/** The letters that were answered 250 and have not ended yet. */
public final class InboxRecords {
  /** Letters read at once. */
  static final int PAGE = 500;

  private static final int MICROS_PER_MILLI = 1_000;

  private final SealedCollection letters;
  private final InstantSource clock;
  private final AtomicLong last = new AtomicLong();

  /** The inbox in this database. */
  public InboxRecords(Mongo mongo, Vault vault, InstantSource clock) {
    this.letters = new SealedCollection(mongo.documents("inbox"), vault, WorkspaceId.SYSTEM);
    this.clock = clock;
  }

  /** A new id: over every earlier one of this process, and not to be guessed. */
  String nextId() {
    long micros = clock.millis() * MICROS_PER_MILLI;
    long order = last.updateAndGet(l -> Math.max(l + 1, micros));
    return String.format(Locale.ROOT, "%016x-%s", order, Ids.random());
  }

  Future<Void> insert(Stored letter) {
    return letters.insert(letter.id(), letter.write());
  }

  Future<Boolean> delete(String id) {
    return letters.delete(id);
  }

  /** Letters after this id, in order of arrival. */
  Future<List<Stored>> after(String id) {
    return letters
        .range(id, PAGE)
        .map(all -> all.stream().map(e -> Stored.read(e.id(), e.plain())).toList());
  }

  /** How many there are. */
  public Future<Long> count() {
    return letters.count();
  }
}
