package org.caucus.views.feeds;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.caucus.http.Integrations;
import org.caucus.identity.sessions.ConcurrentLimit;
import org.caucus.identity.sessions.CredentialIndex;
import org.caucus.identity.sessions.Secrets;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;

/**
 * Secret addresses by which feed readers read for a seat. Of a secret only its hash is kept. A key
 * that was revoked is remembered, so that its reader is told that it is gone for good.
 */
public final class FeedKeys {
  /** What every secret begins with, so that people and scanners know one that leaked. */
  public static final String PREFIX = "cfd_";

  /** Keys that a seat may have at a time. */
  public static final int MOST = 20;

  /** Longest name, in characters. */
  public static final int NAME_LIMIT = 120;

  private static final String PURPOSE = "feed/secret";

  /** The end of the year 9999: it lasts until it is revoked or its seat ends. */
  private static final long NEVER = 253_402_300_799_000L;

  private final SealedCollection keys;
  private final CredentialIndex holdings;
  private final Vault vault;
  private final InstantSource clock;

  /**
   * A key as it is kept: without its secret.
   *
   * @param id the hash of its secret
   * @param company only its updates; null for those of all companies
   * @param revoked null while it is good
   */
  public record FeedKey(
      String id,
      WorkspaceId workspace,
      SeatId seat,
      String name,
      @Nullable String company,
      Instant created,
      @Nullable Instant revoked) {}

  /** A new key, and the secret that is never shown again. */
  public record Minted(FeedKey key, String secret) {}

  /** Keys in this database. */
  public FeedKeys(Mongo mongo, Vault vault, InstantSource clock) {
    this.keys = new SealedCollection(mongo.documents("feed-keys"), vault, WorkspaceId.SYSTEM);
    this.holdings = new CredentialIndex(mongo, vault, "feed-keys");
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * A new key; this is the only time its secret is shown. Fails with {@link Refusal} if there are
   * {@link #MOST}, however many are made at once.
   *
   * @param once the seat's own mark of this request, with what it asks for: asked again it is the
   *     same key; null to make another
   */
  Future<Minted> mint(
      WorkspaceId workspace,
      SeatId seat,
      String name,
      @Nullable String company,
      @Nullable String once) {
    String holder = holder(workspace, seat);
    String secret =
        PREFIX
            + (once == null
                ? Secrets.secret()
                : Secrets.derived(vault.blindIndex(PURPOSE, holder + "\n" + once)));
    FeedKey key =
        new FeedKey(Secrets.hash(secret), workspace, seat, name, company, clock.instant(), null);
    return holdings
        .add(holder, key.id(), NEVER)
        .compose(v -> keys.insertIfAbsent(key.id(), write(key)))
        .compose(made -> counted(key, made))
        .compose(v -> keys.find(key.id()))
        .map(kept -> new Minted(read(kept.orElseThrow(FeedKeys::tooMany)), secret));
  }

  /** One that was made before, by the same request, stays: it may be in use. */
  private Future<Void> counted(FeedKey key, boolean made) {
    return ConcurrentLimit.of(
        MOST,
        () -> of(key.workspace(), key.seat()).map(List::size),
        () -> made ? never(key) : Future.succeededFuture(),
        FeedKeys::tooMany);
  }

  /** Nobody was told its secret, so nobody is to be told that it is gone. */
  private Future<Void> never(FeedKey key) {
    return keys.delete(key.id())
        .compose(v -> holdings.remove(holder(key.workspace(), key.seat()), key.id()));
  }

  private static Refusal tooMany() {
    return Refusal.conflict(Message.of("you-have-feed-addresses-revoke-one", "limit", MOST));
  }

  /** The key with this secret, revoked or not. */
  Future<Optional<FeedKey>> find(String secret) {
    if (!secret.startsWith(PREFIX) || !Secrets.isSecret(secret.substring(PREFIX.length()))) {
      return Future.succeededFuture(Optional.empty());
    }
    return keys.find(Secrets.hash(secret)).map(found -> found.map(FeedKeys::read));
  }

  /** Keys of a seat that are good, the newest first. */
  Future<List<FeedKey>> of(WorkspaceId workspace, SeatId seat) {
    return holdings
        .of(holder(workspace, seat))
        .compose(ids -> Future.all(ids.stream().map(keys::find).toList()))
        .map(
            all ->
                all.<Optional<SealedCollection.Entry>>list().stream()
                    .flatMap(Optional::stream)
                    .map(FeedKeys::read)
                    .filter(key -> key.revoked() == null)
                    .sorted(Comparator.comparing(FeedKey::created).reversed())
                    .toList());
  }

  /** Those of a seat, as what tells without a sign-in. */
  public Future<List<Integrations.Outlet>> outlets(WorkspaceId workspace, SeatId seat) {
    return of(workspace, seat).map(all -> all.stream().map(FeedKeys::outlet).toList());
  }

  static Integrations.Outlet outlet(FeedKey key) {
    return new Integrations.Outlet(
        Integrations.Kind.FEED, key.id(), key.name(), key.workspace(), key.seat(), key.created());
  }

  /** Revokes one of them. */
  public Future<Void> end(Integrations.Outlet outlet) {
    return keys.find(outlet.id())
        .compose(
            found ->
                found.isEmpty() ? Future.succeededFuture() : revoke(read(found.orElseThrow())));
  }

  /** From now on it opens nothing. */
  Future<Void> revoke(FeedKey key) {
    FeedKey gone =
        new FeedKey(
            key.id(),
            key.workspace(),
            key.seat(),
            key.name(),
            key.company(),
            key.created(),
            clock.instant());
    return keys.put(key.id(), write(gone))
        .compose(v -> holdings.remove(holder(key.workspace(), key.seat()), key.id()));
  }

  private static String holder(WorkspaceId workspace, SeatId seat) {
    return workspace.value() + "/" + seat.value();
  }

  private static byte[] write(FeedKey key) {
    JsonObject json =
        new JsonObject()
            .put("id", key.id())
            .put("workspace", key.workspace().value())
            .put("seat", key.seat().value())
            .put("name", key.name())
            .put("created", key.created().toString());
    if (key.company() != null) {
      json.put("company", key.company());
    }
    if (key.revoked() != null) {
      json.put("revoked", key.revoked().toString());
    }
    return json.toBuffer().getBytes();
  }

  private static FeedKey read(SealedCollection.Entry entry) {
    JsonObject json = new JsonObject(Buffer.buffer(entry.plain()));
    String revoked = json.getString("revoked");
    return new FeedKey(
        json.getString("id"),
        new WorkspaceId(json.getString("workspace")),
        new SeatId(json.getString("seat")),
        json.getString("name"),
        json.getString("company"),
        Instant.parse(json.getString("created")),
        revoked == null ? null : Instant.parse(revoked));
  }
}
