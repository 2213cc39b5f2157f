package org.caucus.identity.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.caucus.http.CallerScope;
import org.caucus.identity.Sessions;
import org.caucus.identity.Tokens;
import org.caucus.identity.sessions.Secrets;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Refusal;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.bus.ClusterSecret;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.caucus.platform.eventlog.keys.MasterKey;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two requests of one account come at once, and each was right when it was looked at. */
class AtOnceTest {
  private static final String CLERK = "clerk";
  private static final Instant NOW = Instant.parse("2026-06-13T09:00:00Z");

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private Mongo mongo;
  private Passkeys passkeys;
  private OpenCredentials letIn;

  @BeforeEach
  void open() {
    InstantSource clock = InstantSource.fixed(NOW);
    mongo = Mongo.open(MongoSettings.embedded(directory));
    Vault vault = Vault.open(mongo, directory.resolve(MasterKey.FILE));
    Sessions sessions =
        new Sessions(
            new EncryptedEventBus(vertx, new ClusterSecret(vault, "")), mongo, vault, clock);
    passkeys = new Passkeys(mongo, vault);
    letIn = new OpenCredentials(sessions, new Tokens(mongo, vault, sessions::tellEnd, clock));
  }

  @AfterEach
  void close() {
    vertx.close().await();
    mongo.close();
  }

  private Future<Boolean> passkey(String credential) {
    return passkeys.add(
        CLERK,
        new Passkey(RandomIds.random(), "Key", credential, "", "", 0, NOW, null, false),
        PasskeyRoutes::mustHaveRoom);
  }

  private Future<Tokens.Minted> token(String name, String once) {
    return letIn.tokens().mint(CLERK, name, CallerScope.ALL, Duration.ofDays(1), once);
  }

  @Test
  void ofTwoLastPasskeysOneIsKept() {
    IntStream.range(1, PersonPasskeys.MOST).forEach(i -> passkey("credential" + i).await());

    List<Future<Boolean>> both = List.of(passkey("desk"), passkey("phone"));
    Future.join(both).otherwiseEmpty().await();

    assertThat(both).filteredOn(Future::succeeded).hasSize(1);
    assertThat(both)
        .filteredOn(Future::failed)
        .allSatisfy(f -> assertThat(f.cause()).isInstanceOf(Refusal.class));
    assertThat(passkeys.of(CLERK).await().passkeys()).hasSize(PersonPasskeys.MOST);
  }

  /** Else it could never be kept, by whomever. */
  @Test
  void aPasskeyThatFoundNoRoomIsKeptOnceThereIsSome() {
    IntStream.range(0, PersonPasskeys.MOST).forEach(i -> passkey("credential" + i).await());
    assertThat(passkey("phone").otherwise(false).await()).isFalse();
    Passkey first = passkeys.of(CLERK).await().passkeys().getFirst();

    passkeys.remove(CLERK, first, left -> {}).await();

    assertThat(passkey("phone").await()).isTrue();
  }

  @Test
  void noMoreTokensAreMadeThanOneMayHave() {
    IntStream.range(2, Tokens.MOST).forEach(i -> token("n" + i, "once" + i).await());

    List<Future<Tokens.Minted>> many =
        IntStream.range(0, 6).mapToObj(i -> token("late" + i, "late" + i)).toList();
    Future.join(many).otherwiseEmpty().await();
    long made = many.stream().filter(Future::succeeded).count();

    assertThat(made).isLessThanOrEqualTo(2);
    assertThat(letIn.tokens().of(CLERK).await())
        .hasSize(Tokens.MOST - 2 + (int) made)
        .hasSizeLessThanOrEqualTo(Tokens.MOST);
  }

  @Test
  void theLastTokenIsToldAgainAndOneMoreIsRefused() {
    IntStream.range(0, Tokens.MOST).forEach(i -> token("n" + i, "once" + i).await());

    assertThat(token("n49", "once49").await().token().name()).isEqualTo("n49");
    Throwable refused = token("more", "more").map((Throwable) null).otherwise(e -> e).await();

    assertThat(refused).isInstanceOf(Refusal.class).hasMessageContaining("Revoke one first");
    assertThat(letIn.tokens().of(CLERK).await()).hasSize(Tokens.MOST);
  }

  /** Somebody else typed a code that was right, while its owner demanded a passkey from then on. */
  @Test
  void whatACodeBeginsAfterAPasskeyIsDemandedIsOver() {
    passkeys.change(CLERK, ring -> ring.requiring(true)).await();
    letIn.endAll(CLERK, null).await();
    String secret = Secrets.secret();

    Boolean began =
        letIn
            .sessions()
            .beginIf(CLERK, "elsewhere", secret, () -> passkeys.alone(CLERK).map(alone -> !alone))
            .await();

    assertThat(began).isFalse();
    assertThat(letIn.sessions().find(secret).await()).isEmpty();
    assertThat(letIn.sessions().of(CLERK).await()).isEmpty();
  }
}
