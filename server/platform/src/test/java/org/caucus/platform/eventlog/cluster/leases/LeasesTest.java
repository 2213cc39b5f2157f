package org.caucus.platform.eventlog.cluster.leases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Two nodes on one database, each with a stopwatch of its own that the test turns: what one may do,
 * the other may not at the same time, however their clocks run.
 */
class LeasesTest {
  private static final String RELAY = "relay/cop";

  @TempDir Path directory;
  private Mongo mongo;
  private Party lagos;
  private Party abuja;

  /** One node, its stopwatch, and what it was told. */
  private final class Party {
    final AtomicLong nanos;
    final Node node;
    final Leases leases;
    final AtomicInteger orphans = new AtomicInteger();

    Party(long clock) {
      nanos = new AtomicLong(clock);
      node = new Node(mongo, false, nanos::get);
      leases = new Leases(mongo, node);
      node.onDeath(orphans::incrementAndGet);
      node.begin();
    }

    void passes(Duration time) {
      nanos.addAndGet(time.toNanos());
    }

    Lease take() {
      return leases.take(RELAY).await().orElse(null);
    }

    /** Time passes, and it says that it lives. */
    void lives(Duration time) {
      passes(time);
      node.beat();
    }

    void heard() {
      Awaitility.await().until(() -> orphans.get() > 0);
    }
  }

  @BeforeEach
  void open() {
    mongo = Mongo.open(MongoSettings.embedded(directory));
    lagos = new Party(Long.MAX_VALUE - 5); // its stopwatch turns over, as nanoTime may
    abuja = new Party(-7_000_000_000_000L);
  }

  @AfterEach
  void close() {
    mongo.close();
  }

  @Test
  void oneHoldsItAndTheOtherWaits() {
    Lease held = lagos.take();

    assertThat(held.value()).isZero();
    assertThat(abuja.take()).isNull();
    assertThat(lagos.take()).as("what one has one can take again").isNotNull();
  }

  @Test
  void whatNoNodeWroteAmongTheNodesStopsNobodysHeart() {
    var nodes = mongo.documents("nodes");
    nodes.insert(new BsonDocument("_id", new BsonString("zz"))).await();
    nodes
        .replace(
            new BsonDocument("_id", new BsonString(lagos.node.id())).append("v", BsonNull.VALUE))
        .await();

    lagos.node.look();
    abuja.node.look();
    lagos.node.beat();

    assertThat(lagos.take()).isNotNull();
    assertThat(nodes.findById("zz").await()).isEmpty();
  }

  @Test
  void oneHeirThatFailsKeepsNoOtherFromWhatIsToBeTakenUp() {
    var asked = new AtomicInteger();
    lagos.node.onDeath(
        () -> {
          throw new IllegalStateException("it cannot");
        });
    lagos.node.onDeath(asked::incrementAndGet);

    abuja.lives(Duration.ZERO);
    lagos.node.look();
    leave(abuja.node);
    lagos.node.look();
    Awaitility.await().until(() -> asked.get() == 1);
    Awaitility.await() // and they are asked again
        .until(
            () -> {
              lagos.node.look();
              return asked.get() > 1;
            });
  }

  @Test
  void whatWasPutDownIsTakenUpWhereItWasLeft() {
    Lease held = lagos.leases.keep(lagos.take(), 12).await().orElseThrow();
    assertThat(lagos.leases.putDown(held, 17).await()).isEmpty();

    Lease next = abuja.take();

    assertThat(next.value()).isEqualTo(17);
    assertThat(lagos.leases.keep(held, 18).await()).as("it has let go of it").isEmpty();
    assertThat(abuja.leases.value(RELAY).await()).isEqualTo(17);
  }

  @Test
  void whoIsSilentForAWholeLeaseIsSucceeded() {
    lagos.leases.keep(lagos.take(), 3).await();
    abuja.node.look();
    abuja.lives(Node.LEASE.minusNanos(1));
    abuja.node.look();
    assertThat(abuja.take()).as("not a moment before").isNull();

    abuja.lives(Duration.ofNanos(1));
    abuja.node.look();
    abuja.node.look();

    abuja.heard();
    assertThat(abuja.take().value()).isEqualTo(3);
  }

  @Test
  void whoSaysAWordInTimeIsNotSucceededHoweverTheClocksRun() {
    lagos.take();
    for (int i = 0; i < 20; i++) {
      abuja.node.look();
      abuja.lives(Node.LEASE.minusNanos(1)); // its stopwatch runs five times as fast
      lagos.lives(Node.BEAT);
    }
    abuja.node.look();

    assertThat(abuja.take()).isNull();
    assertThat(lagos.node.sure(lagos.node.id())).isTrue();
  }

  @Test
  void aHolderThatSleptHasLostItAndGoesOnUnderANewName() {
    Lease lost = lagos.leases.keep(lagos.take(), 3).await().orElseThrow();
    abuja.node.look();
    abuja.lives(Node.LEASE);
    lagos.passes(Node.LEASE); // asleep meanwhile
    abuja.node.look();
    Lease won = abuja.take();

    assertThat(lagos.leases.sure(lost)).as("its own stopwatch tells it").isFalse();
    assertThat(lagos.take()).as("nothing before it has asked").isNull();
    assertThat(lagos.leases.keep(lost, 9).await()).isEmpty();
    lagos.node.beat();

    lagos.heard();
    assertThat(lagos.node.id()).isNotEqualTo(lost.holder());
    assertThat(lagos.node.sure(lagos.node.id())).isTrue();
    assertThat(lagos.take()).isNull();
    assertThat(abuja.leases.keep(won, 4).await()).isPresent();
  }

