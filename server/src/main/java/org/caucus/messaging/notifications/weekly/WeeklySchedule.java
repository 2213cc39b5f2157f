package org.caucus.messaging.notifications.weekly;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.FailedJobs;
import org.caucus.platform.store.Mongo;

/** When each weekly letter is due, sealed; the database sees when. Waits; for virtual threads. */
public final class WeeklySchedule {
  private static final String KEPT = "weeklies";
  private static final String SEQUENCE = "sequence";

  private final SealedCollection weeklies;
  private final FailedJobs misses;

  /** Those in this database. */
  public WeeklySchedule(Mongo mongo, Vault vault) {
    this.weeklies = new SealedCollection(mongo.documents(KEPT), vault, WorkspaceId.SYSTEM);
    this.misses = new FailedJobs(mongo, vault, KEPT);
  }

  /** Whose letter it is. */
  record Whose(WorkspaceId workspace, SeatId seat, WeeklyMailing weekly) {
    String id() {
      return DeliveryBatch.id(workspace.value(), seat.value(), weekly.name(), "weekly");
    }

    byte[] write(long sequence) {
      return new JsonObject()
          .put("workspace", workspace.value())
          .put("seat", seat.value())
          .put("weekly", weekly.name())
          .put(SEQUENCE, sequence)
          .toBuffer()
          .getBytes();
    }

    static Whose read(byte[] bytes) {
      JsonObject json = new JsonObject(Buffer.buffer(bytes));
      return new Whose(
          new WorkspaceId(json.getString("workspace")),
          new SeatId(json.getString("seat")),
          WeeklyMailing.valueOf(json.getString("weekly")));
    }
  }

  /**
   * One that is due, and what it must still be when it is moved.
   *
   * @param sequence of the commit by which it was chosen; 0 where that was not noted yet
   */
  record Held(Whose whose, long sequence, long version, Instant due) {}

  /** It is due then, whatever was noted: the zone may have changed. */
  void note(Whose whose, long sequence, Instant due) {
    boolean done = false;
    while (!done) {
      Optional<SealedCollection.Entry> found = weeklies.find(whose.id()).await();
      done =
          found.isEmpty()
              ? weeklies
                  .insertIfAbsent(whose.id(), due.toEpochMilli(), whose.write(sequence))
                  .await()
              : replace(whose, sequence, found.get().version(), due);
    }
  }

  private boolean replace(Whose whose, long sequence, long version, Instant due) {
    OptionalLong at = OptionalLong.of(due.toEpochMilli());
    return weeklies.replaceIf(whose.id(), version, whose.write(sequence), at).await();
  }

  /** Moves it to its next time, unless somebody did. */
  void move(Held held, Instant due) {
    boolean unused = replace(held.whose(), held.sequence(), held.version(), due);
  }

  /** It could not be seen to, and is tried again later, for the same week. */
  void missed(Whose whose, Exception why, Instant now) {
    misses.missed(whose.id(), whose.workspace().value(), why, now);
  }

  void forget(Whose whose) {
    boolean unused = weeklies.delete(whose.id()).await();
  }

  /** Those that are due, the longest due first. */
  List<Held> due(Instant now, int limit) {
    List<SealedCollection.Entry> due = weeklies.due(now.toEpochMilli(), limit).await();
    // as it was meant to be, however often it failed since: a week's letter is called by that
    Map<String, Instant> meant = misses.meant(due);
    return due.stream()
        .map(
            e ->
                new Held(
                    Whose.read(e.plain()),
                    new JsonObject(Buffer.buffer(e.plain())).getLong(SEQUENCE, 0L),
                    e.version(),
                    Objects.requireNonNull(meant.get(e.id()))))
        .toList();
  }
}
