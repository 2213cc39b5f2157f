package org.caucus.accounts;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.caucus.log.SealedCollection;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.mongo.Mongo;

/**
 * Personal tokens: for programs that act for a person. Named, so that one can be told from another.
 */
public final class Tokens {
  /** What every token begins with, so that people and scanners know one that leaked. */
  public static final String PREFIX = "cau_";

  /** How long a token lasts unless stated. */
  public static final Duration LIFETIME = Duration.ofDays(365);

  /** Longest name, in characters. */
  public static final int NAME_LIMIT = 120;

  private final SealedCollection tokens;
  private final InstantSource clock;

  /** A token as it is kept: without its secret. */
  record Token(String person, String name, Instant expires) {}

  /** Tokens of this installation. */
  public Tokens(Mongo mongo, Vault vault, InstantSource clock) {
    this.tokens = new SealedCollection(mongo.documents("tokens"), vault, WorkspaceId.SYSTEM);
    this.clock = clock;
  }

  /** A new token of {@link #LIFETIME}; this is the only time it is shown. */
  public Future<String> mint(String person, String name) {
    return mint(person, name, LIFETIME);
  }

  /** A new token; this is the only time it is shown. */
  public Future<String> mint(String person, String name, Duration lifetime) {
    if (name.isBlank() || name.length() > NAME_LIMIT) {
      throw new IllegalArgumentException("a token's name has 1 to " + NAME_LIMIT + " characters");
    }
    String token = PREFIX + Secrets.secret();
    Instant expires = clock.instant().plus(lifetime);
    byte[] plain =
        new JsonObject()
            .put("person", person)
            .put("name", name)
            .put("expires", expires.toEpochMilli())
            .toBuffer()
            .getBytes();
    return tokens.insert(Secrets.hash(token), expires.toEpochMilli(), plain).map(token);
  }

  /** The token, unless it has ended. */
  Future<Optional<Token>> find(String token) {
    if (!token.startsWith(PREFIX) || !Secrets.isSecret(token.substring(PREFIX.length()))) {
      return Future.succeededFuture(Optional.empty());
    }
    return tokens
        .find(Secrets.hash(token))
        .map(found -> found.map(Tokens::read).filter(t -> clock.instant().isBefore(t.expires())));
  }

  /** Ends a token; false if there was none. */
  public Future<Boolean> end(String token) {
    return tokens.delete(Secrets.hash(token));
  }

  /** Removes tokens that have run out; how many. */
  Future<Integer> sweep() {
    return Sweep.expired(tokens, clock.millis(), id -> tokens.delete(id).mapEmpty());
  }

  private static Token read(SealedCollection.Entry entry) {
    JsonObject json = new JsonObject(Buffer.buffer(entry.plain()));
    return new Token(
        json.getString("person"),
        json.getString("name"),
        Instant.ofEpochMilli(json.getLong("expires")));
  }
}
