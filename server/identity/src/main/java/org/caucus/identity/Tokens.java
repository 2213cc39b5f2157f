package org.caucus.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.caucus.http.CallerScope;
import org.caucus.identity.sessions.ConcurrentLimit;
import org.caucus.identity.sessions.CredentialIndex;
import org.caucus.identity.sessions.Secrets;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;

/**
 * Personal tokens: for programs that act for a person. Named, so that one can be told from another;
 * each reaches as far as its {@link CallerScope} and for as long as its lifetime.
 */
public final class Tokens {
  /** What every token begins with, so that people and scanners know one that leaked. */
  public static final String PREFIX = "cau_";

  /** How long a token lasts unless stated, and at most. */
  public static final Duration LIFETIME = Duration.ofDays(365);

  /** Longest name, in characters. */
  public static final int NAME_LIMIT = 120;

  /** Tokens that a person may have at a time. */
  public static final int MOST = 50;

  /** Use is written down at most this often, so that reading is not writing. */
  static final Duration USE_PRECISION = Duration.ofHours(1);

  private static final String PURPOSE = "token/secret";

  private final SealedCollection tokens;
  private final Vault vault;
  private final CredentialIndex holdings;
  private final Consumer<String> ended;
  private final InstantSource clock;

  /**
   * A token as it is kept: without its secret.
   *
   * @param id the hash of its secret
   * @param used last use, to {@link #USE_PRECISION}; null if it was never used
   */
  public record Token(
      String id,
      String person,
      String name,
      CallerScope reach,
      Instant created,
      Instant expires,
      @Nullable Instant used) {}

  /** A new token, and the secret that is never shown again. */
  public record Minted(Token token, String secret) {}

  /**
   * Tokens of this installation.
   *
   * @param ended told the id of each token that is revoked, so that its streams close on every node
   */
  public Tokens(Mongo mongo, Vault vault, Consumer<String> ended, InstantSource clock) {
    this.tokens = new SealedCollection(mongo.documents("tokens"), vault, WorkspaceId.SYSTEM);
    this.holdings = new CredentialIndex(mongo, vault, "tokens");
    this.vault = vault;
    this.ended = ended;
    this.clock = clock;
  }

  /** A new token of {@link #LIFETIME} that reaches everything; its secret. */
  public Future<String> mint(String person, String name) {
    return mint(person, name, CallerScope.ALL, LIFETIME, null).map(Minted::secret);
  }

  /**
   * A new token; this is the only time its secret is shown. Fails with {@link Refusal} if there are
   * {@link #MOST}, however many are made at once: each counts all that are there once it is there
   * itself, and goes again if it is one too many.
   *
   * @param once the holder's own mark of this request, with what it asks for: asked again it is the
   *     same token; null to make another
   */
  public Future<Minted> mint(
      String person, String name, CallerScope reach, Duration lifetime, @Nullable String once) {
    if (name.isBlank() || name.length() > NAME_LIMIT) {
      throw new IllegalArgumentException("a token's name has 1 to " + NAME_LIMIT + " characters");
    }
    String secret =
        PREFIX
            + (once == null
                ? Secrets.secret()
                : Secrets.derived(vault.blindIndex(PURPOSE, person + "\n" + once)));
    Instant now = clock.instant();
    Token token =
        new Token(Secrets.hash(secret), person, name, reach, now, now.plus(lifetime), null);
    long due = token.expires().toEpochMilli();
    return holdings
        .add(person, token.id(), due)
        .compose(v -> tokens.insertIfAbsent(token.id(), due, write(token)))
        .compose(made -> counted(token, made))
        .compose(v -> tokens.find(token.id()))
        .map(kept -> new Minted(read(kept.orElseThrow(Tokens::tooMany)), secret));
  }

  /**
   * One that was made before, by the same request, stays where it is one too many: it may be in
   * use.
   */
  private Future<Void> counted(Token token, boolean made) {
    return ConcurrentLimit.of(
        MOST,
        () -> of(token.person()).map(List::size),
        () -> made ? endById(token.id()) : Future.succeededFuture(false),
        Tokens::tooMany);
  }

  private static Refusal tooMany() {
    return Refusal.conflict(Message.of("you-have-tokens-and-more-cannot", "limit", MOST));
  }

  /** The token, unless it has ended. Counts as use. */
  Future<Optional<Token>> find(String secret) {
    if (!secret.startsWith(PREFIX) || !Secrets.isSecret(secret.substring(PREFIX.length()))) {
      return Future.succeededFuture(Optional.empty());
    }
    return tokens
        .find(Secrets.hash(secret))
        .compose(
            found ->
                found.filter(this::lasts).isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : used(found.get()));
  }

