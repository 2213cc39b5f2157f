package org.caucus.platform.eventlog.keys.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.keys.KeyException;
import org.caucus.platform.eventlog.keys.Keyring;
import org.caucus.platform.eventlog.keys.Keyset;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the key of a workspace, or of the installation. A new key joins the old one and seals
 * from then on; when nobody can be sealing with the old one any more, all it sealed is sealed
 * again. When a whole look finds nothing left, the old key stays for {@link RotationPace#kept}, for
 * what is still on its way; then it is looked once more, and it is dropped. Killed at any point,
 * the next run goes on: the keyset says that a rotation is under way, each ciphertext says which
 * key it needs.
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
  public record Manner(
      RotationPace pace, BooleanSupplier stopped, Consumer<RotationProgress> told) {
    /** At this pace to the end, telling nobody. */
    public static Manner quiet(RotationPace pace) {
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
   * @param kept until when the old key stays; null if it is gone, or nothing is known of that yet
   */
  public record Outcome(boolean done, long resealed, @Nullable Instant kept) {}

  /**
   * Goes on with a rotation that is under way, or begins one; also where an old key only stays for
   * what may be on its way. Waits.
   *
   * @throws KeyException.CannotRotate something does not open, so the old key stays
   */
  public Outcome run(WorkspaceId owner) {
    return run(owner, Keyset.Kind.AES256_GCM);
  }

  /**
   * The same; one that it begins is to a key of this kind. One that is under way goes on to the key
   * it began with.
   */
  public Outcome run(WorkspaceId owner, Keyset.Kind kind) {
    var begun = begun(owner, kind);
    vault.reread(owner).await();
    if (begun.keptUntil().isEmpty()) {
      settle();
    }
    long resealed = 0;
    while (!manner.stopped().getAsBoolean()) {
      var look = new Reencryption(mongo, vault.quarantine(), owner, begun.keys(), manner).look();
      resealed += look.resealed();
      if (manner.stopped().getAsBoolean()) {
        break;
      }
      if (look.resealed() == 0) {
        mustAllOpen(owner, look.unopened());
        return new Outcome(true, resealed, ended(owner, begun));
      }
    }
    return new Outcome(false, resealed, null);
  }

  /** Those whose rotation was begun and has something to do. */
  public List<WorkspaceId> underWay() {
    return vault.ring().rotating().stream()
        .filter(held -> !waits(held))
        .map(held -> new WorkspaceId(held.owner()))
        .toList();
  }

  /**
   * Whether all is sealed again, and the old key only stays for a while. Anyone who sets that time
   * ahead in the database gains no more than it is.
   */
  private static boolean waits(Keyring.Held held) {
    Instant now = Instant.now();
    return held.keptUntil()
        .filter(until -> now.isBefore(until) && !now.plus(RotationPace.KEPT).isBefore(until))
        .isPresent();
  }

  private Keyring.Held begun(WorkspaceId owner, Keyset.Kind kind) {
    while (true) {
      var held = held(owner);
      if (held.keys().rotating() && !waits(held)) {
        return held;
      }
      vault.ring().replace(held, held.keys().withNewKey(kind)).await();
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

  private static void mustAllOpen(WorkspaceId owner, List<String> unopened) {
    if (!unopened.isEmpty()) {
      throw new KeyException.CannotRotate(
          "These do not open with the key they name, so the old key of "
              + owner
              + " stays beside the new one: "
              + String.join(", ", unopened)
              + ". Copies are in the quarantine. Restore them from a backup, or delete them; then"
              + " run this again.");
    }
  }

  /** Lets the old key stay for a while, or drops it: until when it stays, null if it is gone. */
  private @Nullable Instant ended(WorkspaceId owner, Keyring.Held begun) {
    var kept = manner.pace().kept();
    Instant until =
        kept.isZero() || begun.keptUntil().isPresent() ? null : Instant.now().plus(kept);
    var held = held(owner);
    // unless somebody has ended this rotation already, or begun another
    while (held.keys().ids().equals(begun.keys().ids()) && !noted(held, until)) {
      held = held(owner);
    }
    vault.reread(owner).await();
    return until;
  }

  private boolean noted(Keyring.Held held, @Nullable Instant until) {
    return until == null
        ? vault.ring().replace(held, held.keys().primaryOnly()).await()
        : vault.ring().keep(held, until).await();
  }
}
