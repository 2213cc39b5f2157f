package org.caucus.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.caucus.identity.sessions.Secrets;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.ratelimit.RateLimited;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A liaison officer signs in with a mailed code; others try to. */
class SignInCodesTest {
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

  private static SignInCodes.Try.Wrong wrong(int left, String address) {
    return new SignInCodes.Try.Wrong(left, address);
  }

  @Test
  void theCodeSignsInItsBrowserOnceAndNoOther() throws InterruptedException {
    var liaison = house.persons.ensure("Liaison@platform.example", "Ada Liaison").await();
    var browser = house.codes.ask("liaison@PLATFORM.example", "192.0.2.1", null).await();
    var mailed = house.letter();
    var thief = house.codes.ask("liaison@platform.example", "192.0.2.2", null).await();
    house.letter();

    assertThat(mailed.address()).isEqualTo("Liaison@platform.example");
    assertThat(house.codes.answer("", mailed.code(), null).await())
        .isEqualTo(new SignInCodes.Try.Over());
    assertThat(house.codes.answer(Secrets.secret(), mailed.code(), null).await())
        .isEqualTo(new SignInCodes.Try.Over());
    // one in a million has the same code mailed twice
    assertThat(house.codes.answer(thief, mailed.code(), null).await())
        .isEqualTo(wrong(4, "liaison@platform.example"));
    assertThat(house.codes.answer(browser, mailed.code(), null).await())
        .isEqualTo(new SignInCodes.Try.Right(liaison, "liaison@PLATFORM.example"));
    assertThat(house.codes.answer(browser, mailed.code(), null).await())
        .isEqualTo(new SignInCodes.Try.Over());
  }

  @Test
  void fiveTriesAndNoMoreEvenAllAtOnce() throws InterruptedException {
    house.persons.ensure("convenor@network.example", "Convenor").await();
    var browser = house.codes.ask("convenor@network.example", "192.0.2.3", null).await();
    String code = house.letter().code();

    var tries =
        IntStream.range(0, 8)
            .mapToObj(i -> house.codes.answer(browser, other(code), null))
            .toList();
    Future.all(tries).await();

    assertThat(tries.stream().map(Future::result).toList())
        .containsExactlyInAnyOrder(
            wrong(4, "convenor@network.example"),
            wrong(3, "convenor@network.example"),
            wrong(2, "convenor@network.example"),
            wrong(1, "convenor@network.example"),
            new SignInCodes.Try.Over(),
            new SignInCodes.Try.Over(),
            new SignInCodes.Try.Over(),
            new SignInCodes.Try.Over());
    assertThat(house.codes.answer(browser, code, null).await())
        .isEqualTo(new SignInCodes.Try.Over());
  }

  @Test
  void aCodeLastsTenMinutesAndIsThenRemoved() throws InterruptedException {
    house.persons.ensure("observer@university.example", "Observer").await();
    var browser = house.codes.ask("observer@university.example", "192.0.2.4", null).await();
    String code = house.letter().code();

    house.pass(SignInCodes.LIFETIME);

    assertThat(house.codes.answer(browser, code, null).await())
        .isEqualTo(new SignInCodes.Try.Over());
    assertThat(house.guesses.sweep().await()).isPositive();
    assertThat(house.raw("codes")).doesNotContain(Secrets.hash(browser));
  }

  @Test
  void anUnknownAddressGetsTheSameAnswersAndNoMail() throws InterruptedException {
    house.persons.ensure("member@rights.example", "Member").await();
    long before = house.mongo.documents("codes").count().await();
    var unknown = house.codes.ask("nobody@rights.example", "192.0.2.5", null).await();
    var known = house.codes.ask("member@rights.example", "192.0.2.5", null).await();

    assertThat(house.mongo.documents("codes").count().await()).isEqualTo(before + 2);
    assertThat(unknown).hasSameSizeAs(known);
    assertThat(house.letter().address()).isEqualTo("member@rights.example");
    assertThat(house.slot).isEmpty();
    for (int left = 4; left > 0; left--) {
      assertThat(house.codes.answer(unknown, "12345x", null).await())
          .isEqualTo(wrong(left, "nobody@rights.example"));
      assertThat(house.codes.answer(known, "12345x", null).await())
          .isEqualTo(wrong(left, "member@rights.example"));
    }
  }

  @Test
  void askingTooOftenIsToldWhenToAskAgain() {
    for (String address : List.of("press@network.example", "stranger@elsewhere.example")) {
      for (int i = 0; i < CodeLimits.PER_ADDRESS_OF_ALL; i++) {
        house.codes.ask(address, "198.51.100." + i, null).await();
      }
      assertThatThrownBy(
              () -> house.codes.ask(address.toUpperCase(java.util.Locale.ROOT), "x", null).await())
          .isInstanceOfSatisfying(
              RateLimited.class, e -> assertThat(e.retryAfterSeconds()).isBetween(1L, 180L));
    }
    house.pass(Duration.ofMinutes(3));
    assertThat(house.codes.ask("press@network.example", "198.51.100.9", null).await()).isNotEmpty();
    house.slot.clear();
  }

