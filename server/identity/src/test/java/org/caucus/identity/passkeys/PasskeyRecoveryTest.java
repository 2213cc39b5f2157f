package org.caucus.identity.passkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.http.CallerScope;
import org.caucus.http.Integrations;
import org.caucus.http.RecoveryRequests;
import org.caucus.identity.Sessions;
import org.caucus.identity.SignInRoutes.Admission;
import org.caucus.identity.Tokens;
import org.caucus.identity.sessions.Secrets;
import org.caucus.identity.sessions.SharedCounters;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.bus.ClusterSecret;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.caucus.platform.eventlog.keys.MasterKey;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A lawyer has lost all passkeys; somebody else reads her mail too. */
class PasskeyRecoveryTest {
  private static final String LAWYER = "lawyer";

  @TempDir Path directory;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-13T09:00:00Z"));
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final String hers = Secrets.secret();
  private final String thiefs = Secrets.secret();
  private final Vertx vertx = Vertx.vertx();
  private Mongo mongo;
  private Passkeys passkeys;
  private OpenCredentials letIn;
  private PasskeyRecovery lost;
  private final List<String> closed = new CopyOnWriteArrayList<>();

  private final RecoveryRequests.Workspaces workspaces =
      new RecoveryRequests.Workspaces() {
        @Override
        public Future<Void> await(String person, Set<String> gave, Instant until) {
          closed.add("all but " + gave + " until " + until);
          return Future.succeededFuture();
        }

        @Override
        public Future<Void> callOff(String person, Instant until) {
          if (stopped == Stop.WORKSPACES) {
            return Future.failedFuture("a workspace cannot be loaded");
          }
          closed.removeIf(c -> c.endsWith(" until " + until));
          if (stopped == Stop.SETTLING) {
            return Future.failedFuture("killed just after");
          }
          return Future.succeededFuture();
        }
      };

  /** Where an undoing stops. */
  private enum Stop {
    OUTLETS,
    WORKSPACES,
    SETTLING
  }

  private @Nullable Stop stopped;

  /** What an undoing waits for; null if it waits for nothing. */
  private @Nullable Promise<List<Integrations.Outlet>> slow;

  private final Integrations outlets =
      new Integrations() {
        @Override
        public Future<List<Outlet>> of(String person) {
          if (slow != null) {
            return slow.future();
          }
          return stopped == Stop.OUTLETS
              ? Future.failedFuture("a workspace cannot be read")
              : Future.succeededFuture(List.of());
        }

        @Override
        public Future<Void> end(Outlet outlet) {
          return Future.succeededFuture();
        }
      };

  @BeforeEach
  void open() {
    InstantSource clock = now::get;
    mongo = Mongo.open(MongoSettings.embedded(directory));
    Vault vault = Vault.open(mongo, directory.resolve(MasterKey.FILE));
    Sessions sessions =
        new Sessions(
            new EncryptedEventBus(vertx, new ClusterSecret(vault, "")), mongo, vault, clock);
    passkeys = new Passkeys(mongo, vault);
    letIn =
        new OpenCredentials(sessions, new Tokens(mongo, vault, sessions::tellEnd, clock), outlets);
    lost =
        new PasskeyRecovery(
            passkeys,
            letIn,
            workspaces,
            vault,
            (person, what) -> told.add(what),
            clock,
            new SharedCounters(mongo, vault, clock));
    passkeys.change(LAWYER, ring -> ring.requiring(true)).await();
  }

  @AfterEach
  void close() {
    vertx.close().await();
    mongo.close();
  }

  private String number(String browser) {
    Admission admission = lost.admits(LAWYER, browser).await();
    assertThat(admission).isInstanceOf(Admission.No.class);
    return ((Admission.No) admission).number();
  }

  @Test
  void whoReadsTheMailElsewhereIsNotLetInByTheWordForHer() {
    String theirs = number(thiefs);
    String number = number(hers);

    assertThat(number).matches("\\d{8}").isNotEqualTo(theirs);
    assertThat(lost.confirm(LAWYER, "convenor", number).await()).isTrue();

    assertThat(number(thiefs)).isEqualTo(theirs);
    assertThat(number("")).as("a browser without a cookie").isNotIn(number, theirs);
    assertThat(lost.admits(LAWYER, hers).await()).isInstanceOf(Admission.Recovered.class);
    assertThat(told)
        .contains(PasskeyRecovery.ASKED, PasskeyRecovery.CONFIRMED, PasskeyRecovery.ENTERED);
  }

