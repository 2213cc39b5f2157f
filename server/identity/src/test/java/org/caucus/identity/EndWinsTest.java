package org.caucus.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.caucus.http.CallerScope;
import org.caucus.identity.passkeys.OpenCredentials;
import org.caucus.identity.sessions.Secrets;
import org.caucus.identity.sessions.Session;
import org.caucus.platform.store.MongoSettings;
import org.caucus.platform.store.replica.Held;
import org.caucus.platform.store.replica.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session or token is ended while something of it is on its way to the database: in each order
 * that there is, one after the other, held there.
 */
class EndWinsTest {
  private static final String SESSIONS = "sessions";
  private static final String CLERK = "clerk";

  @TempDir Path directory;
  private StandIn set;
  private AccountsFixture house;
  private String mine;
  private String theirs;
  private final String fresh = Secrets.secret();

  @BeforeEach
  void open() throws IOException {
    set = StandIn.plain();
    house = new AccountsFixture(MongoSettings.server(set.uri(), directory), directory);
    mine = Secrets.hash(house.sessions.begin(CLERK, "my browser").await());
    theirs = Secrets.hash(house.sessions.begin(CLERK, "their browser").await());
  }

  @AfterEach
  void close() throws IOException {
    house.close();
    set.close();
  }

  private void onlyMineIsLeft() {
    assertThat(house.sessions.find(fresh).await()).isEmpty();
    assertThat(house.sessions.of(CLERK).await()).extracting(Session::id).containsExactly(mine);
  }

  /** Anyone who ends all has looked before the new one is listed. */
  @Test
  void whatIsEndedBeforeItsNewSecretIsListedIsOver() throws InterruptedException {
    Held listing = set.hold("insert", "held-sessions", 1);
    Future<Boolean> renewed = house.sessions.renew(theirs, fresh);
    listing.awaitAll();

    house.sessions.endAll(CLERK, mine).await();
    listing.release();

    assertThat(renewed.await()).isFalse();
    onlyMineIsLeft();
  }

  /** Anyone who ends all finds the new one listed, and not there yet. */
  @Test
  void whatIsEndedBeforeItsNewSecretIsThereIsOver() throws InterruptedException {
    Held making = set.hold("insert", SESSIONS, 1);
    Future<Boolean> renewed = house.sessions.renew(theirs, fresh);
    making.awaitAll();

    house.sessions.endAll(CLERK, mine).await();
    making.release();

    assertThat(renewed.await()).isFalse();
    onlyMineIsLeft();
  }

  /** Both are there. */
  @Test
  void whatIsEndedBeforeItLeavesForItsNewSecretIsOver() throws InterruptedException {
    Held leaving = set.hold("update", SESSIONS, 1);
    Future<Boolean> renewed = house.sessions.renew(theirs, fresh);
    leaving.awaitAll();

    house.sessions.endAll(CLERK, mine).await();
    leaving.release();

    assertThat(renewed.await()).isFalse();
    onlyMineIsLeft();
  }

  /** A session of the list, the only one that the person who ends it has seen. */
  @Test
  void whoEndsItByTheListWhileItsNewSecretIsMadeEndsBoth() throws InterruptedException {
    Held making = set.hold("insert", SESSIONS, 1);
    Future<Boolean> renewed = house.sessions.renew(theirs, fresh);
    making.awaitAll();

    house.sessions.endById(theirs).await();
    making.release();

    assertThat(renewed.await()).isFalse();
    onlyMineIsLeft();
  }

  @Test
  void whoEndsItByTheListBeforeItLeavesEndsBoth() throws InterruptedException {
    Held leaving = set.hold("update", SESSIONS, 1);
    Future<Boolean> renewed = house.sessions.renew(theirs, fresh);
    leaving.awaitAll();

    house.sessions.endById(theirs).await();
    leaving.release();

    assertThat(renewed.await()).isFalse();
    onlyMineIsLeft();
  }

  @Test
  void whoEndsAllOthersBeforeTheirOwnLeavesGoesOn() throws InterruptedException {
    Held leaving = set.hold("update", SESSIONS, 1);
    Future<Boolean> renewed = house.sessions.renew(mine, fresh);
    leaving.awaitAll();

    house.sessions.endAll(CLERK, mine).await();
    leaving.release();

    assertThat(renewed.await()).isTrue();
    assertThat(house.sessions.of(CLERK).await())
        .extracting(Session::id)
        .containsExactly(Secrets.hash(fresh));
  }

  @Test
  void ofTwoRenewalsTheOneThatLeavesLaterIsTakenBack() throws InterruptedException {
    String first = Secrets.secret();
    Held leaving = set.hold("update", SESSIONS, 1);
    Future<Boolean> late = house.sessions.renew(theirs, fresh);
    leaving.awaitAll();

    assertThat(house.sessions.renew(theirs, first).await()).isTrue();
    leaving.release();

    assertThat(late.await()).isFalse();
    assertThat(house.sessions.find(fresh).await()).isEmpty();
    assertThat(house.sessions.find(first).await()).isPresent();
  }

  /** Its use is noted an hour after it began: that must not make it anew. */
  @Test
  void aSessionThatIsEndedWhileItsUseIsNotedIsOver() throws InterruptedException {
    String secret = house.sessions.begin(CLERK, "a third").await();
    house.pass(Sessions.USE_PRECISION);
    Held noting = set.hold("update", SESSIONS, 1);
    Future<?> used = house.sessions.find(secret);
    noting.awaitAll();

    house.sessions.end(secret).await();
    noting.release();

    assertThat(used.await()).isEqualTo(Optional.empty());
    assertThat(house.sessions.find(secret).await()).isEmpty();
    assertThat(house.sessions.lives(Secrets.hash(secret)).await()).isFalse();
  }

  @Test
  void aTokenThatIsRevokedWhileItsUseIsNotedIsOver() throws InterruptedException {
    String secret = house.tokens.mint(CLERK, "script").await();
    Held noting = set.hold("update", "tokens", 1);
    Future<?> used = house.callers.byToken(secret);
    noting.awaitAll();

    house.tokens.end(secret).await();
    noting.release();

    assertThat(used.await()).isEqualTo(Optional.empty());
    assertThat(house.callers.byToken(secret).await()).isEmpty();
    assertThat(house.tokens.lives(Secrets.hash(secret)).await()).isFalse();
  }

  /** Anyone who recovers an account ends its sessions, and what one of them is about to make. */
  @Test
  void aTokenThatIsMadeInASessionThatEndsIsOver() throws InterruptedException {
    OpenCredentials letIn = new OpenCredentials(house.sessions, house.tokens);
    Held making = set.hold("insert", "tokens", 1);
    var made = letIn.mint(CLERK, theirs, "script", CallerScope.ALL, Duration.ofDays(1), null);
    making.awaitAll();

    letIn.endAll(CLERK, mine).await();
    making.release();

    assertThat(made.await()).isEmpty();
    assertThat(house.tokens.of(CLERK).await()).isEmpty();
  }
}
