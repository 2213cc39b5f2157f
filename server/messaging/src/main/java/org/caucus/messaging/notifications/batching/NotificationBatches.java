package org.caucus.messaging.notifications.batching;

import java.time.Instant;
import java.util.Optional;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobStore;
import org.caucus.platform.jobs.JobType;
import org.caucus.platform.store.Mongo;

/** What waits to be told, sealed; the database sees when it is due. Waits; for virtual threads. */
public final class NotificationBatches {
  private final JobStore<NotificationBatch> jobs;

  /** Those in this database. */
  public NotificationBatches(Mongo mongo, Vault vault) {
    this.jobs =
        new JobStore<>(
            mongo,
            vault,
            new JobType<>(
                "bursts",
                NotificationBatch::write,
                NotificationBatch::read,
                burst -> burst.workspace().value()));
  }

  /** What waits, as jobs. */
  JobStore<NotificationBatch> jobs() {
    return jobs;
  }

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
    return jobs.change(
            id(workspace, key),
            was ->
                was.isEmpty()
                    ? Optional.of(Job.Next.at(NotificationBatch.of(workspace, key, item), due))
                    : with(was.get(), item, due))
        .await()
        .flatMap(was -> was.what().find(item))
        .orElse(item);
  }

  /** Nothing if it was noted before: it is read again after a crash. */
  private static Optional<Job.Next<NotificationBatch>> with(
      Job<NotificationBatch> was, NotificationBatch.Item item, Instant due) {
    if (was.what().find(item).isPresent()) {
      return Optional.empty();
    }
    NotificationBatch more = was.what().with(item);
    return Optional.of(Job.Next.at(more, more.isFull() ? Instant.EPOCH : was.due().orElse(due)));
  }
}