  @Test
  void aWordForANumberThatNoBrowserShowsLetsNobodyIn() {
    String number = number(hers);
    String other = number.equals("00000000") ? "00000001" : "00000000";

    assertThat(lost.confirm(LAWYER, "convenor", other).await()).isFalse();

    assertThat(number(hers)).isEqualTo(number);
    assertThat(told).containsExactly(PasskeyRecovery.ASKED);
  }

  /** She asked on her phone, and then again at her desk. */
  @Test
  void eachBrowserThatAsksIsToldToHerAndTheLastWordCounts() {
    String phone = number(hers);
    String desk = number(thiefs);
    assertThat(told).containsExactly(PasskeyRecovery.ASKED, PasskeyRecovery.ASKED);

    lost.confirm(LAWYER, "convenor", phone).await();
    lost.confirm(LAWYER, "convenor", desk).await();

    assertThat(number(hers)).isEqualTo(phone);
    assertThat(lost.admits(LAWYER, thiefs).await()).isInstanceOf(Admission.Recovered.class);
  }

  @Test
  void aNumberIsReadInAnyScriptAndWithSpaces() {
    String number = number(hers);
    String arabic =
        number
            .chars()
            .collect(
                StringBuilder::new,
                (text, c) -> text.appendCodePoint('\u0660' + c - '0'),
                StringBuilder::append)
            .insert(4, " ")
            .toString();

    assertThat(lost.confirm(LAWYER, "convenor", arabic).await()).isTrue();
    assertThat(lost.admits(LAWYER, hers).await()).isInstanceOf(Admission.Recovered.class);
  }

  @Test
  void threeDaysLaterOrCalledOffTheWordIsWorthNothing() {
    lost.confirm(LAWYER, "convenor", number(hers)).await();
    now.updateAndGet(t -> t.plus(PasskeyRecovery.LASTS));
    String again = number(hers);

    lost.confirm(LAWYER, "convenor", again).await();
    passkeys.change(LAWYER, ring -> ring.asking(null)).await();

    assertThat(number(hers)).isEqualTo(again);
  }

  /** What was lost may have been stolen, and made a token for a year. */
  @Test
  void whatWasLetInBeforeIsOut() {
    String session = letIn.sessions().begin(LAWYER, "a lost phone", Secrets.secret()).await();
    var token =
        letIn
            .tokens()
            .mint(LAWYER, "a thief's", CallerScope.ALL, Duration.ofDays(365), null)
            .await();
    lost.confirm(LAWYER, "convenor", number(hers)).await();

    lost.admits(LAWYER, hers).await();

    assertThat(letIn.sessions().find(session).await()).isEmpty();
    assertThat(letIn.tokens().of(LAWYER).await()).isEmpty();
    assertThat(letIn.tokens().lives(token.token().id()).await()).isFalse();
  }

  /** The rule came between the question and the answer. */
  @Test
  void aSessionThatIsOverLeavesNoToken() {
    String session = Secrets.hash(letIn.sessions().begin(LAWYER, "x", Secrets.secret()).await());
    letIn.endAll(LAWYER, null).await();

    assertThat(
            letIn.mint(LAWYER, session, "late", CallerScope.ALL, Duration.ofDays(1), null).await())
        .isEmpty();
    assertThat(letIn.tokens().of(LAWYER).await()).isEmpty();
  }

  private Passkey passkey(String id) {
    return new Passkey(id, "Key", "credential-" + id, "", "", 0, now.get(), null, false);
  }

  /** Somebody else convenes a workspace in which she sits, and reads her mail. */
  @Test
  void whatDidNotGiveItsWordIsClosedBeforeTheyAreIn() {
    lost.confirm(LAWYER, "theirs", number(thiefs)).await();
    assertThat(closed).isEmpty();

    assertThat(lost.admits(LAWYER, thiefs).await()).isInstanceOf(Admission.Recovered.class);

    assertThat(closed).containsExactly("all but [theirs] until 2026-06-16T09:00:00Z");
    assertThat(passkeys.recovering(LAWYER, now.get()).await()).isTrue();
    assertThat(lost.of(LAWYER).await()).hasValueSatisfying(a -> assertThat(a.entered()).isTrue());
    now.updateAndGet(t -> t.plus(Duration.ofDays(3)));
    assertThat(passkeys.recovering(LAWYER, now.get()).await()).isFalse();
    assertThat(lost.of(LAWYER).await()).isEmpty();
  }

