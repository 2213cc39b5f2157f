package org.caucus.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.caucus.http.Caller;
import org.caucus.http.CallerScope;
import org.caucus.http.PersonDirectory.Person;
import org.caucus.identity.sessions.CredentialIndex;
import org.caucus.identity.sessions.RevocationLog;
import org.caucus.identity.sessions.Secrets;
import org.caucus.identity.sessions.Session;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.cluster.bus.ClusterSecret;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Persons, their sessions, tokens and cookies. */
class AccountsTest {
  /** Rounds of what is done at once: each of two orders comes up. */
  private static final int AT_ONCE = 40;

  @TempDir static Path directory;
  static AccountsFixture house;

  @BeforeAll
  static void open() {
    house = new AccountsFixture(directory);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  /** Thirty networks that ask for codes made more in ten minutes than one sweep removed. */
  @Test
  void whatRanOutIsRemovedHoweverMuchItIs() {
    var entries =
        new SealedCollection(house.mongo.documents("flood"), house.vault, WorkspaceId.SYSTEM);
    int many = 2 * ExpirySweeper.BATCH + 1;
    Future.all(
            IntStream.range(0, many)
                .mapToObj(i -> entries.insert("code" + i, 1, new byte[] {0}))
                .toList())
        .await();

    Integer removed =
        ExpirySweeper.expired(entries, house.clock.millis(), id -> entries.delete(id).mapEmpty())
            .await();

    assertThat(removed).isEqualTo(many);
    assertThat(entries.count().await()).isZero();
  }

  @Test
  void aMailboxIsOnePersonHoweverManyAskAtOnce() {
    var asked =
        IntStream.range(0, 12)
            .mapToObj(i -> i % 2 == 0 ? "memo@alliance.example" : "Memo@Alliance.EXAMPLE")
            .map(address -> house.persons.ensure(address, "Memo Desk"))
            .toList();
    Future.all(asked).await();

    assertThat(asked.stream().map(f -> f.result().id()).distinct()).hasSize(1);
    var person = house.persons.byAddress("MEMO@alliance.example").await().orElseThrow();
    assertThat(person.operator()).isFalse();
    assertThat(house.persons.find(person.id()).await()).hasValue(person);
    assertThat(house.persons.addresses(person.id()).await().orElseThrow().all()).hasSize(1);
    assertThat(house.persons.byAddress("nobody@alliance.example").await()).isEmpty();
  }

  @Test
  void anOperatorComesFromTheSettingsAndIsNamedLater() {
    house.persons.ensureOperators(List.of(AccountsFixture.OPERATOR)).await();
    house.persons.ensureOperators(List.of(AccountsFixture.OPERATOR)).await();

    Person before = house.persons.byAddress("desk@secretariat.example").await().orElseThrow();
    Person after = house.persons.ensure("desk@secretariat.example", "Secretariat").await();

    assertThat(before.operator()).isTrue();
    assertThat(before.name()).isEqualTo("desk");
    assertThat(after)
        .isEqualTo(new Person(before.id(), "Secretariat", before.address(), true, null));
  }

  @Test
  void aNameOrAddressThatIsNoneIsRefused() {
    for (String name : List.of("", " ", "Two\r\nLines", "x".repeat(Persons.NAME_LIMIT + 1))) {
      assertThatThrownBy(() -> house.persons.ensure("x@alliance.example", name).await())
          .isInstanceOf(Refusal.class);
    }
    assertThatThrownBy(() -> house.persons.ensure("nowhere", "Name").await())
        .isInstanceOf(Refusal.class);
  }

  @Test
  void anUnusedSessionEndsAfterFourteenDaysAndAUsedOneAfterSixty() {
    var unused = house.sessions.begin("unused", "browser").await();
    var used = house.sessions.begin("used", "browser").await();

    for (int days = 0; days < 50; days += 10) {
      house.pass(Duration.ofDays(10));
      assertThat(house.sessions.find(used).await()).isPresent();
    }
    assertThat(house.sessions.find(unused).await()).isEmpty();
    house.pass(Duration.ofDays(10).minusSeconds(1));
    assertThat(house.sessions.find(used).await()).isPresent();
    house.pass(Duration.ofSeconds(1));
    assertThat(house.sessions.find(used).await()).isEmpty();
    assertThat(house.sessions.sweep().await()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void useIsWrittenDownOnceAnHour() {
    var secret = house.sessions.begin("reader", "browser").await();
    var began = house.sessions.find(secret).await().orElseThrow().used();
    house.pass(Duration.ofMinutes(59));
    assertThat(house.sessions.find(secret).await().orElseThrow().used()).isEqualTo(began);
    house.pass(Duration.ofMinutes(1));
    assertThat(house.sessions.find(secret).await().orElseThrow().used())
        .isEqualTo(began.plus(Duration.ofHours(1)));
  }

  @Test
  void anEndedSessionIsRefusedAtOnceAndTheBusTells() throws InterruptedException {
    var told = new LinkedBlockingQueue<String>();
    house.elsewhere.listen(Sessions.ENDED, told::add);
    CallerLookup callers = house.callers;
    var secret = house.sessions.begin("liaison", "browser").await();
    Caller caller = callers.bySession(secret).await().orElseThrow();

    house.sessions.end(secret).await();

    assertThat(callers.bySession(secret).await()).isEmpty();
    assertThat(told.poll(1, TimeUnit.SECONDS)).isEqualTo(caller.session());
    house.sessions.end(secret).await();
    house.sessions.end("; drop").await();
  }

  @Test
  void anEndOnAnotherNodeReachesTheCacheByTheBus() {
    var secret = house.sessions.begin("liaison", "browser").await();
    String id = house.sessions.find(secret).await().orElseThrow().id();

    house.elsewhere.publish(Sessions.ENDED, id);

    org.awaitility.Awaitility.await()
        .atMost(Clocks.LONG)
        .until(() -> house.sessions.find(secret).await().isEmpty());
  }

  @Test
  void whereTheBusLosesTheWordANodeReadsOfAnEndInTheDatabase() {
    Vertx apart = Vertx.vertx(); // a bus of its own: it hears nothing of the other
    try {
      var bus = new EncryptedEventBus(apart, new ClusterSecret(house.vault, ""));
      var other = new Sessions(bus, house.mongo, house.vault, house.clock);
      var heard = new LinkedBlockingQueue<String>();
      other.onEnd(heard::add);
      var here = new RevocationLog(house.mongo, house.vault, house.sessions::ended);
      here.start(house.vertx);
      house.sessions.writeEndsTo(here::add);
      var earlier = house.sessions.begin("liaison", "browser").await();
      house.sessions.end(earlier).await();
      new RevocationLog(house.mongo, house.vault, other::ended).start(apart);
      var secret = house.sessions.begin("liaison", "browser").await();
      String id = other.find(secret).await().orElseThrow().id();
      var token = house.tokens.mint("liaison", "script").await();

      house.sessions.end(secret).await();
      house.tokens.end(token).await();

      org.awaitility.Awaitility.await()
          .atMost(Clocks.LONG)
          .untilAsserted(() -> assertThat(heard).containsExactly(id, Secrets.hash(token)));
      assertThat(other.find(secret).await()).as("although it was read a moment ago").isEmpty();
    } finally {
      apart.close().await();
    }
  }

  @Test
  void aTokenNamesItsHolderUntilItRunsOut() {
    CallerLookup callers = house.callers;
    var token =
        house
            .tokens
            .mint("liaison", "laptop", CallerScope.ALL, Duration.ofDays(30), null)
            .map(Tokens.Minted::secret)
            .await();
    var other = house.tokens.mint("liaison", "script").await();

    assertThat(token).matches("cau_[A-Za-z0-9_-]{43}");
    assertThat(callers.byToken(token).await())
        .hasValueSatisfying(c -> assertThat(c.person()).isEqualTo("liaison"));
    assertThat(callers.bySession(token).await()).isEmpty();
    assertThat(callers.byToken("cau_wrong").await()).isEmpty();
    assertThat(house.tokens.end(other).await()).isTrue();
    assertThat(callers.byToken(other).await()).isEmpty();
    house.pass(Duration.ofDays(30));
    assertThat(callers.byToken(token).await()).isEmpty();
  }

  @Test
  void aTokenIsMadeOnceUnderItsMarkAndListedWithItsUse() {
    CallerLookup callers = house.callers;
    CallerScope reach = new CallerScope(false, "cop");
    var first = house.tokens.mint("clerk", "reader", reach, Duration.ofDays(9), "mark").await();
    var again = house.tokens.mint("clerk", "reader", reach, Duration.ofDays(9), "mark").await();
    var other = house.tokens.mint("other", "reader", reach, Duration.ofDays(9), "mark").await();

    assertThat(again).isEqualTo(first);
    assertThat(other.secret()).isNotEqualTo(first.secret());
    assertThat(house.tokens.of("clerk").await()).containsExactly(first.token());
    assertThat(first.token().used()).isNull();
    assertThat(callers.byToken(first.secret()).await())
        .hasValue(Caller.token("clerk", first.token().id(), reach, first.token().expires()));
    assertThat(house.tokens.of("clerk").await().getFirst().used()).isEqualTo(house.now.get());
    assertThat(house.tokens.endById(first.token().id()).await()).isTrue();
    assertThat(house.tokens.of("clerk").await()).isEmpty();
  }

  @Test
  void aRenewedSessionGoesOnUnderAnotherSecretAndTheOldOneIsSoonOver() {
    var old = house.sessions.begin("stepper", "browser").await();
    var began = house.sessions.find(old).await().orElseThrow();
    house.pass(Duration.ofMinutes(30));
    var fresh = Secrets.secret();

    assertThat(house.sessions.renew(began.id(), fresh).await()).isTrue();

    var renewed = house.sessions.find(fresh).await().orElseThrow();
    assertThat(renewed.proved()).isEqualTo(house.now.get());
    assertThat(renewed.began()).isEqualTo(began.began());
    assertThat(house.sessions.find(old).await().orElseThrow().proved()).isEqualTo(began.proved());
    assertThat(house.sessions.of("stepper").await()).containsExactly(renewed);
    house.pass(Sessions.GRACE);
    assertThat(house.sessions.find(old).await()).isEmpty();
    assertThat(house.sessions.find(fresh).await()).isPresent();
    assertThat(house.sessions.renew(Secrets.hash(Secrets.secret()), fresh).await()).isFalse();
  }

  /** Two windows confirm at once: the browser has one secret of the two. */
  @Test
  void aSessionIsRenewedOnce() {
    String old = Secrets.hash(house.sessions.begin("twice", "browser").await());
    List<String> fresh = List.of(Secrets.secret(), Secrets.secret());

    List<Boolean> renewed =
        Future.all(fresh.stream().map(f -> house.sessions.renew(old, f)).toList()).await().list();

    assertThat(renewed).containsExactlyInAnyOrder(true, false);
    assertThat(house.sessions.of("twice").await()).hasSize(1);
    assertThat(house.sessions.find(fresh.get(renewed.indexOf(true))).await()).isPresent();
  }

  @Test
  void whoEndsASessionThatIsBeingRenewedEndsWhatTookItsPlace() {
    String old = house.sessions.begin("stolen", "their laptop").await();
    String fresh = Secrets.secret();
    assertThat(house.sessions.renew(Secrets.hash(old), fresh).await()).isTrue();

    house.sessions.endById(Secrets.hash(old)).await();

    assertThat(house.sessions.find(fresh).await()).isEmpty();
    assertThat(house.sessions.find(old).await()).isEmpty();
  }

  @Test
  void whatIsEndedWhileItIsRenewedIsOver() {
    for (int i = 0; i < AT_ONCE; i++) {
      String person = "ended" + i;
      String mine = house.sessions.begin(person, "mine").await();
      String other = Secrets.hash(house.sessions.begin(person, "theirs").await());
      String fresh = Secrets.secret();
      Future<Boolean> renewed = house.sessions.renew(other, fresh);
      Future<Void> ended = house.sessions.endAll(person, Secrets.hash(mine));
      Future.all(renewed, ended).await();

      assertThat(house.sessions.find(fresh).await()).as("round %s", i).isEmpty();
      assertThat(house.sessions.of(person).await())
          .extracting(Session::id)
          .containsExactly(Secrets.hash(mine));
    }
  }

  @Test
  void whoEndsAllOthersWhileTheirOwnIsRenewedGoesOn() {
    for (int i = 0; i < AT_ONCE; i++) {
      String person = "own" + i;
      String mine = Secrets.hash(house.sessions.begin(person, "mine").await());
      house.sessions.begin(person, "theirs").await();
      String fresh = Secrets.secret();
      Future<Boolean> renewed = house.sessions.renew(mine, fresh);
      Future<Void> ended = house.sessions.endAll(person, mine);
      Future.all(renewed, ended).await();

      assertThat(renewed.result()).as("round %s", i).isTrue();
      assertThat(house.sessions.find(fresh).await()).as("round %s", i).isPresent();
      assertThat(house.sessions.of(person).await()).hasSize(1);
    }
  }

  @Test
  void aPersonsSessionsAreListedTheLastUsedFirst() {
    var first = house.sessions.begin("lister", "one").await();
    house.pass(Duration.ofHours(2));
    var second = house.sessions.begin("lister", "two").await();
    house.sessions.begin("somebody else", "three").await();

    assertThat(house.sessions.of("lister").await())
        .extracting(Session::device)
        .containsExactly("two", "one");
    house.sessions.end(second).await();
    assertThat(house.sessions.of("lister").await())
        .extracting(Session::id)
        .containsExactly(Secrets.hash(first));
  }

  @Test
  void theDatabaseKnowsNeitherSecretsNorAddressesNorNames() {
    var person = house.persons.ensure("hidden@newsroom.example", "Hidden Name").await();
    var token = house.tokens.mint(person.id(), "travel phone").await();
    var session = house.sessions.begin(person.id(), "Firefox on travel phone").await();
    var browser = house.codes.ask("hidden@newsroom.example", "203.0.113.7", null).await();

    String raw =
        String.join(
            "",
            List.of("persons", "holders", "tokens", "sessions", "codes").stream()
                .map(house::raw)
                .toList());

    assertThat(raw)
        .contains(person.id(), Secrets.hash(token), Secrets.hash(session), Secrets.hash(browser))
        .doesNotContain(token, token.substring(4), session, browser)
        .doesNotContain("hidden", "newsroom", "Hidden Name", "travel phone", "Firefox");
  }

  @Test
  void cookiesAreSecureWhereTheInstallationIs() {
    var secure = new Cookies(URI.create("https://caucus.example"));
    var local = new Cookies(URI.create("http://127.0.0.1:8080"));

    assertThat(secure.session("abc"))
        .isEqualTo("__Host-caucus=abc; Path=/; Max-Age=5184000; HttpOnly; SameSite=Lax; Secure");
    assertThat(local.session("abc"))
        .isEqualTo("caucus=abc; Path=/; Max-Age=5184000; HttpOnly; SameSite=Lax");
    assertThat(local.signIn("abc"))
        .isEqualTo("caucus-sign-in=abc; Path=/; Max-Age=600; HttpOnly; SameSite=Lax");
    assertThat(secure.noSession()).startsWith("__Host-caucus=; Path=/; Max-Age=0;");
    for (String odd : List.of("a;b", "a\r\nb", "a b", "a,b", "\"a\"")) {
      assertThatThrownBy(() -> local.session(odd)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aSessionBeginsWithACookie() {
    var cookie = house.persons.beginSession("liaison", "x".repeat(5000)).await();
    String secret = cookie.substring("__Host-caucus=".length(), cookie.indexOf(';'));
    var session = house.sessions.find(secret).await().orElseThrow();
    assertThat(session.person()).isEqualTo("liaison");
    assertThat(session.device()).hasSize(Sessions.DEVICE_LIMIT);
  }

  @Test
  void endingAllEndsMoreThanAreListed() {
    String person = house.persons.ensure("many@rights.example", "Many").await().id();
    List<String> secrets = new ArrayList<>();
    for (int i = 0; i < CredentialIndex.LISTED + 30; i++) {
      secrets.add(house.sessions.begin(person, "Browser").await());
    }
    String kept = Secrets.hash(secrets.getFirst());

    house.sessions.endAll(person, kept).await();

    assertThat(secrets.stream().filter(s -> house.sessions.find(s).await().isPresent()))
        .containsExactly(secrets.getFirst());
  }
}
