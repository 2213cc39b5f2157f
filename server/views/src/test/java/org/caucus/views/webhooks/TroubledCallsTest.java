package org.caucus.views.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.caucus.coalition.updates.Update;
import org.caucus.kernel.Message;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.jobs.FailedJob;
import org.caucus.platform.jobs.Job;
import org.junit.jupiter.api.Test;

/** What becomes of calls that fail, and of the secret that they are signed with. */
class TroubledCallsTest extends AtHooks {
  @Test
  void serversThatAnswerSlowlyKeepNoOtherFromItsTurn() {
    webhook("ben", "/slow");
    for (int i = 0; i < 40; i++) {
      says("Slow " + i, null, Update.Attribution.ON_RECORD);
    }
    follow();
    webhook("lin", "/quick");
    says("Quick", null, Update.Attribution.ON_RECORD);
    lastOnly();
    ring();

    await().atMost(SOON).until(() -> heard.stream().anyMatch(h -> h.path().equals("/quick")));
    assertThat(heard.stream().filter(h -> h.path().equals("/slow")))
        .hasSizeLessThanOrEqualTo(WebhookWorker.OF_WEBHOOK);
    assertThat(due()).as("none is lost, and none counts as tried").hasSizeGreaterThanOrEqualTo(40);
  }

  /** The follower goes on: it reads the newest record. */
  private void lastOnly() {
    List<LogRecord> all = office.caucus.log().read(office.workspace, 0, 100).await();
    new Webhooks(office.rooms, book, clock).handle(office.workspace, all.getLast());
  }

  @Test
  void aCallThatFailsIsMadeAgainLaterAndInTheEndIsADeadLetterThatCanBeSentAgain() {
    Webhook hook = webhook("ben");
    status.set(503);
    says("Open", null, Update.Attribution.ON_RECORD);
    follow();
    for (int tries = 1; tries <= WebhookWorker.RETRY_DELAYS.size() + 1; tries++) {
      int so = tries;
      ring();
      await().atMost(SOON).until(() -> heard.size() == so && settled(so));
      ring(); // too soon: nothing is due
      ahead = ahead.plus(Duration.ofHours(37));
    }

    assertThat(due()).isEmpty();
    assertThat(book.dead(hook).await()).isEqualTo(1);
    assertThat(book.find(hook.id()).await().orElseThrow().failed()).isEqualTo(answered(503));
    assertThat(heard.stream().map(h -> h.headers().get("webhook-id")).distinct()).hasSize(1);

    status.set(200);
    assertThat(book.revive(hook, clock.instant()).await()).isEqualTo(1);
    ring();
    await()
        .atMost(SOON)
        .until(() -> heard.size() == WebhookWorker.RETRY_DELAYS.size() + 2 && due().isEmpty());
    assertThat(book.dead(hook).await()).isZero();
  }

  /** Whether the call waits for its next time, or is a dead letter. */
  private boolean settled(int tries) {
    List<Job<WebhookDelivery>> all = due();
    if (tries > WebhookWorker.RETRY_DELAYS.size()) {
      return all.isEmpty();
    }
    Instant latest = clock.instant().plus(WebhookWorker.RETRY_DELAYS.get(tries - 1));
    // while it is under way it is due in two minutes, which is later than the second delay
    return all.stream()
        .map(job -> job.due().orElseThrow())
        .allMatch(due -> !due.isAfter(latest) && due.isAfter(latest.minus(SOON)));
  }

  /**
   * Of two calls under way at once, the one that fails comes after the one that was turned away.
   */
  @Test
  void thatAServerIsGoneIsNotForgottenForACallThatFailsAfterIt() {
    Webhook hook = webhook("ben", "/both");
    status.set(410);
    says("Open", null, Update.Attribution.ON_RECORD);
    says("More", null, Update.Attribution.ON_RECORD);
    follow();
    ring();
    await().atMost(SOON).until(() -> answered(410).equals(found(hook).failed()));

    held.getFirst().response().setStatusCode(503).end();

    await().atMost(SOON).until(() -> answered(503).equals(found(hook).failed()));
    assertThat(found(hook).stopped()).isEqualTo(answered(410));
  }

  @Test
  void whatStillWaitedWhenItWasStoppedCanBeSentAgain() {
    Webhook hook = webhook("ben");
    status.set(410);
    int all = WebhookWorker.OF_WEBHOOK + 2;
    for (int i = 0; i < all; i++) {
      says("Update " + i, null, Update.Attribution.ON_RECORD);
    }
    follow();
    ring();
    await().atMost(SOON).until(() -> book.dead(hook).await() == WebhookWorker.OF_WEBHOOK);
    ahead = ahead.plus(WebhookWorker.ASIDE).plusSeconds(1);
    ring();

    await().atMost(SOON).until(() -> due().isEmpty());
    assertThat(heard).as("it was told that it is gone").hasSize(WebhookWorker.OF_WEBHOOK);
    assertThat(book.revive(hook, clock.instant()).await()).isEqualTo(all);
  }

