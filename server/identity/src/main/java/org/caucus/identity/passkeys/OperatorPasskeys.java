package org.caucus.identity.passkeys;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.caucus.kernel.RandomIds;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/** Passkeys of operators, which open their pages and nothing of a member. Blocks. */
public final class OperatorPasskeys {
  private static final String MAKE = "operator/make\n";

  /** Before the names of operators, so that none is the id of a person. */
  private static final String OPERATOR = "operator/";

  private final Passkeys passkeys;
  private final PasskeyChallenges challenges;
  private final WebAuthnCeremonies ceremonies;
  private final PasskeyVerifier gate;
  private final InstantSource clock;

  /** Those of this installation, for the site at this address. */
  public OperatorPasskeys(Vertx vertx, URI baseUrl, Mongo mongo, Vault vault, InstantSource clock) {
    this.passkeys = Passkeys.ofOperators(mongo, vault);
    this.challenges = new PasskeyChallenges(mongo, vault, clock);
    this.ceremonies = new WebAuthnCeremonies(vertx, baseUrl, passkeys);
    this.gate =
        new PasskeyVerifier(
            challenges,
            ceremonies,
            passkeys,
            (operator, credential) -> Future.succeededFuture(),
            clock);
    this.clock = clock;
  }

  /** A mark for one browser, good for {@link PasskeyChallenges#LIFETIME}. */
  public String mark() {
    return challenges.mark();
  }

  /** What the browser with this mark is asked to make for an operator. */
  public JsonObject creation(String mark, String operator) {
    String id = OPERATOR + operator;
    JsonObject options =
        ceremonies
            .creation(operator, operator, passkeys.handle(id), passkeys.of(id).await())
            .await();
    return options.put("challenge", challenges.challenge(mark, MAKE + operator));
  }

  /** Keeps what the browser made; false, and no change, if it was not asked for so. */
  public boolean add(String mark, String operator, JsonObject credential) {
    Optional<Instant> until = challenges.lasts(mark);
    if (until.isEmpty()) {
      return false;
    }
    Optional<JsonObject> made =
        ceremonies
            .created(credential, challenges.challenge(mark, MAKE + operator))
            .map(Optional::of)
            .otherwise(Optional.empty())
            .await();
    return made.isPresent()
        && challenges.use(mark, until.get()).await()
        && passkeys
            .add(OPERATOR + operator, passkey(made.get()), PasskeyRoutes::mustHaveRoom)
            .await();
  }

  private Passkey passkey(JsonObject made) {
    return new Passkey(
        RandomIds.random(),
        "",
        made.getString("credID"),
        made.getString("publicKey"),
        made.getString("aaguid"),
        Objects.requireNonNullElse(made.getLong("counter"), 0L),
        clock.instant(),
        null,
        false);
  }

  /** What the browser with this mark is asked to sign, for any operator. */
  public JsonObject request(String mark) {
    return gate.request(mark).await();
  }

  /** The operator whose passkey signed; empty for all other requests. */
  public Optional<String> open(String mark, JsonObject credential) {
    return gate.open(mark, credential)
        .await()
        .filter(id -> id.startsWith(OPERATOR))
        .map(id -> id.substring(OPERATOR.length()));
  }

  /** None of this operator's opens anything any more. */
  public static void removeAll(Mongo mongo, Vault vault, String operator) {
    Passkeys all = Passkeys.ofOperators(mongo, vault);
    String id = OPERATOR + operator;
    for (Passkey passkey : all.of(id).await().passkeys()) {
      all.remove(id, passkey, left -> {}).await();
    }
  }
}
