package org.caucus.coalition.instruments.intake;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes readings whose time is over. Of many nodes one does so, while it lives. */
public final class PendingEditionExpiry {
  private static final Duration PERIOD = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(PendingEditionExpiry.class);

  private final PendingEditions editions;
  private final InstantSource clock;
  private final Supplier<Future<Boolean>> isOurs;

  /**
   * Of these.
   *
   * @param isOurs whether it is this node that sweeps
   */
  public PendingEditionExpiry(
      PendingEditions editions, InstantSource clock, Supplier<Future<Boolean>> isOurs) {
    this.editions = editions;
    this.clock = clock;
    this.isOurs = isOurs;
  }

  /** Sweeps every hour until Vert.x closes. */
  public void start(Vertx vertx) {
    vertx.setPeriodic(PERIOD.toMillis(), t -> Thread.startVirtualThread(this::sweep));
  }

  private void sweep() {
    try {
      if (isOurs.get().await()) {
        editions.removeOld(clock.instant());
      }
    } catch (DatabaseException | LogException e) {
      LOG.warn("old readings were not removed: {}", e.getClass().getSimpleName());
    }
  }
}
