package org.caucus.identity.passkeys;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.caucus.identity.sessions.Secrets;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/**
 * What a passkey is asked to sign. The browser gets a random mark in a cookie, which says until
 * when it is good; the challenge is derived from mark and purpose, as only this installation can.
 * So nothing is stored for the person who merely asks, any node can check it, and another browser,
 * another purpose or a later hour derives another challenge. Only what was signed is written down:
 * once.
 */
public final class PasskeyChallenges {
  /** How long a challenge is good. */
  public static final Duration LIFETIME = Duration.ofMinutes(5);

  /** Marks that one sweep removes at most. */
  private static final int BATCH = 500;

  private static final String PURPOSE = "passkey/challenge";
  private static final int SECRET_LENGTH = 43;
  private static final int RADIX = 36;
  private static final byte[] USED = {1};

  private final SealedCollection used;
  private final Vault vault;
  private final InstantSource clock;

  /** Challenges of this installation. */
  public PasskeyChallenges(Mongo mongo, Vault vault, InstantSource clock) {
    this.used = new SealedCollection(mongo.documents("challenges"), vault, WorkspaceId.SYSTEM);
    this.vault = vault;
    this.clock = clock;
  }

  /** A mark for one browser. */
  String mark() {
    Instant until = clock.instant().plus(LIFETIME);
    return Secrets.secret() + Long.toString(until.toEpochMilli(), RADIX);
  }

  /** What this browser's passkey signs for this purpose. */
  String challenge(String mark, String purpose) {
    return Secrets.derived(vault.blindIndex(PURPOSE, purpose + "\n" + mark));
  }

  /** Until when a mark is good; empty if it is not one, or is so no more. */
  Optional<Instant> lasts(String mark) {
    if (mark.length() <= SECRET_LENGTH) {
      return Optional.empty();
    }
    try {
      Instant until = Instant.ofEpochMilli(Long.parseLong(mark.substring(SECRET_LENGTH), RADIX));
      return clock.instant().isBefore(until) ? Optional.of(until) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Uses a mark up, after its challenge was signed; true the first time. */
  Future<Boolean> use(String mark, Instant until) {
    return used.insertIfAbsent(Secrets.hash(mark), until.toEpochMilli(), USED);
  }

  /** Forgets marks that have run out; how many. */
  public Future<Integer> sweep() {
    return used.due(clock.millis(), BATCH)
        .compose(
            due ->
                Future.join(due.stream().map(e -> used.delete(e.id())).toList()).map(due.size()));
  }
}
