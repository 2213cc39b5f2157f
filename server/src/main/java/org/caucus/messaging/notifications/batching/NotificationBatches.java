package org.caucus.messaging.notifications.batching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.FailedJobs;
import org.caucus.platform.store.Mongo;

/** What waits to be told, sealed; the database sees when it is due. Waits; for virtual threads. */
public final class NotificationBatches {
  /** How often it is tried while others write theirs. */
  private static final int TRIES = 20;

  private static final String KEPT = "bursts";

  private final SealedCollection bursts;
  private final FailedJobs misses;

  /** Those in this database. */
  public NotificationBatches(Mongo mongo, Vault vault) {
    this.bursts = new SealedCollection(mongo.documents(KEPT), vault, WorkspaceId.SYSTEM);
    this.misses = new FailedJobs(mongo, vault, KEPT);
  }

  /** One of them, and what it must still be when it is replaced. */
  record Held(NotificationBatch burst, long version, OptionalLong due) {}

  /** The name under which something waits. */
  static String id(WorkspaceId workspace, String key) {
    return DeliveryBatch.id(workspace.value(), key, "burst");
  }

  /**
   * Notes that something happened; durable when it returns. Asked again it answers what was noted
   * the first time.
   *
   * @param due when it is told at the latest, if nothing waits there yet
   * @throws Overloaded if others write it all the time
   */
  public NotificationBatch.Item note(
      WorkspaceId workspace, String key, NotificationBatch.Item item, Instant due) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Held> found = find(workspace, key);
      if (found.isEmpty()) {
        NotificationBatch first = NotificationBatch.of(workspace, key, item);
        if (bursts.insertIfAbsent(id(workspace, key), due.toEpochMilli(), first.write()).await()) {
          return item;
        }
        continue;
      }
      Optional<NotificationBatch.Item> known = found.get().burst().find(item);
      if (known.isPresent()) {
        return known.get(); // read again after a crash
      }
      NotificationBatch more = found.get().burst().with(item);
      OptionalLong waits = found.get().due();
      boolean now = waits.isEmpty() || more.isFull();
      if (replace(found.get(), more, now ? OptionalLong.of(due(due, more)) : waits)) {
        return item;
      }
    }
    throw new Overloaded();
  }

  private static long due(Instant due, NotificationBatch burst) {
    return burst.isFull() ? Instant.EPOCH.toEpochMilli() : due.toEpochMilli();
  }

  Optional<Held> find(WorkspaceId workspace, String key) {
    return bursts.find(id(workspace, key)).await().map(NotificationBatches::held);
  }

  /** Those that are due, the longest due first. */
  List<Held> due(Instant now, int limit) {
    return bursts.due(now.toEpochMilli(), limit).await().stream()
        .map(NotificationBatches::held)
        .toList();
  }

  /** Replaces it; false if somebody was first. */
  boolean replace(Held was, NotificationBatch is, OptionalLong due) {
    return bursts.replaceIf(id(is.workspace(), is.key()), was.version(), is.write(), due).await();
  }

  /** It could not be seen to, and is due again later. */
  void missed(NotificationBatch burst, Exception why, Instant now) {
    misses.missed(id(burst.workspace(), burst.key()), burst.workspace().value(), why, now);
  }

  void forget(NotificationBatch burst) {
    boolean unused = bursts.delete(id(burst.workspace(), burst.key())).await();
  }

  private static Held held(SealedCollection.Entry entry) {
    return new Held(NotificationBatch.read(entry.plain()), entry.version(), entry.due());
  }
}