  @Test
  void aStrangerUsesUpWhatIsTheirsAndNotWhatIsTheMembers() {
    String member = "desk@agency.example";
    for (int days = 0; days < 3; days++) {
      for (int i = 0; i < CodeLimits.PER_ADDRESS; i++) {
        house.codes.ask(member, "203.0.113.66", null).await();
      }
      assertThatThrownBy(() -> house.codes.ask(member, "203.0.113.66", null).await())
          .isInstanceOf(RateLimited.class);
      assertThat(house.codes.ask(member, "198.51.100.1" + days, null).await()).isNotEmpty();
      house.pass(Duration.ofDays(1));
    }
    house.slot.clear();
  }

  @Test
  void manyStrangersKeepNobodyOutOfWhereTheyHaveBeen() {
    String member = "memo@agency.example";
    for (int i = 0; i < CodeLimits.PER_ADDRESS_OF_ALL; i++) {
      house.codes.ask(member, "203.0.113." + i, null).await();
    }
    assertThatThrownBy(() -> house.codes.ask(member, "192.0.2.77", null).await())
        .isInstanceOf(RateLimited.class);

    var hers = new VerificationCodes.Asker("192.0.2.77", true);
    for (int i = 0; i < CodeLimits.PER_ADDRESS; i++) {
      assertThat(house.codes.ask(member, hers, null, CodeMail.Use.SIGN_IN).await()).isNotEmpty();
    }
    assertThatThrownBy(() -> house.codes.ask(member, hers, null, CodeMail.Use.SIGN_IN).await())
        .as("a known browser has its own limit")
        .isInstanceOf(RateLimited.class);
    house.slot.clear();
  }

  /** A computer that was used once: it has as many codes as a stranger, and takes nobody's. */
  @Test
  void aKnownBrowserUsesUpNothingOfWhoIsSignedInOrOfAnother() {
    String member = "memo2@agency.example";
    var once = new VerificationCodes.Asker("192.0.2.80", true, "browser of before");
    for (int i = 0; i < CodeLimits.PER_ADDRESS; i++) {
      house.codes.ask(member, once, null, CodeMail.Use.SIGN_IN).await();
    }
    assertThatThrownBy(() -> house.codes.ask(member, once, null, CodeMail.Use.SIGN_IN).await())
        .isInstanceOf(RateLimited.class);

    var other = new VerificationCodes.Asker("192.0.2.81", true, "browser of now");
    assertThat(house.codes.ask(member, other, null, CodeMail.Use.SIGN_IN).await()).isNotEmpty();
    var signedIn = new VerificationCodes.Asker("192.0.2.82", true);
    assertThat(house.codes.ask(member, signedIn, null, CodeMail.Use.CONFIRM).await()).isNotEmpty();
    house.slot.clear();
  }

  @Test
  void onePeerCannotWalkThroughAddresses() {
    for (int i = 0; i < CodeLimits.PER_PEER; i++) {
      house.codes.ask("a" + i + "@walk.example", "2001:db8:1:2::" + i, null).await();
    }
    assertThatThrownBy(
            () -> house.codes.ask("b@walk.example", "2001:db8:1:2:ffff::1", null).await())
        .isInstanceOf(RateLimited.class);
    assertThat(house.codes.ask("b@walk.example", "2001:db8:1:3::1", null).await()).isNotEmpty();
  }

  /** Two nodes, or one that was started anew: an attacker has as many tries as with one. */
  @Test
  void whatWasAskedForIsCountedByAllNodesTogetherAndOutlastsAStart() {
    String member = "nodes@agency.example";
    for (int i = 0; i < CodeLimits.PER_ADDRESS_OF_ALL; i++) {
      house.codes.ask(member, "198.51.100.2" + i, null).await();
    }
    var other = new VerificationCodes(house.mongo, house.vault, house.clock);
    var there = new SignInCodes(other, house.persons, (to, code, use) -> Future.succeededFuture());

    assertThatThrownBy(() -> there.ask(member, "192.0.2.90", null).await())
        .isInstanceOfSatisfying(
            RateLimited.class, e -> assertThat(e.retryAfterSeconds()).isBetween(1L, 90L));
    assertThat(house.raw("counts")).isNotEmpty().doesNotContain("nodes@agency", "198.51.100");
  }

  @Test
  void whatIsNoAddressIsSaidToBeNone() {
    assertThatThrownBy(() -> house.codes.ask("not an address", "192.0.2.6", null).await())
        .isInstanceOf(Refusal.class);
  }

