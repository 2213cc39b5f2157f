package org.caucus.platform.jobs;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what is due, one look at a time. A database that is away costs one look and no more:
 * what is due stays due.
 */
public final class JobScheduler {
  private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);

  /**
   * The period of what somebody waits for: so late is it at most, while a node is up. A look where
   * nothing is due is one small read of an index.
   */
  public static final Duration PROMPT = Duration.ofSeconds(1);

  /** Time to the first look: what else starts with it has started by then. */
  private static final long AT_START_MILLIS = 1_000;

  private final String what;
  private final Duration period;
  private final Look look;
  private final InstantSource clock;
  private final AtomicBoolean looking = new AtomicBoolean();

  /** Sees to what is due. */
  @FunctionalInterface
  public interface Look {
    /**
     * Blocks until all that is due at this time is seen to; may be called on many nodes at once.
     */
    void at(Instant now);
  }

  /**
   * A clock that stands still until it is started.
   *
   * @param what waits when the database is away, for the log: {@code digests}
   * @param period between two looks
   */
  public JobScheduler(String what, Duration period, Look look, InstantSource clock) {
    this.what = what;
    this.period = period;
    this.look = look;
    this.clock = clock;
  }

  /** Looks at once, for what fell due while nobody looked, and once a period from now on. */
  public void start(Vertx vertx) {
    long millis = period.toMillis();
    vertx.setPeriodic(Math.min(AT_START_MILLIS, millis), millis, t -> lookApart());
  }

  private void lookApart() {
    Thread.startVirtualThread(this::look);
  }

  /** Looks now, unless a look is under way. Blocks. */
  public void look() {
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    try {
      look.at(clock.instant());
    } catch (DatabaseException | LogException e) {
      LOG.warn("{} wait: {}", what, e.getClass().getSimpleName());
    } finally {
      looking.set(false);
    }
  }
}
