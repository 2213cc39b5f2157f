package org.caucus.views.push;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/**
 * The keys by which push services know this installation, sealed. A browser's subscription is bound
 * to the key it was made with, so a key that was replaced is kept: it goes on for the devices that
 * have it, and each takes the new one when its page is next opened. Waits; for virtual threads.
 */
public final class VapidKeys {
  /** A key of this age is replaced. */
  static final Duration LIFE = Duration.ofDays(365);

  /** Keys there are at most: one a year. */
  private static final int MOST = 1_000;

  private final SealedCollection keys;
  private final InstantSource clock;
  private volatile List<VapidKey> known = List.of();

  /** Those in this database. */
  public VapidKeys(Mongo mongo, Vault vault, InstantSource clock) {
    this.keys = new SealedCollection(mongo.documents("push-keys"), vault, WorkspaceId.SYSTEM);
    this.clock = clock;
  }

  /** The key that new devices take; made when it is first asked for. */
  VapidKey current() {
    Instant now = clock.instant();
    if (known.isEmpty() || isOld(known.getLast(), now)) {
      known = read();
    }
    while (known.isEmpty() || isOld(known.getLast(), now)) {
      // another node may be first: then its key is read
      boolean unused = keys.insertIfAbsent(id(known.size()), VapidKey.fresh(now).write()).await();
      known = read();
    }
    return known.getLast();
  }

  private static boolean isOld(VapidKey key, Instant now) {
    return !now.isBefore(key.created().plus(LIFE));
  }

  private List<VapidKey> read() {
    return keys.range("", MOST).await().stream().map(e -> VapidKey.read(e.plain())).toList();
  }

  /** In the order in which they were made. */
  private static String id(int number) {
    return "%04d".formatted(number);
  }

  /** The key pair with this public key; empty if it is not one of ours. */
  Optional<VapidKey> find(String publicKey) {
    Optional<VapidKey> here = among(publicKey);
    if (here.isEmpty()) {
      known = read();
      here = among(publicKey);
    }
    return here;
  }

  private Optional<VapidKey> among(String publicKey) {
    return known.stream().filter(key -> key.publicKey().equals(publicKey)).findFirst();
  }
}
