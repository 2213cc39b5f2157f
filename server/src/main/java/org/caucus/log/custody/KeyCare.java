package org.caucus.log.custody;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.log.keys.KeyException;
import org.caucus.log.leases.Leases;
import org.caucus.mongo.Mongo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every server does about keys by itself: goes on with rotations that were cut short, and
 * looks now and then for keys that another process replaced or destroyed.
 */
public final class KeyCare implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeyCare.class);

  private final Mongo mongo;
  private final Vault vault;
  private final Leases leases;
  private volatile boolean stopped;

  /** For this database; of many nodes one at a time goes on with a rotation. */
  public KeyCare(Mongo mongo, Vault vault, Leases leases) {
    this.mongo = mongo;
    this.vault = vault;
    this.leases = leases;
  }

  /** Starts; returns at once. */
  public KeyCare start(Vertx vertx) {
    vertx.setPeriodic(Vault.TRUST.toMillis(), timer -> refresh());
    goOn();
    return this;
  }

  /** Looks for rotations that were cut short, also where a node died; returns at once. */
  public void goOn() {
    Thread.ofVirtual().name("key-care").start(this::resume);
  }

  private void refresh() {
    vault
        .refresh()
        .timeout(Vault.TRUST.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(e -> LOG.warn("keys could not be looked up: {}", e.getClass().getSimpleName()));
  }

  void resume() {
    var pace = mongo.embedded() ? Pace.EMBEDDED : Pace.SHARED;
    var manner = new WorkspaceRotation.Manner(pace, () -> stopped, progress -> {});
    var rotation = new WorkspaceRotation(mongo, vault, manner);
    try {
      rotation.underWay().forEach(owner -> resume(rotation, owner));
    } catch (RuntimeException e) {
      LOG.warn("rotations under way could not be looked for: {}", e.getClass().getSimpleName());
    }
  }

  private void resume(WorkspaceRotation rotation, WorkspaceId owner) {
    try {
      var lease = leases.take("rotation/" + owner).await();
      if (lease.isEmpty()) {
        LOG.info("another node goes on with the rotation of the key of {}", owner);
        return;
      }
      LOG.info("going on with the rotation of the key of {}", owner);
      var outcome = rotation.run(owner);
      LOG.info(
          "rotation of the key of {}: {}, {} records sealed again",
          owner,
          outcome.done() ? "done" : "stopped for now",
          outcome.resealed());
      leases.putDown(lease.get(), 0).await();
    } catch (KeyException e) {
      LOG.error("rotation of the key of {}: {}", owner, e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("rotation of the key of {} waits for the next start: {}", owner, e.getClass());
    }
  }

  /** Lets a rotation end after the page it is at; the next start goes on. */
  @Override
  public void close() {
    stopped = true;
  }
}
