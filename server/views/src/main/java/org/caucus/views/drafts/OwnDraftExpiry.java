package org.caucus.views.drafts;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes drafts that nobody has changed for long. Of many nodes one does so, while it lives. */
public final class OwnDraftExpiry {
  /** Time between two sweeps. */
  private static final Duration PERIOD = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(OwnDraftExpiry.class);

  private final OwnDraftStore store;
  private final InstantSource clock;
  private final Supplier<Future<Boolean>> isOurs;

  /**
   * Of this store.
   *
   * @param isOurs whether it is this node that sweeps
   */
  public OwnDraftExpiry(
      OwnDraftStore store, InstantSource clock, Supplier<Future<Boolean>> isOurs) {
    this.store = store;
    this.clock = clock;
    this.isOurs = isOurs;
  }

  /** Sweeps every {@link #PERIOD} until Vert.x closes. */
  public void start(Vertx vertx) {
    vertx.setPeriodic(PERIOD.toMillis(), t -> Thread.startVirtualThread(this::sweep));
  }

  private void sweep() {
    try {
      if (isOurs.get().await()) {
        store.removeOld(clock.instant());
      }
    } catch (DatabaseException | LogException e) {
      LOG.warn("old drafts were not removed: {}", e.getClass().getSimpleName());
    }
  }
}