  @Test
  void whatCameWhileItWasStoppedWaitsAsWellAndItsOwnerIsToldOnceUntilItIsSentAgain() {
    Webhook hook = webhook("ben");
    status.set(410);
    says("First", null, Update.Attribution.ON_RECORD);
    follow();
    ring();
    await().atMost(SOON).until(() -> book.dead(hook).await() == 1 && told.size() == 1);
    says("Second", null, Update.Attribution.ON_RECORD);
    lastOnly();
    ring();

    await().atMost(SOON).until(() -> book.dead(hook).await() == 2);
    assertThat(heard).as("it wants no more").hasSize(1);
    assertThat(told).containsExactly(new Told(office.seat("ben"), "hook-ben/0", true));

    book.change(hook.id(), Webhook::again).await();
    book.revive(hook, clock.instant()).await();
    ring();
    await().atMost(SOON).until(() -> told.size() == 2 && due().isEmpty());
    assertThat(told).extracting(Told::turn).as("gone once more").contains("hook-ben/1");
  }

  @Test
  void anOwnerWhoCannotBeToldForNowIsToldLater() {
    Webhook hook = webhook("ben");
    status.set(410);
    mute.set(true);
    says("First", null, Update.Attribution.ON_RECORD);
    follow();
    ring();
    await().atMost(SOON).until(() -> !mute.get());
    ahead = ahead.plus(WebhookWorker.TAKEN).plusSeconds(1);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              ring();
              assertThat(told).containsExactly(new Told(office.seat("ben"), "hook-ben/0", true));
            });
    // its owner is told before the call is put aside
    await().atMost(SOON).untilAsserted(() -> assertThat(book.dead(hook).await()).isEqualTo(1));
  }

  @Test
  void theOperatorFindsDeadLettersHasOneTriedAgainAndGivesOneUp() {
    Webhook hook = webhook("ben");
    status.set(410);
    for (String title : List.of("First", "Second")) {
      says(title, null, Update.Attribution.ON_RECORD);
    }
    follow();
    ring();
    await().atMost(SOON).until(() -> book.dead(hook).await() == 2);
    List<FailedJob> dead = book.queue().failed();

    assertThat(dead).hasSize(2).allMatch(FailedJob::dead);
    assertThat(book.queue().redrive(dead.getFirst(), clock.instant())).isTrue();
    assertThat(book.queue().discard(dead.getLast(), clock.instant())).isTrue();

    assertThat(book.queue().discard(dead.getLast(), clock.instant())).isFalse();
    assertThat(due()).extracting(Job::id).containsExactly(dead.getFirst().id());
    assertThat(book.dead(hook).await()).isZero();
  }

  @Test
  void whatIsBeyondTheMostThatIsKeptIsCountedAndItsOwnerIsTold() {
    Webhook hook = webhook("ben");
    for (int i = 0; i < WebhookStore.MOST_DEAD; i++) {
      book.put(new WebhookDelivery("old" + i, hook.id(), office.workspace, 1, 0, 9), Instant.EPOCH)
          .await();
    }
    book.calls()
        .due(office.now(), WebhookStore.MOST_DEAD)
        .await()
        .forEach(call -> book.die(call).await());
    book.change(hook.id(), now -> now.now(answered(410), answered(410))).await();
    for (String title : List.of("One too many", "And another")) {
      says(title, null, Update.Attribution.ON_RECORD);
      lastOnly();
    }
    ring();

    await().atMost(SOON).until(() -> found(hook).trouble().letGo() == 2 && due().isEmpty());
    assertThat(book.dead(hook).await()).isEqualTo(WebhookStore.MOST_DEAD);
    await().atMost(SOON).until(() -> found(hook).trouble().said() == Webhook.Said.LET_GO);
    assertThat(told).isNotEmpty().allMatch(t -> !t.kept());
    book.change(hook.id(), Webhook::again).await();
    assertThat(found(hook).trouble().letGo()).as("what is lost stays counted").isEqualTo(2);
    assertThat(found(hook).stopped()).isNull();
  }

  @Test
  void aNewSecretSignsAtOnceAndTheOneBeforeForADayMore() {
    Webhook hook = webhook("ben");
    String fresh = WebhookSignature.secret(new byte[] {1, 2, 3});
    Instant until = clock.instant().plus(WebhookRoutes.BOTH);
    for (String secret : List.of(fresh, "whsec_bm90IHRoaXM=")) { // asked again: the first counts
      book.change(hook.id(), now -> now.renewed(secret, until, "one-request")).await();
    }

    says("Within the day", null, Update.Attribution.ON_RECORD);
    follow();
    ring();
    await().atMost(SOON).until(() -> heard.size() == 1 && due().isEmpty());
    ahead = WebhookRoutes.BOTH.plusMinutes(1);
    says("After it", null, Update.Attribution.ON_RECORD);
    lastOnly();
    ring();
    await().atMost(SOON).until(() -> heard.size() == 2 && due().isEmpty());

    assertThat(heard.getFirst().signatures())
        .containsExactly(heard.getFirst().signed(fresh), heard.getFirst().signed(hook.secret()));
    assertThat(heard.getLast().signatures()).containsExactly(heard.getLast().signed(fresh));
  }

  private Webhook found(Webhook hook) {
    return book.find(hook.id()).await().orElseThrow();
  }

  @Test
  void aServerThatIsGoneIsToldNoMore() {
    Webhook hook = webhook("ben");
    status.set(410);
    says("Open", null, Update.Attribution.ON_RECORD);
    follow();
    ring();

    await().atMost(SOON).until(() -> book.find(hook.id()).await().orElseThrow().stopped() != null);
    says("More", null, Update.Attribution.ON_RECORD);
    follow();
    ring();
    assertThat(heard).hasSize(1);
  }

  private static Message answered(int status) {
    return Message.of("it-answered", "status", status);
  }
}
