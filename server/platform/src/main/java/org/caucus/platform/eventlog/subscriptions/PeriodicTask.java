package org.caucus.platform.eventlog.subscriptions;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.caucus.platform.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again until the followers stop. */
record PeriodicTask(String name, Duration pause, Subscriptions.Parts parts) {
  private static final Logger LOG = LoggerFactory.getLogger(PeriodicTask.class);

  /** Begins; returns at once. */
  void start(Runnable work) {
    Thread.ofVirtual().name(name).start(() -> repeat(work));
  }

  private void repeat(Runnable work) {
    try {
      while (!parts.stopped().await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          work.run();
        } catch (DatabaseException e) {
          LOG.warn("followers wait for the database: {}", e.getClass().getSimpleName());
        } catch (RuntimeException e) { // nobody would look any more
          LOG.error("{} failed, and goes on: {}", name, e.getClass().getName());
        }
      }
    } catch (InterruptedException e) {
      LOG.error("{} has ended: nobody looks any more", name);
    }
  }
}
