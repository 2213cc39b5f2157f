package org.caucus.messaging.notifications.weekly;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobStore;
import org.caucus.platform.jobs.JobType;
import org.caucus.platform.store.Mongo;

/** When each weekly letter is due, sealed; the database sees when. Waits; for virtual threads. */
public final class WeeklySchedule {
  private static final String SEQUENCE = "sequence";

  private final JobStore<Chosen> jobs;

  /** Those in this database. */
  public WeeklySchedule(Mongo mongo, Vault vault) {
    this.jobs =
        new JobStore<>(
            mongo,
            vault,
            new JobType<>(
                "weeklies",
                Chosen::write,
                Chosen::read,
                chosen -> chosen.whose().workspace().value()));
  }

  /** Whose letter it is. */
  record Whose(WorkspaceId workspace, SeatId seat, WeeklyMailing weekly) {
    String id() {
      return DeliveryBatch.id(workspace.value(), seat.value(), weekly.name(), "weekly");
    }
  }

  /**
   * A letter that was chosen.
   *
   * @param sequence of the commit by which it was chosen; 0 where that was not noted yet
   */
  record Chosen(Whose whose, long sequence) {
    byte[] write() {
      return new JsonObject()
          .put("workspace", whose.workspace().value())
          .put("seat", whose.seat().value())
          .put("weekly", whose.weekly().name())
          .put(SEQUENCE, sequence)
          .toBuffer()
          .getBytes();
    }

    static Chosen read(byte[] bytes) {
      JsonObject json = new JsonObject(Buffer.buffer(bytes));
      Whose whose =
          new Whose(
              new WorkspaceId(json.getString("workspace")),
              new SeatId(json.getString("seat")),
              WeeklyMailing.valueOf(json.getString("weekly")));
      return new Chosen(whose, json.getLong(SEQUENCE, 0L));
    }
  }

  /** When they are due, as jobs. */
  JobStore<Chosen> jobs() {
    return jobs;
  }

  /** It is due then, whatever was noted: the zone may have changed. */
  void note(Whose whose, long sequence, Instant due) {
    jobs.change(whose.id(), was -> Optional.of(Job.Next.at(new Chosen(whose, sequence), due)))
        .await();
  }

  /** When one was due at first, however often it failed since: its week is called by that. */
  Instant firstDue(Job<Chosen> job) {
    return Objects.requireNonNull(jobs.firstDue(List.of(job)).get(job.id()));
  }
}