  @Test
  void refusalsSayWhatToDoAndHowManyTriesAreLeft() {
    assertThatThrownBy(() -> SignInRoutes.proved(wrong(3, "not an address")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("3 attempts left");
    assertThatThrownBy(() -> SignInRoutes.proved(wrong(1, "not an address")))
        .hasMessageContaining("one attempt left");
    assertThatThrownBy(() -> SignInRoutes.proved(new SignInCodes.Try.Over()))
        .hasMessageContaining("Request a new one");
  }

  private static String other(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  @Test
  void aRequestThatComesTwiceIsMailedOnceAndBoundToTheOneBrowser() throws InterruptedException {
    house.persons.ensure("twice@rights.example", "Twice").await();
    String mark = "a lost answer, asked again";
    var first = house.codes.ask("twice@rights.example", "192.0.2.9", mark).await();
    var code = house.letter().code();

    for (int i = 0; i < 2 * CodeLimits.PER_ADDRESS; i++) {
      assertThat(house.codes.ask("twice@rights.example", "192.0.2.9", mark).await())
          .isEqualTo(first);
    }
    assertThat(house.slot).isEmpty();
    var elsewhere = house.codes.ask("twice@rights.example", "198.51.100.77", mark).await();
    assertThat(elsewhere).as("who guessed the mark, in another network").isNotEqualTo(first);
    house.letter();
    assertThatThrownBy(() -> house.codes.ask("nobody@rights.example", "192.0.2.9", mark).await())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("a different request");
    assertThat(house.codes.answer(first, code, null).await())
        .isInstanceOf(SignInCodes.Try.Right.class);
    assertThat(house.codes.ask("twice@rights.example", "192.0.2.9", mark).await()).isEqualTo(first);
    assertThat(house.slot).as("no second mail after it was used").isEmpty();
    assertThat(house.codes.answer(first, code, null).await()).isEqualTo(new SignInCodes.Try.Over());

    house.pass(SignInCodes.LIFETIME);
    assertThat(house.codes.ask("twice@rights.example", "192.0.2.9", mark).await()).isEqualTo(first);
    assertThat(house.letter().code()).as("what ran out is asked for anew").hasSize(6);
  }

  @Test
  void twoAtOnceUnderOneMarkAreOne() throws InterruptedException {
    house.persons.ensure("once@rights.example", "Once").await();

    var asked =
        IntStream.range(0, 4)
            .mapToObj(i -> house.codes.ask("once@rights.example", "192.0.2.10", "at once"))
            .toList();
    Future.all(asked).await();

    assertThat(asked.stream().map(Future::result).distinct()).hasSize(1);
    house.letter();
    assertThat(house.slot.poll(200, java.util.concurrent.TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void aWrongTryThatComesTwiceIsCountedOnce() throws InterruptedException {
    house.persons.ensure("typo@rights.example", "Typo").await();
    var browser = house.codes.ask("typo@rights.example", "192.0.2.11", null).await();
    String code = house.letter().code();
    String wrong = other(code);

    assertThat(house.codes.answer(browser, wrong, "one").await())
        .isEqualTo(wrong(4, "typo@rights.example"));
    assertThat(house.codes.answer(browser, wrong, "one").await())
        .isEqualTo(wrong(4, "typo@rights.example"));
    assertThat(house.codes.answer(browser, wrong, "two").await())
        .isEqualTo(wrong(3, "typo@rights.example"));
    assertThat(house.codes.answer(browser, wrong, "one").await())
        .isEqualTo(wrong(4, "typo@rights.example"));
    assertThatThrownBy(() -> house.codes.answer(browser, code, "one").await())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("a different request");
    assertThat(house.codes.answer(browser, code, "three").await())
        .isInstanceOf(SignInCodes.Try.Right.class);
    assertThat(house.codes.answer(browser, code, "three").await())
        .isEqualTo(new SignInCodes.Try.Over());
    assertThat(house.codes.answer(browser, wrong, "one").await())
        .isEqualTo(wrong(4, "typo@rights.example"));
  }

  @Test
  void whoHasTheDatabaseAndItsKeysFindsNoCodeByTryingAll() throws InterruptedException {
    house.persons.ensure("seized@rights.example", "Seized").await();
    String browser = house.codes.ask("seized@rights.example", "192.0.2.12", null).await();
    String code = house.letter().code();
    var codes =
        new SealedCollection(house.mongo.documents("codes"), house.vault, WorkspaceId.SYSTEM);
    String id = Secrets.hash(browser);
    String kept = new String(codes.find(id).await().orElseThrow().plain(), UTF_8);

    assertThat(kept).contains(Secrets.hash(browser + ":" + code)).doesNotContain(code, browser);
    for (int guess = 0; guess < 1_000_000; guess++) {
      String tried = "%06d".formatted(guess);
      if (kept.contains(Secrets.hash(tried)) || kept.contains(Secrets.hash(id + ":" + tried))) {
        throw new AssertionError("without what the browser has, " + tried + " was told");
      }
    }
  }
}
