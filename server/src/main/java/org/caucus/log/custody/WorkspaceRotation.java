package org.caucus.log.custody;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.log.keys.KeyException;
import org.caucus.log.keys.Keyring;
import org.caucus.log.keys.Keyset;
import org.caucus.mongo.Mongo;

/**
 * Replaces the key of a workspace, or of the installation. A new key joins the old one and seals
 * from then on; when nobody can be sealing with the old one any more, all it sealed is sealed
 * again; when a whole look finds nothing left, the old key is dropped. Killed at any point, the
 * next run goes on: the keyset says that a rotation is under way, each ciphertext says which key it
 * needs.
 */
public final class WorkspaceRotation {
  private static final long STEP_NANOS = Duration.ofMillis(100).toNanos();

  private final Mongo mongo;
  private final Vault vault;
  private final Manner manner;

  /**
   * How it goes about it.
   *
   * @param stopped asked now and then; true ends it in good order, to be gone on with later
   * @param told of its progress, after every page
   */
  public record Manner(Pace pace, BooleanSupplier stopped, Consumer<Progress> told) {
    /** At this pace to the end, telling nobody. */
    public static Manner quiet(Pace pace) {
      return new Manner(pace, () -> false, progress -> {});
    }
  }

  /** Rotations in this database. */
  public WorkspaceRotation(Mongo mongo, Vault vault, Manner manner) {
    this.mongo = mongo;
    this.vault = vault;
    this.manner = manner;
  }

  /**
   * How it ended.
   *
   * @param done false if it was told to stop first
   * @param resealed records sealed again in this run
   */
  public record Outcome(boolean done, long resealed) {}

  /**
   * Goes on with a rotation that is under way, or begins one. Waits.
   *
   * @throws KeyException.CannotRotate something does not open, so the old key stays
   */
  public Outcome run(WorkspaceId owner) {
    var keys = begun(owner);
    vault.reread(owner).await();
    settle();
    long resealed = 0;
    while (!manner.stopped().getAsBoolean()) {
      var look = new Resealing(mongo, vault.quarantine(), owner, keys, manner).look();
      resealed += look.resealed();
      if (manner.stopped().getAsBoolean()) {
        break;
      }
      if (look.resealed() == 0) {
        finish(owner, keys, look.unopened());
        return new Outcome(true, resealed);
      }
    }
    return new Outcome(false, resealed);
  }

  /** Those whose rotation was begun and not ended. */
  public List<WorkspaceId> underWay() {
    return vault.ring().owners().await().stream()
        .map(WorkspaceId::new)
        .filter(
            owner ->
                vault
                    .ring()
                    .find(owner.value())
                    .await()
                    .filter(h -> h.keys().rotating())
                    .isPresent())
        .toList();
  }

  private Keyset begun(WorkspaceId owner) {
    while (true) {
      var held = held(owner);
      if (held.keys().rotating()) {
        return held.keys();
      }
      var both = held.keys().withNewKey();
      if (vault.ring().replace(held, both).await()) {
        return both;
      }
    }
  }

  private Keyring.Held held(WorkspaceId owner) {
    return vault
        .ring()
        .find(owner.value())
        .await()
        .orElseThrow(
            () -> new KeyException.CannotRotate("There is no workspace " + owner + " with a key."));
  }

  private void settle() {
    long until = System.nanoTime() + manner.pace().settle().toNanos();
    while (until - System.nanoTime() > 0 && !manner.stopped().getAsBoolean()) {
      LockSupport.parkNanos(Math.min(STEP_NANOS, until - System.nanoTime()));
    }
  }

  /** Drops the old key, unless somebody has ended this rotation already. */
  private void finish(WorkspaceId owner, Keyset keys, List<String> unopened) {
    if (!unopened.isEmpty()) {
      throw new KeyException.CannotRotate(
          "These do not open with the key they name, so the old key of "
              + owner
              + " stays beside the new one: "
              + String.join(", ", unopened)
              + ". Copies are in the quarantine. Restore them from a backup, or delete them; then"
              + " run this again.");
    }
    var held = held(owner);
    while (held.keys().ids().equals(keys.ids())
        && !vault.ring().replace(held, held.keys().primaryOnly()).await()) {
      held = held(owner);
    }
    vault.reread(owner).await();
  }
}