  @Test
  void twoWorkspacesGiveTheirWordForOneBrowser() {
    String number = number(hers);
    lost.confirm(LAWYER, "one", number).await();
    lost.confirm(LAWYER, "two", number).await();

    lost.admits(LAWYER, hers).await();

    assertThat(closed)
        .singleElement()
        .satisfies(line -> assertThat(line).contains("one").contains("two"));
  }

  private boolean opens(String passkey, String browser) {
    return lost.opens(LAWYER, "credential-" + passkey, browser).await();
  }

  /** In this browser, by the word of a convenor, though there is a passkey of before. */
  private void letIn(String browser) {
    passkeys.add(LAWYER, passkey("old"), ring -> {}).await();
    lost.confirm(LAWYER, "theirs", number(browser)).await();
    now.updateAndGet(t -> t.plusSeconds(1));
    assertThat(lost.admits(LAWYER, browser).await()).isInstanceOf(Admission.Recovered.class);
    now.updateAndGet(t -> t.plusSeconds(1));
  }

  @Test
  void herMailAndHerPasskeyOfBeforeUndoItAndOneMadeSinceDoesNot() {
    letIn(thiefs);
    String session = letIn.sessions().begin(LAWYER, "a thief's", Secrets.secret()).await();
    passkeys.add(LAWYER, passkey("new"), ring -> {}).await();

    assertThat(opens("new", hers)).isTrue();
    assertThat(closed).isNotEmpty();
    assertThat(lost.admits(LAWYER, hers).await()).isInstanceOf(Admission.Yes.class);
    assertThat(opens("old", hers)).isTrue();

    assertThat(closed).isEmpty();
    assertThat(told).contains(PasskeyRecovery.CALLED_OFF);
    assertThat(letIn.sessions().find(session).await()).isEmpty();
    PersonPasskeys ring = passkeys.of(LAWYER).await();
    assertThat(ring.required()).isTrue();
    assertThat(ring.passkeys()).extracting(Passkey::id).containsExactly("old");
    assertThat(opens("old", "")).isTrue();
  }

  @Test
  void whoWasLetInCannotKeepHerFromUndoingItByAskingForPasskeys() {
    letIn(thiefs);
    passkeys.add(LAWYER, passkey("new"), ring -> {}).await();
    passkeys.change(LAWYER, ring -> ring.requiring(true)).await();

    lost.admits(LAWYER, hers).await();
    assertThat(opens("old", hers)).isTrue();

    assertThat(told).contains(PasskeyRecovery.CALLED_OFF);
    assertThat(passkeys.of(LAWYER).await().passkeys())
        .extracting(Passkey::id)
        .containsExactly("old");
  }

  @Test
  void aStolenPasskeyAloneUndoesNothingAndOpensNothingAnyMore() {
    letIn(hers);
    String session = letIn.sessions().begin(LAWYER, "hers", Secrets.secret()).await();

    assertThat(opens("old", thiefs)).isFalse();
    assertThat(passkeys.ways(LAWYER).await()).containsExactly("code");
    now.updateAndGet(t -> t.plus(Duration.ofDays(4)));
    lost.admits(LAWYER, thiefs).await(); // too late, with her mail too

    assertThat(opens("old", thiefs)).isFalse();
    assertThat(letIn.sessions().find(session).await()).isPresent();
    assertThat(told).doesNotContain(PasskeyRecovery.CALLED_OFF);
    PersonPasskeys ring = passkeys.of(LAWYER).await();
    assertThat(ring.isLapsed(ring.passkeys().getFirst())).isTrue();
    assertThat(ring.speaks(ring.passkeys().getFirst(), now.get())).as("it may go").isFalse();
  }

  @Test
  void aPasskeyOfBeforeThatIsUsedInTheBrowserThatWasLetInStays() {
    letIn(hers);
    String session = letIn.sessions().begin(LAWYER, "hers", Secrets.secret()).await();

    assertThat(opens("old", hers)).isTrue();

    assertThat(opens("old", thiefs)).as("anywhere").isTrue();
    assertThat(letIn.sessions().find(session).await()).isPresent();
    assertThat(passkeys.of(LAWYER).await().required()).isFalse();
  }

