package org.caucus.views.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.caucus.identity.sessions.CredentialIndex;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.keys.MasterKey;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.caucus.platform.store.replica.Held;
import org.caucus.platform.store.replica.StandIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many webhooks a seat has: its own count, of nobody else, and also two that come at once. */
class WebhookStoreTest {
  private static final WorkspaceId REVIEW = WorkspaceId.random();
  private static final SeatId HALIMA = new SeatId("halima");
  private static final SeatId LIN = new SeatId("lin");

  /** The end of the year 9999. */
  private static final long NEVER = 253_402_300_799_000L;

  @TempDir Path directory;
  private StandIn set;
  private Mongo mongo;
  private Vault vault;
  private WebhookStore book;

  @BeforeEach
  void open() throws IOException {
    set = StandIn.plain();
    mongo = Mongo.open(MongoSettings.server(set.uri(), directory));
    vault = Vault.open(mongo, directory.resolve(MasterKey.FILE));
    book = new WebhookStore(mongo, vault);
  }

  @AfterEach
  void close() throws IOException {
    mongo.close();
    set.close();
  }

  private static Webhook webhook(String id, SeatId seat) {
    return new Webhook(
        id,
        REVIEW,
        seat,
        "Ours",
        "https://hooks.example/caucus",
        null,
        WebhookSignature.secret(new byte[32]),
        Instant.parse("2026-06-13T09:00:00Z"),
        1,
        null,
        null);
  }

  private Future<Webhook> add(String id, SeatId seat) {
    return book.add(webhook(id, seat), () -> Future.succeededFuture(true));
  }

  private static @Nullable Throwable failure(Future<?> future) {
    return future.map((Throwable) null).otherwise(e -> e).await();
  }

  @Test
  void ofTwoLastWebhooksThatComeAtOnceNoMoreThanOneIsKept() throws InterruptedException {
    IntStream.range(1, WebhookStore.MOST_OF_SEAT).forEach(i -> add("hook" + i, HALIMA).await());
    Held both = set.hold("insert", "webhooks", 2);
    List<Future<Webhook>> made = List.of(add("desk", HALIMA), add("phone", HALIMA));
    both.awaitAll();

    both.release();
    Future.join(made).otherwiseEmpty().await();

    int kept = (int) made.stream().filter(Future::succeeded).count();
    assertThat(kept).isLessThanOrEqualTo(1);
    assertThat(book.of(REVIEW, HALIMA).await()).hasSize(WebhookStore.MOST_OF_SEAT - 1 + kept);
    assertThat(book.of(REVIEW).await()).hasSize(WebhookStore.MOST_OF_SEAT - 1 + kept);
  }

  @Test
  void theLastOneIsToldAgainAndOneMoreIsRefused() {
    IntStream.range(0, WebhookStore.MOST_OF_SEAT).forEach(i -> add("hook" + i, HALIMA).await());

    assertThat(add("hook0", HALIMA).await().id()).isEqualTo("hook0");
    assertThat(failure(add("more", HALIMA)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Delete one that is not used");
    assertThat(book.of(REVIEW, HALIMA).await()).hasSize(WebhookStore.MOST_OF_SEAT);
  }

  /** There was a limit of all, and the person who met it knew that others have some (R8). */
  @Test
  void howManyOthersHaveIsToldByNoRefusalAndAllOfThemAreTold() {
    int others = CredentialIndex.LISTED / WebhookStore.MOST_OF_SEAT + 1;
    for (int seat = 0; seat < others; seat++) {
      for (int i = 0; i < WebhookStore.MOST_OF_SEAT; i++) {
        add("hook" + seat + "-" + i, new SeatId("other" + seat)).await();
      }
    }

    assertThat(add("mine", HALIMA).await().id()).isEqualTo("mine");

    assertThat(book.of(REVIEW, HALIMA).await()).extracting(Webhook::id).containsExactly("mine");
    assertThat(book.of(REVIEW).await()).hasSize(others * WebhookStore.MOST_OF_SEAT + 1);
  }

  /** Nor by how long it takes: what others have is not even looked at. */
  @Test
  void nothingOfOthersIsReadForASeat() {
    add("theirs", LIN).await();
    add("mine", HALIMA).await();
    int before = set.commands().of("find").size();

    book.of(REVIEW, HALIMA).await();
    int own = set.commands().of("find").size() - before;
    IntStream.range(1, WebhookStore.MOST_OF_SEAT).forEach(i -> add("theirs" + i, LIN).await());
    before = set.commands().of("find").size();
    book.of(REVIEW, HALIMA).await();

    assertThat(set.commands().of("find").size() - before).isEqualTo(own);
    assertThat(set.commands().of("find").subList(before, before + own))
        .noneMatch(asked -> asked.toString().contains("theirs"));
  }

  @Test
  void aSeatThatEndsWhileItsWebhookIsMadeHasNone() {
    Throwable refused =
        failure(book.add(webhook("late", HALIMA), () -> Future.succeededFuture(false)));

    assertThat(refused).isInstanceOf(Refusal.class);
    assertThat(book.of(REVIEW).await()).isEmpty();
    assertThat(book.find("late").await()).isEmpty();
  }

  @Test
  void oneThatWasMadeBeforeTheyWereKeptBySeatIsItsSeats() {
    Webhook old = webhook("old", HALIMA);
    new CredentialIndex(mongo, vault, "webhooks").add(REVIEW.value(), old.id(), NEVER).await();
    new SealedCollection(mongo.documents("webhooks"), vault, WorkspaceId.SYSTEM)
        .insert(old.id(), old.write())
        .await();

    assertThat(book.of(REVIEW, HALIMA).await()).containsExactly(old);
    book.without(REVIEW, HALIMA).await();
    assertThat(book.of(REVIEW).await()).isEmpty();
  }
}