  /** Neither could say a word, and each finds the other as it was. */
  @Test
  void afterTheDatabaseWasAwayForAMinuteNobodyIsTakenForDead() {
    Lease held = lagos.take();
    abuja.node.look();
    abuja.passes(Duration.ofMinutes(1));
    lagos.passes(Duration.ofMinutes(1));

    abuja.node.beat();
    abuja.node.look();
    lagos.node.beat();

    assertThat(lagos.node.id()).as("its own name still").isEqualTo(held.holder());
    abuja.lives(Node.LEASE.minusNanos(1));
    abuja.node.look();
    assertThat(abuja.take()).as("not a moment before").isNull();
    abuja.lives(Node.LEASE);
    abuja.node.look();
    assertThat(abuja.take()).as("silent from then on").isNotNull();
  }

  /** A machine that was frozen whole: its stopwatch stood still, so only the database can tell. */
  @Test
  void aHolderWhoseClockStoodStillStillCannotMoveTheCheckpoint() {
    Lease lost = lagos.take();
    abuja.node.look();
    abuja.lives(Node.LEASE);
    abuja.node.look();
    Lease won = abuja.take();

    assertThat(lagos.leases.sure(lost)).as("it cannot know yet").isTrue();
    assertThat(lagos.leases.keep(lost, 9).await()).isEmpty();
    assertThat(abuja.leases.value(RELAY).await()).isEqualTo(won.value());
  }

  @Test
  void belongingsOfOneWhoLeftAreLookedForByThoseWhoStay() {
    lagos.take();
    abuja.node.look();
    mongo.documents("nodes").delete(lagos.node.id()).await(); // what close does at last

    abuja.node.look();

    abuja.heard();
    assertThat(abuja.take()).isNotNull();
  }

  @Test
  void theOnlyNodeSucceedsAtOnceAndKeepsWhatItHas() {
    lagos.leases.keep(lagos.take(), 5).await();
    Leases only = new Leases(mongo, Node.alone(mongo));

    Lease held = only.take(RELAY).await().orElseThrow();

    assertThat(held.value()).isEqualTo(5);
    Lease kept = only.putDown(held, 6).await().orElseThrow();
    assertThat(only.keep(kept, 7).await()).isPresent();
  }

  @Test
  void theOnlyNodeWaitsUntilThePersonWhoWasHereIsSurelyDead() {
    try (Node only = new Node(mongo, true, LeasesTest::tenTimesAsFast).started()) {
      assertThat(only.lives(lagos.node.id()).await()).isFalse();
      assertThat(mongo.documents("nodes").count().await()).as("itself").isEqualTo(1);
    }
    assertThat(mongo.documents("nodes").count().await()).isZero();
  }

  @Test
  void theOnlyNodeDoesNotStartBesideOneThatLives() {
    AtomicBoolean over = new AtomicBoolean();
    Thread beating = Thread.startVirtualThread(() -> beatUntil(over));
    Node only = new Node(mongo, true, System::nanoTime);

    assertThatThrownBy(only::started)
        .isInstanceOf(DatabaseInUse.class)
        .hasMessageContaining("Another Caucus works on the MongoDB database")
        .hasMessageContaining("--cluster");

    over.set(true);
    join(beating);
    assertThat(mongo.documents("nodes").findById(only.id()).await()).as("it has gone").isEmpty();
  }

  @Test
  void oneOfManyDoesNotStartBesideOneThatHoldsItselfToBeTheOnly() {
    leave(lagos.node);
    leave(abuja.node);
    try (Node only = new Node(mongo, true, System::nanoTime).started()) {
      assertThat(only.hasPeers()).isFalse();
      Node second = new Node(mongo, false, System::nanoTime);

      assertThatThrownBy(second::started)
          .isInstanceOf(DatabaseInUse.class)
          .hasMessageContaining("without --cluster");
    }
  }

  /** As after a pause of its machine, in which another took it for dead and started. */
  @Test
  void theOnlyNodeThatFindsCompanyLaterSaysSo() {
    leave(lagos.node);
    leave(abuja.node);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    Logger logger = (Logger) LoggerFactory.getLogger(ClusterCompatibility.class);
    logger.addAppender(said);
    AtomicBoolean over = new AtomicBoolean();
    try (Node only = new Node(mongo, true, System::nanoTime).started()) {
      assertThat(only.hasPeers()).isFalse();
      lagos.node.begin();
      Thread beating = Thread.startVirtualThread(() -> beatUntil(over));

      Awaitility.await()
          .atMost(Clocks.LONG)
          .until(
              () ->
                  List.copyOf(said.list).stream()
                      .anyMatch(e -> e.getFormattedMessage().startsWith("Another Caucus works")));
      over.set(true);
      join(beating);
    } finally {
      over.set(true);
      logger.detachAppender(said);
    }
  }

  private void leave(Node node) {
    mongo.documents("nodes").delete(node.id()).await();
  }

  private void beatUntil(AtomicBoolean over) {
    while (!over.get()) {
      lagos.node.beat();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    }
  }

  /** A stopwatch for those who do not want to wait for a whole lease. */
  private static long tenTimesAsFast() {
    return 10 * System.nanoTime();
  }
}
