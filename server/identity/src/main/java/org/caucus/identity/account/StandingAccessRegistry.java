package org.caucus.identity.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.caucus.http.ApiRequest;
import org.caucus.http.StandingAccess;
import org.caucus.http.Unauthenticated;
import org.caucus.identity.Sessions;
import org.caucus.identity.SignInRoutes;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;

/** By which sign-in a person's tokens, feeds and webhooks were made; each is told by mail. */
public final class StandingAccessRegistry implements StandingAccess {
  /** Things of one person that are looked up, at most. */
  private static final int LISTED = 500;

  /** How long it is known what was done under a key. */
  private static final Duration KEPT = Duration.ofDays(2);

  private static final String ENDED = "ended";

  private final SealedCollection entries;
  private final Vault vault;
  private final Sessions sessions;
  private final BiConsumer<String, String> tell;

  /**
   * In this database.
   *
   * @param tell tells all addresses of a person what happened
   */
  public StandingAccessRegistry(
      Mongo mongo, Vault vault, Sessions sessions, BiConsumer<String, String> tell) {
    this.entries = new SealedCollection(mongo.documents("made"), vault, WorkspaceId.SYSTEM);
    this.vault = vault;
    this.sessions = sessions;
    this.tell = tell;
  }

  /**
   * By which sign-in something was made.
   *
   * @param signIn its id, which is no secret
   */
  record By(String signIn, String device) {
    static final By UNKNOWN = new By("", "");
  }

  @Override
  public void keep(
      ApiRequest call, Thing what, String id, Instant created, Supplier<Future<Void>> undo) {
    String person = call.caller().person();
    entries.insertIfAbsent(id(person, id), by(call)).await();
    @Nullable String session = call.caller().session();
    if (session != null && !sessions.lives(session).await()) {
      undo.get().await(); // it was ended while this was made: an end wins
      throw new Unauthenticated();
    }
    if (!created.isBefore(call.at().truncatedTo(ChronoUnit.MILLIS))) { // else it came again
      tell.accept(person, what.told());
    }
  }

  private static byte[] by(ApiRequest call) {
    String signIn = Optional.ofNullable(call.caller().signIn()).orElse("");
    return new JsonObject()
        .put("signIn", signIn)
        .put("device", SignInRoutes.device(call))
        .toBuffer()
        .getBytes();
  }

  /** Of what this person made, by the id of each thing. */
  Future<Map<String, By>> of(String person) {
    String before = id(person, "");
    return entries
        .range(before, before + "~", LISTED)
        .map(
            all -> {
              Map<String, By> found = new HashMap<>();
              all.forEach(e -> found.put(e.id().substring(before.length()), read(e.plain())));
              return found;
            });
  }

  private static By read(byte[] plain) {
    JsonObject json = new JsonObject(Buffer.buffer(plain));
    return new By(json.getString("signIn"), json.getString("device"));
  }

  /** It is gone. */
  Future<Void> forget(String person, String id) {
    return entries.delete(id(person, id)).mapEmpty();
  }

  /** How many were ended under this key, if that was done. */
  Future<Optional<Integer>> ended(String person, @Nullable String key) {
    return key == null
        ? Future.succeededFuture(Optional.empty())
        : entries
            .find(endsId(person))
            .map(all -> all.flatMap(e -> Optional.ofNullable(ends(e).getJsonObject(key))))
            .map(end -> end.map(e -> e.getInteger(ENDED)));
  }

  /** So many were ended under this key; that is known for {@link #KEPT}. */
  Future<Void> keepEnded(String person, @Nullable String key, int count, Instant now) {
    return key == null
        ? Future.succeededFuture()
        : entries
            .find(endsId(person))
            .compose(all -> put(person, all.map(StandingAccessRegistry::ends), key, count, now));
  }

  private Future<Void> put(
      String person, Optional<JsonObject> before, String key, int count, Instant now) {
    JsonObject ends = new JsonObject();
    before.ifPresent(
        all ->
            all.stream()
                .filter(e -> now.isBefore(at((JsonObject) e.getValue()).plus(KEPT)))
                .forEach(e -> ends.put(e.getKey(), e.getValue())));
    ends.put(key, new JsonObject().put(ENDED, count).put("at", now.toString()));
    return entries.put(endsId(person), ends.toBuffer().getBytes());
  }

  private static Instant at(JsonObject end) {
    return Instant.parse(end.getString("at"));
  }

  private static JsonObject ends(SealedCollection.Entry entry) {
    return new JsonObject(Buffer.buffer(entry.plain()));
  }

  private String endsId(String person) {
    return vault.blindIndex("made/ends", person);
  }

  private String id(String person, String thing) {
    return vault.blindIndex("made", person) + "/" + thing;
  }
}