  @Test
  void aStolenPasskeyAloneCallsOffNoRequest() {
    passkeys.add(LAWYER, passkey("old"), ring -> {}).await();
    String number = number(hers);

    assertThat(opens("old", thiefs)).isTrue();
    assertThat(lost.of(LAWYER).await()).isPresent();
    assertThat(lost.confirm(LAWYER, "convenor", number).await()).isTrue();

    assertThat(opens("old", hers)).as("with her mail").isTrue();
    assertThat(lost.of(LAWYER).await()).isEmpty();
  }

  @Test
  void whileSomethingCannotBeEndedAPasskeyIsNeeded() {
    lost.confirm(LAWYER, "convenor", number(hers)).await();
    stopped = Stop.OUTLETS;

    assertThat(lost.admits(LAWYER, hers).otherwiseEmpty().await()).isNull();

    assertThat(passkeys.of(LAWYER).await().required()).isTrue();
    String session = letIn.sessions().begin(LAWYER, "a thief's", Secrets.secret()).await();
    stopped = null;
    assertThat(lost.admits(LAWYER, hers).await()).isInstanceOf(Admission.Recovered.class);
    assertThat(letIn.sessions().find(session).await()).isEmpty();
  }

  @Test
  void whatAPasskeyOfBeforeCouldNotEndItEndsWhenItComesAgain() {
    letIn(thiefs);
    lost.admits(LAWYER, hers).await();
    stopped = Stop.OUTLETS;

    assertThat(lost.opens(LAWYER, "credential-old", hers).otherwise(false).await()).isFalse();

    assertThat(passkeys.of(LAWYER).await().required()).isTrue();
    assertThat(closed).as("workspaces that still wait").isNotEmpty();
    String session = letIn.sessions().begin(LAWYER, "a thief's", Secrets.secret()).await();
    stopped = null;
    assertThat(opens("old", hers)).isTrue();
    assertThat(letIn.sessions().find(session).await()).isEmpty();
    assertThat(closed).isEmpty();
    assertThat(passkeys.recovering(LAWYER, now.get()).await()).isFalse();
  }

  /** Its owner does not come again, and whatever it stopped at. */
  @ParameterizedTest
  @EnumSource(Stop.class)
  void anUndoingThatStoppedHalfWayIsFinishedWithoutItsOwner(Stop stop) {
    letIn(thiefs);
    lost.admits(LAWYER, hers).await();
    String session = letIn.sessions().begin(LAWYER, "a thief's", Secrets.secret()).await();
    stopped = stop;
    assertThat(lost.opens(LAWYER, "credential-old", hers).otherwise(false).await()).isFalse();
    assertThat(passkeys.of(LAWYER).await().required()).isTrue();
    assertThat(lost.proves(LAWYER, "credential-old", hers).await()).as("half undone").isFalse();
    stopped = null;

    assertThat(lost.finish().await()).as("it may be on its way").isZero();
    now.updateAndGet(t -> t.plus(Passkeys.UNDOING).plus(Duration.ofDays(4)));
    assertThat(lost.finish().await()).isOne();

    assertThat(letIn.sessions().find(session).await()).isEmpty();
    assertThat(closed).isEmpty();
    PersonPasskeys ring = passkeys.of(LAWYER).await();
    assertThat(ring.recovered()).isNull();
    assertThat(ring.required()).isTrue();
    assertThat(opens("old", "")).isTrue();
    assertThat(lost.finish().await()).as("once").isZero();
    assertThat(told).containsOnlyOnce(PasskeyRecovery.CALLED_OFF);
  }

  /** The list of what is half undone was read before another node had done it. */
  @Test
  void whatAnotherNodeHasFinishedIsNotUndoneAgain() {
    letIn(thiefs);
    lost.admits(LAWYER, hers).await();
    stopped = Stop.OUTLETS;
    assertThat(lost.opens(LAWYER, "credential-old", hers).otherwise(false).await()).isFalse();
    stopped = null;
    now.updateAndGet(t -> t.plus(Passkeys.UNDOING));
    assertThat(lost.goOn(LAWYER).await()).isTrue();
    String session = letIn.sessions().begin(LAWYER, "hers", Secrets.secret()).await();
    passkeys
        .change(LAWYER, r -> new PersonPasskeys(LAWYER, false, r.passkeys(), null, null))
        .await();

    assertThat(lost.goOn(LAWYER).await()).isFalse();

    assertThat(letIn.sessions().find(session).await()).isPresent();
    assertThat(passkeys.of(LAWYER).await().required()).as("she chose otherwise since").isFalse();
    assertThat(told).containsOnlyOnce(PasskeyRecovery.CALLED_OFF);
  }

