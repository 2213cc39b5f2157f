package org.caucus.operator.acts;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.caucus.identity.passkeys.OperatorPasskeys;
import org.caucus.identity.sessions.Secrets;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/**
 * Operators by name, the links by which they enrol a passkey, and their sessions. They are no
 * persons: nothing here knows a member, and no member's sign-in is asked. Blocks.
 */
public final class OperatorAccounts {
  /** How long a link to enrol is good. */
  public static final Duration LINK = Duration.ofHours(1);

  /** A session ends after this time without a request. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** A session ends after this time, used or not. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** Operators, at most. */
  public static final int MOST = 50;

  /** A session's last request is written down at most so often. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,39}");
  private static final String OPERATOR = "operator";
  private static final String BEGAN = "began";
  private static final int BATCH = 500;

  private final Mongo mongo;
  private final Vault vault;
  private final SealedCollection operators;
  private final SealedCollection links;
  private final SealedCollection sessions;
  private final InstantSource clock;

  /** An operator's link. */
  public record Link(String operator, String hash, long version) {}

  /** Those of this database. */
  public OperatorAccounts(Mongo mongo, Vault vault, InstantSource clock) {
    this.mongo = mongo;
    this.vault = vault;
    this.operators = collection("operators");
    this.links = collection("operator-links");
    this.sessions = collection("operator-sessions");
    this.clock = clock;
  }

  private SealedCollection collection(String name) {
    return new SealedCollection(mongo.documents(name), vault, WorkspaceId.SYSTEM);
  }

  /** Whether an operator can have this name. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  private String id(String name) {
    return vault.blindIndex(OPERATOR, name);
  }

  /** All names, in order. */
  public List<String> names() {
    return operators.range("", MOST).await().stream()
        .map(e -> json(e).getString(OPERATOR))
        .sorted()
        .toList();
  }

  private boolean isOne(String name) {
    return operators.find(id(name)).await().isPresent();
  }

  /** The secret of a new link of an operator, who is made; the links of before end. */
  public String add(String name) {
    Instant now = clock.instant();
    boolean unused =
        operators.insertIfAbsent(id(name), bytes(new JsonObject().put(OPERATOR, name))).await();
    endLinks(name);
    String secret = Secrets.secret();
    links
        .insert(
            Secrets.hash(secret),
            now.plus(LINK).toEpochMilli(),
            bytes(new JsonObject().put(OPERATOR, name)))
        .await();
    return secret;
  }

  private void endLinks(String name) {
    links.range("", BATCH).await().stream()
        .filter(e -> json(e).getString(OPERATOR).equals(name) || isOver(e))
        .forEach(e -> links.remove(e.id()).await());
  }

  private boolean isOver(SealedCollection.Entry entry) {
    return entry.due().orElse(0) <= clock.millis();
  }

  /** The link of this secret, if it is good. */
  public Optional<Link> link(String secret) {
    return !Secrets.isSecret(secret)
        ? Optional.empty()
        : links
            .find(Secrets.hash(secret))
            .await()
            .filter(e -> !isOver(e))
            .map(e -> new Link(json(e).getString(OPERATOR), e.id(), e.version()))
            .filter(link -> isOne(link.operator()));
  }

  /** Uses it up; true the first time. */
  public boolean use(Link link) {
    return links.deleteIf(link.hash(), link.version()).await();
  }

  /** Begins a session; its secret. */
  public String begin(String operator) {
    Instant now = clock.instant();
    sessions.due(now.toEpochMilli(), BATCH).await().forEach(e -> sessions.remove(e.id()).await());
    String secret = Secrets.secret();
    JsonObject json = new JsonObject().put(OPERATOR, operator).put(BEGAN, now.toEpochMilli());
    sessions.insert(Secrets.hash(secret), now.plus(IDLE).toEpochMilli(), bytes(json)).await();
    return secret;
  }

  /** The operator whose session it is, which goes on by that. */
  public Optional<String> session(String secret) {
    if (!Secrets.isSecret(secret)) {
      return Optional.empty();
    }
    return sessions.find(Secrets.hash(secret)).await().filter(this::goesOn).map(this::touched);
  }

  private boolean goesOn(SealedCollection.Entry entry) {
    Instant began = Instant.ofEpochMilli(json(entry).getLong(BEGAN));
    return !isOver(entry)
        && clock.instant().isBefore(began.plus(LONGEST))
        && isOne(json(entry).getString(OPERATOR));
  }

  private String touched(SealedCollection.Entry entry) {
    long until = clock.instant().plus(IDLE).toEpochMilli();
    if (until - entry.due().orElse(0) > NOTED.toMillis()) {
      boolean unused =
          sessions
              .replaceIf(entry.id(), entry.version(), entry.plain(), OptionalLong.of(until))
              .await();
    }
    return json(entry).getString(OPERATOR);
  }

  /** Ends a session. */
  public void end(String secret) {
    sessions.remove(Secrets.hash(secret)).await();
  }

  /** Ends an operator: links, sessions, passkeys; false if nobody has this name. */
  public boolean remove(String name) {
    boolean there = operators.delete(id(name)).await();
    endLinks(name);
    sessions
        .pages(BATCH)
        .flatMap(List::stream)
        .filter(e -> json(e).getString(OPERATOR).equals(name))
        .forEach(e -> sessions.remove(e.id()).await());
    OperatorPasskeys.removeAll(mongo, vault, name);
    return there;
  }

  private static JsonObject json(SealedCollection.Entry entry) {
    return new JsonObject(Buffer.buffer(entry.plain()));
  }

  private static byte[] bytes(JsonObject json) {
    return json.toBuffer().getBytes();
  }
}
