package org.caucus.messaging.notifications.batching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobRunner;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.workspace.Workspace;

/**
 * Lets what waited leave. Any node may, several at once, and be killed at any point: what leaves is
 * marked first, then put into the outbox under names that follow from it, then taken away.
 */
public final class NotificationBatcher {
  private static final int TRIES = 20;

  private final CommandBus<Workspace> floor;
  private final NotificationBatches bursts;
  private final Telling telling;
  private final Duration window;
  private final InstantSource clock;

  /** Puts letters into the outbox, or hands on what is told with other things. */
  @FunctionalInterface
  public interface Telling {
    /**
     * Asked again with the same it changes nothing. Blocks.
     *
     * @param key under which they waited
     */
    void tell(Workspace state, String key, List<NotificationBatch.Item> items);
  }

  /**
   * The clock.
   *
   * @param window how long something waits for more of the same thing
   */
  public NotificationBatcher(
      CommandBus<Workspace> floor,
      NotificationBatches bursts,
      Telling telling,
      Duration window,
      InstantSource clock) {
    this.floor = floor;
    this.bursts = bursts;
    this.telling = telling;
    this.window = window;
    this.clock = clock;
  }

  /** The clock that has them seen to. */
  public JobScheduler clock() {
    return new JobRunner<>(bursts.jobs(), this::see, () -> {})
        .every(JobScheduler.PROMPT, "notices", clock);
  }

  private void see(Job<NotificationBatch> job, Instant now) {
    leave(job.what().workspace(), job.what().key(), now);
  }

  /** Lets leave at once what waits under this name. Blocks. */
  public void leave(WorkspaceId workspace, String key, Instant now) {
    String id = NotificationBatches.id(workspace, key);
    for (int i = 0; i < TRIES; i++) {
      Optional<Job<NotificationBatch>> job = bursts.jobs().find(id).await();
      if (job.isEmpty() || isDone(job.get(), now)) {
        return;
      }
    }
    throw new IllegalStateException("others write these notices all the time");
  }

  /** One step on the way; true when nothing is left to do. */
  private boolean isDone(Job<NotificationBatch> job, Instant now) {
    NotificationBatch burst = job.what();
    if (burst.items().isEmpty()) {
      return job.due().isEmpty() || replace(job, burst, Optional.empty());
    }
    if (burst.leaving() == 0) {
      boolean unused = replace(job, burst.closed(), Optional.of(now));
      return false;
    }
    telling.tell(floor.read(burst.workspace()).await(), burst.key(), burst.going());
    NotificationBatch rest = burst.rest();
    return replace(
        job, rest, rest.items().isEmpty() ? Optional.empty() : Optional.of(now.plus(window)));
  }

  private boolean replace(Job<NotificationBatch> was, NotificationBatch is, Optional<Instant> due) {
    return bursts.jobs().replace(was, new Job.Next<>(is, due)).await();
  }
}
