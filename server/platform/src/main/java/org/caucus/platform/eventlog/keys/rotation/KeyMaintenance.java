package org.caucus.platform.eventlog.keys.rotation;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.keys.KeyException;
import org.caucus.platform.store.BackgroundWork;
import org.caucus.platform.store.Mongo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every server does about keys by itself: goes on with rotations that were cut short, and
 * looks now and then for keys that another process replaced or destroyed.
 */
public final class KeyMaintenance implements AutoCloseable {
  /** Time between two looks for rotations that wait, and for old keys whose time is over. */
  static final Duration LOOK = Duration.ofMinutes(10);

  /** How soon it tries again where it could not go on: the database was away. */
  static final Duration AGAIN = Duration.ofSeconds(30);

  /** In what time all keys in use are looked up again. */
  private static final Duration SPREAD = Vault.TRUST.multipliedBy(4).dividedBy(5);

  private static final Logger LOG = LoggerFactory.getLogger(KeyMaintenance.class);

  private final Mongo mongo;
  private final Vault vault;
  private final Leases leases;
  private final RotationPace pace;

  /** Times that it was asked to go on since it last had nothing to do. */
  private final AtomicInteger asked = new AtomicInteger();

  private final AtomicBoolean refreshing = new AtomicBoolean();
  private volatile boolean stopped;
  private volatile Runnable again = () -> {};

  /** For this database; of many nodes one at a time goes on with a rotation. */
  public KeyMaintenance(Mongo mongo, Vault vault, Leases leases) {
    this(mongo, vault, leases, mongo.embedded() ? RotationPace.EMBEDDED : RotationPace.SHARED);
  }

  KeyMaintenance(Mongo mongo, Vault vault, Leases leases, RotationPace pace) {
    this.mongo = mongo;
    this.vault = vault;
    this.leases = leases;
    this.pace = pace;
  }

  /** Starts; returns at once. */
  public KeyMaintenance start(Vertx vertx) {
    vertx.setPeriodic(Vault.TRUST.toMillis(), timer -> refresh());
    vertx.setPeriodic(LOOK.toMillis(), timer -> goOn());
    this.again = () -> vertx.setTimer(AGAIN.toMillis(), timer -> goOn());
    goOn();
    return this;
  }

  /** Looks for rotations that were cut short, also where a node died; returns at once. */
  public void goOn() {
    if (asked.getAndIncrement() == 0) {
      Thread.ofVirtual().name("key-care").start(() -> BackgroundWork.run(this::goOnWhileAsked));
    }
  }

  /** One at a time; anyone who asks meanwhile is heard. */
  private void goOnWhileAsked() {
    int heard;
    do {
      heard = asked.get();
      if (!resume() && !stopped) {
        again.run();
      }
    } while (!asked.compareAndSet(heard, 0));
  }

  /** One at a time: one that takes longer than its time is not helped by a second. */
  private void refresh() {
    if (refreshing.compareAndSet(false, true)) {
      Thread.ofVirtual().name("key-refresh").start(() -> BackgroundWork.run(this::lookUpAgain));
    }
  }

  private void lookUpAgain() {
    try {
      vault.refresh(SPREAD, this::paused);
    } catch (Exception e) { // also what is checked: a timeout is
      LOG.warn("keys could not be looked up: {}", e.getClass().getSimpleName());
    } finally {
      refreshing.set(false);
    }
  }

  private boolean paused(Duration pause) {
    LockSupport.parkNanos(pause.toNanos());
    return !stopped;
  }

  /** Goes on with all; false if one has to wait. */
  boolean resume() {
    var manner = new WorkspaceRotation.Manner(pace, () -> stopped, progress -> {});
    var rotation = new WorkspaceRotation(mongo, vault, manner);
    try {
      return rotation.underWay().stream()
          .map(owner -> resume(rotation, owner))
          .reduce(true, Boolean::logicalAnd);
    } catch (Exception e) {
      LOG.warn("rotations under way could not be looked for: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  private boolean resume(WorkspaceRotation rotation, WorkspaceId owner) {
    try {
      var lease = leases.take("rotation/" + owner).await();
      if (lease.isEmpty()) {
        LOG.info("another node goes on with the rotation of the key of {}", owner);
        return true;
      }
      LOG.info("going on with the rotation of the key of {}", owner);
      var outcome = rotation.run(owner);
      LOG.info(
          "rotation of the key of {}: {}, {} records sealed again",
          owner,
          outcome.done() ? "done" : "stopped for now",
          outcome.resealed());
      leases.putDown(lease.get(), 0).await();
      return true;
    } catch (KeyException e) {
      LOG.error("rotation of the key of {}: {}", owner, e.getMessage());
      return true; // somebody has to restore something first
    } catch (Exception e) {
      LOG.warn("rotation of the key of {} waits: {}", owner, e.getClass().getSimpleName());
      return false;
    }
  }

  /** Lets a rotation end after the page it is at; the next start goes on. */
  @Override
  public void close() {
    stopped = true;
  }
}
