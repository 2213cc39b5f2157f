package org.caucus.coalition.entries.attachments;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caucus.coalition.entries.Entries;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away files that no entry and no draft took in their time, and sees to it that {@link
 * UnreferencedBlobs} are looked for. Of many nodes one does so, as long as it lives: to read all
 * there is once is enough.
 */
public final class UploadGc {
  /** Time between two sweeps. */
  public static final Duration PERIOD = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(UploadGc.class);

  private final EventLog log;
  private final CommandBus<? extends Entries.Held> floor;
  private final Uploads uploads;
  private final UnreferencedBlobs orphans;
  private final InstantSource clock;
  private final Turn turn;
  private final AtomicBoolean underWay = new AtomicBoolean();

  /** Knows which node it is that sweeps. */
  @FunctionalInterface
  public interface Turn {
    /** Whether it is this one. */
    Future<Boolean> isOurs();
  }

  /** Sweeps these uploads, and these orphans. */
  public UploadGc(
      EventLog log,
      CommandBus<? extends Entries.Held> floor,
      Uploads uploads,
      UnreferencedBlobs orphans,
      InstantSource clock,
      Turn turn) {
    this.log = log;
    this.floor = floor;
    this.uploads = uploads;
    this.orphans = orphans;
    this.clock = clock;
    this.turn = turn;
  }

  /** Sweeps every {@link #PERIOD} until Vert.x closes. */
  public void start(Vertx vertx) {
    vertx.setPeriodic(PERIOD.toMillis(), t -> Thread.startVirtualThread(this::now));
  }

  /** One sweep of all workspaces; one that fails keeps no other from its own. Blocks. */
  public void now() {
    if (!underWay.compareAndSet(false, true)) {
      return;
    }
    try {
      if (turn.isOurs().await()) {
        log.workspaces().await().forEach(this::swept);
      }
    } catch (DatabaseException | LogException e) {
      LOG.warn("files were not swept: {}", e.getClass().getSimpleName());
    } finally {
      underWay.set(false);
    }
  }

  private void swept(WorkspaceId workspace) {
    try {
      left(workspace);
      orphans.look(workspace, clock.instant());
    } catch (DatabaseException | LogException e) {
      LOG.warn("files of a workspace were not swept: {}", e.getClass().getSimpleName());
    }
  }

  private void left(WorkspaceId workspace) {
    Instant now = clock.instant();
    List<Upload> left = uploads.all(workspace).stream().filter(u -> u.isLeft(now)).toList();
    if (left.isEmpty()) {
      return;
    }
    Entries.Held state = floor.read(workspace).await();
    for (Upload upload : left) {
      if (state.isTaken(upload.blob())) {
        uploads.forget(workspace, upload);
      } else {
        uploads.delete(workspace, upload);
      }
    }
  }
}
