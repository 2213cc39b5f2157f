package org.caucus.messaging.notifications.batching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.workspace.Workspace;

/**
 * Lets what waited leave. Any node may, several at once, and be killed at any point: what leaves is
 * marked first, then put into the outbox under names that follow from it, then taken away.
 */
public final class NotificationBatcher {
  /** Bursts seen to in one go; the others wait for the next, which follows at once. */
  static final int AT_ONCE = 200;

  private static final int TRIES = 20;

  private final CommandBus<Workspace> floor;
  private final NotificationBatches bursts;
  private final Telling telling;
  private final Duration window;
  private final InstantSource clock;

  /** Puts letters into the outbox. */
  @FunctionalInterface
  public interface Telling {
    /** Asked again with the same it changes nothing. Blocks. */
    void tell(Workspace state, List<NotificationBatch.Item> items);
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
    return new JobScheduler("notices", JobScheduler.PROMPT, this::look, clock);
  }

  private void look(Instant now) {
    List<NotificationBatches.Held> due = bursts.due(now, AT_ONCE);
    while (!due.isEmpty()) {
      due.forEach(held -> see(held.burst(), now));
      due = bursts.due(now, AT_ONCE);
    }
  }

  /** One that fails waits, and keeps no other from its turn. */
  private void see(NotificationBatch burst, Instant now) {
    try {
      leave(burst.workspace(), burst.key(), now);
    } catch (LogException.UnknownWorkspace e) {
      bursts.forget(burst);
    } catch (Exception e) {
      bursts.missed(burst, e, now);
    }
  }

  /** Lets leave at once what waits under this name. Blocks. */
  public void leave(WorkspaceId workspace, String key, Instant now) {
    for (int i = 0; i < TRIES; i++) {
      Optional<NotificationBatches.Held> held = bursts.find(workspace, key);
      if (held.isEmpty() || isDone(held.get(), now)) {
        return;
      }
    }
    throw new IllegalStateException("others write these notices all the time");
  }

  /** One step on the way; true when nothing is left to do. */
  private boolean isDone(NotificationBatches.Held held, Instant now) {
    NotificationBatch burst = held.burst();
    if (burst.items().isEmpty()) {
      return held.due().isEmpty() || bursts.replace(held, burst, OptionalLong.empty());
    }
    if (burst.leaving() == 0) {
      boolean unused = bursts.replace(held, burst.closed(), OptionalLong.of(now.toEpochMilli()));
      return false;
    }
    telling.tell(floor.read(burst.workspace()).await(), burst.going());
    NotificationBatch rest = burst.rest();
    return bursts.replace(
        held,
        rest,
        rest.items().isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(now.plus(window).toEpochMilli()));
  }
}
