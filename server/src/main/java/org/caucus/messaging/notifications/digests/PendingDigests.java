package org.caucus.messaging.notifications.digests;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.FailedJobs;
import org.caucus.platform.store.Mongo;

/** What gathers for all seats of this installation, sealed; the database sees when it is due. */
public final class PendingDigests {
  private static final String KEPT = "digests";

  private final SealedCollection gatherings;
  private final FailedJobs misses;

  /** Those in this database. */
  public PendingDigests(Mongo mongo, Vault vault) {
    this.gatherings = new SealedCollection(mongo.documents(KEPT), vault, WorkspaceId.SYSTEM);
    this.misses = new FailedJobs(mongo, vault, KEPT);
  }

  /** One of them, and what it must still be when it is replaced. */
  record Held(PendingDigest gathering, long version, OptionalLong due) {}

  /** The sequence up to which what gathered for a seat is on its way or there; 0 if nothing is. */
  public Future<Long> sentUpTo(WorkspaceId workspace, SeatId seat, String list) {
    return find(PendingDigest.id(workspace, seat, list))
        .map(found -> found.map(held -> Math.max(0, held.gathering().after())).orElse(0L));
  }

  Future<Optional<Held>> find(String id) {
    return gatherings.find(id).map(found -> found.map(PendingDigests::held));
  }

  /** Begins one that is not due; false if it is there. */
  Future<Boolean> begin(PendingDigest gathering) {
    return gatherings.insertIfAbsent(gathering.id(), gathering.write());
  }

  /** Begins one; false if it is there. */
  Future<Boolean> begin(PendingDigest gathering, Instant due) {
    return gatherings.insertIfAbsent(gathering.id(), due.toEpochMilli(), gathering.write());
  }

  /**
   * Replaces it; false if somebody was first.
   *
   * @param due milliseconds since 1970; empty while nothing waits
   */
  Future<Boolean> replace(Held was, PendingDigest is, OptionalLong due) {
    return gatherings.replaceIf(is.id(), was.version(), is.write(), due);
  }

  /** Those that are due, the longest due first. */
  Future<List<Held>> due(Instant now, int limit) {
    return gatherings
        .due(now.toEpochMilli(), limit)
        .map(all -> all.stream().map(PendingDigests::held).toList());
  }

  /** It could not be seen to, and is due again later. Blocks. */
  void missed(Held held, Exception why, Instant now) {
    misses.missed(held.gathering().id(), held.gathering().workspace().value(), why, now);
  }

  Future<Boolean> delete(PendingDigest gathering) {
    return gatherings.delete(gathering.id());
  }

  private static Held held(SealedCollection.Entry entry) {
    return new Held(PendingDigest.read(entry.plain()), entry.version(), entry.due());
  }
}