  private boolean lasts(SealedCollection.Entry entry) {
    return clock.instant().isBefore(read(entry).expires());
  }

  /** Writes the use down; empty if it was revoked meanwhile. */
  private Future<Optional<Token>> used(SealedCollection.Entry entry) {
    Token was = read(entry);
    Instant now = clock.instant();
    if (was.used() != null && now.isBefore(was.used().plus(USE_PRECISION))) {
      return Future.succeededFuture(Optional.of(was));
    }
    Token is =
        new Token(
            was.id(), was.person(), was.name(), was.reach(), was.created(), was.expires(), now);
    OptionalLong due = OptionalLong.of(is.expires().toEpochMilli());
    return tokens
        .replaceIf(is.id(), entry.version(), write(is), due)
        .compose(
            noted ->
                noted
                    ? Future.succeededFuture(Optional.of(is))
                    : tokens.find(is.id()).map(left -> left.filter(this::lasts).map(Tokens::read)));
  }

  /** Tokens of a person that have not ended, the newest first. */
  public Future<List<Token>> of(String person) {
    return holdings
        .of(person)
        .compose(ids -> Future.all(ids.stream().map(tokens::find).toList()))
        .map(
            all ->
                all.<Optional<SealedCollection.Entry>>list().stream()
                    .flatMap(Optional::stream)
                    .filter(this::lasts)
                    .map(Tokens::read)
                    .sorted(Comparator.comparing(Token::created).reversed())
                    .toList());
  }

  /** Ends a token by its secret; false if there was none. */
  public Future<Boolean> end(String secret) {
    return endById(Secrets.hash(secret));
  }

  /** Ends a token: it is refused from now on, and its streams close. False if there was none. */
  public Future<Boolean> endById(String id) {
    return tokens
        .find(id)
        .otherwise(Optional.empty()) // one that cannot be read is ended all the more
        .compose(was -> tokens.delete(id).compose(gone -> given(was).map(gone)))
        .onSuccess(gone -> ended.accept(id));
  }

  /** Ends all of a person's, however many. */
  public Future<Void> endAll(String person) {
    return holdings.end(person, id -> ended(person, id));
  }

  /**
   * One that is not there is being made, or gone: what names it stays until it would have ended.
   */
  private Future<Boolean> ended(String person, String id) {
    return tokens
        .find(id)
        .map(Optional::isPresent)
        .otherwise(true) // one that cannot be read is ended all the more
        .compose(
            there ->
                there
                    ? endById(id).compose(gone -> holdings.remove(person, id)).map(true)
                    : Future.succeededFuture(false));
  }

  /** Tokens of everybody, also what has run out, in order of id, with ids over {@code after}. */
  public Future<List<Token>> page(String after, int limit) {
    return tokens.range(after, limit).map(all -> all.stream().map(Tokens::read).toList());
  }

  private Future<Void> given(Optional<SealedCollection.Entry> was) {
    return was.isEmpty()
        ? Future.succeededFuture()
        : holdings.remove(read(was.get()).person(), was.get().id());
  }

  /** Whether the token with this id has not been ended. */
  public Future<Boolean> lives(String id) {
    return tokens.find(id).map(found -> found.filter(this::lasts).isPresent());
  }

  /** Ends tokens that have run out, so that their streams close; how many. */
  Future<Integer> sweep() {
    return holdings
        .sweep(clock.millis())
        .compose(
            v -> ExpirySweeper.expired(tokens, clock.millis(), id -> endById(id).<Void>mapEmpty()));
  }

  private static byte[] write(Token token) {
    JsonObject json =
        new JsonObject()
            .put("person", token.person())
            .put("name", token.name())
            .put("acts", token.reach().acts())
            .put("workspace", token.reach().workspace())
            .put("created", token.created().toEpochMilli())
            .put("expires", token.expires().toEpochMilli());
    if (token.used() != null) {
      json.put("used", token.used().toEpochMilli());
    }
    return json.toBuffer().getBytes();
  }

  private static Token read(SealedCollection.Entry entry) {
    JsonObject json = new JsonObject(Buffer.buffer(entry.plain()));
    long expires = json.getLong("expires");
    Long used = json.getLong("used");
    return new Token(
        entry.id(),
        json.getString("person"),
        json.getString("name"),
        new CallerScope(json.getBoolean("acts", true), json.getString("workspace")),
        Instant.ofEpochMilli(json.getLong("created", expires - LIFETIME.toMillis())),
        Instant.ofEpochMilli(expires),
        used == null ? null : Instant.ofEpochMilli(used));
  }
}
