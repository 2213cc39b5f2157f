package org.caucus.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, one outbox: a parcel is carried by one of them, whatever their clocks say. */
class OutboxTest {
  private static final Instant NOON = Instant.parse("2026-06-13T12:00:00Z");

  @TempDir Path directory;
  private Installation caucus;
  private Node lagos;
  private Node abuja;
  private Outbox here;
  private Outbox there;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    lagos = Node.among(caucus.mongo());
    abuja = Node.among(caucus.mongo());
    here = new Outbox(caucus.mongo(), caucus.vault(), lagos);
    there = new Outbox(caucus.mongo(), caucus.vault(), abuja);
    here.put(
            DeliveryBatch.of(
                "memo",
                caucus.workspace(),
                "post",
                new JsonObject(),
                List.of("amina", "bola"),
                NOON))
        .await();
  }

  @AfterEach
  void close() {
    lagos.close();
    abuja.close();
    caucus.close();
  }

  private static SealedCollection.Entry due(Outbox outbox, Instant now) {
    return outbox.due(now, 10).await().getFirst();
  }

  @Test
  void whoIsSecondGetsNothing() {
    SealedCollection.Entry seen = due(there, NOON);
    assertThat(here.claim(due(here, NOON), NOON).await()).isPresent();

    assertThat(there.claim(seen, NOON).await()).isEmpty();
  }

  @Test
  void aClockAnHourAheadTakesNothingFromANodeThatLives() {
    Outbox.Claim claim = here.claim(due(here, NOON), NOON).await().orElseThrow();
    Instant ahead = NOON.plus(Duration.ofHours(1));

    assertThat(there.claim(due(there, ahead), ahead).await()).isEmpty();
    assertThat(there.takeOver(ahead)).isZero();
    assertThat(here.hold(claim, NOON).await()).isPresent();
  }

  @Test
  void whatADeadNodeCarriedGoesOnAtOnceHoweverFarItsClockWasAhead() {
    Instant ahead = NOON.plus(Duration.ofDays(1));
    Outbox.Claim lost = here.claim(due(here, ahead), ahead).await().orElseThrow();
    assertThat(there.due(NOON, 10).await()).as("due tomorrow, by that clock").isEmpty();
    caucus.mongo().documents("nodes").delete(lagos.id()).await(); // declared dead

    assertThat(there.takeOver(NOON)).isEqualTo(1);

    Optional<Outbox.Claim> taken = there.claim(due(there, NOON), NOON).await();
    assertThat(taken).isPresent();
    // should it only have slept, it cannot write down what it did meanwhile
    assertThat(here.hold(lost, ahead).await()).isEmpty();
    here.settle(
            lost.with(
                lost.parcel().with(0, new DeliveryOutcome.Withheld(ahead)).with(1, later(ahead))))
        .await();
    assertThat(there.hold(taken.get(), NOON).await()).isPresent();
  }

  private static DeliveryOutcome later(Instant when) {
    return new DeliveryOutcome.Waiting(when, 1, 451);
  }

  private DeliveryBatch parcel(String id, Instant due) {
    return DeliveryBatch.of(
        id, caucus.workspace(), "post", new JsonObject(), List.of("chidi"), due);
  }

  @Test
  void whatANodePutsForItselfIsItsOwnAndOnlyOnce() {
    here.putAll(List.of(parcel("minutes", NOON)), NOON).await();
    here.putAll(List.of(parcel("minutes", NOON)), NOON).await(); // a follower that reads again

    Outbox.Fresh fresh = Objects.requireNonNull(here.fresh());
    assertThat(here.fresh()).isNull();
    assertThat(there.due(NOON, 10).await()).extracting(e -> e.id()).containsExactly("memo");
    Instant late = NOON.plus(Outbox.LEASE);
    for (SealedCollection.Entry entry : there.due(late, 10).await()) {
      assertThat(there.claim(entry, late).await().isPresent()).isEqualTo(entry.id().equals("memo"));
    }
    assertThat(here.hold(fresh.claim(), late).await()).isPresent();
  }

  @Test
  void whatWasSentLongAgoIsNotPutForItselfAgain() {
    here.putAll(List.of(parcel("minutes", NOON)), NOON).await();
    Outbox.Claim sent = Objects.requireNonNull(here.fresh()).claim();
    here.settle(sent.with(sent.parcel().with(0, new DeliveryOutcome.Sent(NOON)))).await();
    here.forgetDone().await();

    here.putAll(List.of(parcel("minutes", NOON)), NOON).await();

    assertThat(here.hasFresh()).isFalse();
    assertThat(here.waiting().await()).as("the memo alone").isEqualTo(1);
  }

  @Test
  void whatADeadNodePutForItselfGoesOnAndWhatIsForLaterWaits() {
    Instant later = NOON.plus(Duration.ofMinutes(1));
    here.putAll(List.of(parcel("minutes", NOON), parcel("recallable", later)), NOON).await();
    assertThat(Objects.requireNonNull(here.fresh()).claim().parcel().id()).isEqualTo("minutes");
    assertThat(here.hasFresh()).isFalse();
    caucus.mongo().documents("nodes").delete(lagos.id()).await(); // declared dead

    assertThat(there.takeOver(NOON)).isEqualTo(1);

    assertThat(there.due(NOON, 10).await())
        .extracting(e -> e.id())
        .containsExactlyInAnyOrder("memo", "minutes");
  }

  @Test
  void whatIsDoneAndNotYetOutOfTheQueueIsDone() {
    DeliveryBatch minutes = parcel("minutes", NOON);
    here.putAll(List.of(minutes), NOON).await();
    Outbox.Claim sent = Objects.requireNonNull(here.fresh()).claim();
    here.settle(sent.with(sent.parcel().with(0, new DeliveryOutcome.Sent(NOON)))).await();
    here.put(minutes).await(); // as it stands there until it is forgotten

    assertThat(here.byId("minutes").await().orElseThrow().next()).isEmpty();
    assertThat(here.find("minut").await().orElseThrow().next()).isEmpty();
  }

  @Test
  void ofManyTheLastWordOfEachIsThereInTheirOrder() {
    here.putAll(List.of(parcel("minutes", NOON), parcel("agenda", NOON)), NOON).await();
    Outbox.Claim sent = Objects.requireNonNull(here.fresh()).claim();
    here.settle(sent.with(sent.parcel().with(0, new DeliveryOutcome.Sent(NOON))))
        .await(); // it is in both
    Outbox.Claim gone = Objects.requireNonNull(here.fresh()).claim();
    here.settle(gone.with(gone.parcel().with(0, new DeliveryOutcome.Sent(NOON)))).await();
    here.forget(gone.parcel().id()).await(); // in the ledger alone
    List<String> asked = new ArrayList<>(List.of("minutes", "nobody's", "memo", "agenda", "memo"));
    IntStream.range(0, 1_000).forEach(i -> asked.add(1, "none-" + i)); // more than one read

    List<DeliveryBatch> found = here.byIds(asked);

    assertThat(found).extracting(DeliveryBatch::id).containsExactly("minutes", "memo", "agenda");
    assertThat(found).extracting(p -> p.next().isPresent()).containsExactly(false, true, false);
    assertThat(here.byIds(List.of())).isEmpty();
  }

  @Test
  void whatItHasItselfItMayTakeAgain() {
    assertThat(here.claim(due(here, NOON), NOON).await()).isPresent(); // by a worker that failed
    Instant later = NOON.plus(Outbox.LEASE);

    assertThat(here.claim(due(here, later), later).await()).isPresent();
  }
}