  /** Two nodes look at the same moment, and one of them is slow. */
  @Test
  void ofTwoNodesThatFinishAnUndoingOneEndsWhatIsSignedIn() {
    letIn(thiefs);
    lost.admits(LAWYER, hers).await();
    stopped = Stop.OUTLETS;
    assertThat(lost.opens(LAWYER, "credential-old", hers).otherwise(false).await()).isFalse();
    stopped = null;
    now.updateAndGet(t -> t.plus(Passkeys.UNDOING));
    slow = Promise.promise();
    Future<Boolean> first = lost.goOn(LAWYER);
    await().atMost(Clocks.LONG).until(() -> !isLate());

    assertThat(lost.finish().await()).isZero();
    assertThat(lost.goOn(LAWYER).await()).as("another is at it").isFalse();

    slow.complete(List.of());
    assertThat(first.await()).isTrue();
    assertThat(told).containsOnlyOnce(PasskeyRecovery.CALLED_OFF);
  }

  private boolean isLate() {
    return passkeys.of(LAWYER).await().isUndoingLate(now.get());
  }

  /** He tries once more while it is half undone, and it is done by then. */
  @Test
  void whatIsHalfUndoneOpensToNobodyWhoWasLetIn() {
    letIn(thiefs);
    passkeys.add(LAWYER, passkey("new"), ring -> {}).await();
    lost.admits(LAWYER, hers).await();
    stopped = Stop.OUTLETS;
    assertThat(lost.opens(LAWYER, "credential-old", hers).otherwise(false).await()).isFalse();

    assertThat(lost.admits(LAWYER, thiefs).await()).isInstanceOf(Admission.No.class);
    assertThat(passkeys.of(LAWYER).await().byCredential("credential-new")).isEmpty();
    assertThat(lost.finish().otherwise(0).await()).isZero();
  }

  @Test
  void aLapsedPasskeyProvesNobodyButInTheBrowserThatWasLetIn() {
    letIn(hers);

    assertThat(lost.proves(LAWYER, "credential-old", thiefs).await()).isFalse();
    assertThat(lost.proves(LAWYER, "credential-gone", hers).await()).isFalse();
    assertThat(lost.proves(LAWYER, "credential-old", hers).await()).isTrue();
    assertThat(lost.proves(LAWYER, "credential-old", thiefs).await()).as("kept").isTrue();
  }

  @Test
  void whatWasClosedForSomebodyWhoWasNotLetInOpensAgain() {
    lost.confirm(LAWYER, "convenor", number(hers)).await();
    stopped = Stop.OUTLETS;

    assertThat(lost.admits(LAWYER, hers).otherwiseEmpty().await()).isNull();

    assertThat(closed).isEmpty();
  }

  @Test
  void theWordOfThoseWhoRunTheServerOpensAllToWhoWaits() {
    passkeys.add(LAWYER, passkey("stolen"), ring -> {}).await();
    String number = number(hers);
    lost.confirm(LAWYER, "one", number).await();
    now.updateAndGet(t -> t.plusSeconds(1));
    lost.admits(LAWYER, hers).await();
    String other = number.equals("00000000") ? "00000001" : "00000000";
    assertThat(lost.confirm(LAWYER, RecoveryRequests.EVERYWHERE, other).await()).isFalse();
    assertThat(closed).isNotEmpty();

    assertThat(lost.confirm(LAWYER, RecoveryRequests.EVERYWHERE, number).await()).isTrue();

    assertThat(closed).isEmpty();
    PersonPasskeys ring = passkeys.of(LAWYER).await();
    assertThat(ring.waits(now.get())).isFalse();
    assertThat(ring.passkeys()).as("that was not kept").isEmpty();
    assertThat(lost.confirm(LAWYER, RecoveryRequests.EVERYWHERE, number).await()).isFalse();
  }
}
