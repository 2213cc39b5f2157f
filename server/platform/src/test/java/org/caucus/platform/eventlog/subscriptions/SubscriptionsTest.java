package org.caucus.platform.eventlog.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Durable readers: in order, again after a failure, on from the checkpoint, never held up for ever.
 */
class SubscriptionsTest {
  private static final RetryPolicy QUICK =
      new RetryPolicy(3, Duration.ofMillis(2), Duration.ofMillis(20));

  @TempDir Path directory;
  private Installation caucus;
  private final Told told = new Told();

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  @Test
  void handlesEveryRecordInOrderAndReadsOnAfterARestart() {
    var workspace = caucus.workspace();
    var relay = new Relay();
    append(workspace, 1, 100);

    try (var followers = followers(relay)) {
      followers.start().await();
      followers.drained(workspace).await();
      append(workspace, 101, 150);
      followers.ring(workspace, 150);
      followers.drained(workspace).await();
      assertThat(followers.lag()).containsEntry("relay", 0L);
    }
    assertThat(relay.handled).containsExactlyElementsOf(texts(1, 150));

    append(workspace, 151, 160);
    try (var followers = followers(relay)) {
      followers.start().await();
      followers.drained(workspace).await();
    }
    assertThat(relay.handled).containsExactlyElementsOf(texts(1, 160));
  }

  @Test
  void triesAgainAndGoesOn() {
    var workspace = caucus.workspace();
    var relay = new Relay();
    relay.fail("record 2", 2);
    append(workspace, 1, 3);

    try (var followers = followers(relay)) {
      followers.ring(workspace, 3);
      followers.drained(workspace).await();

      assertThat(relay.handled).containsExactlyElementsOf(texts(1, 3));
      assertThat(followers.deadLetters().list(10).await()).isEmpty();
    }
  }

  @Test
  void aPoisonRecordBecomesADeadLetterIsToldAndBlocksNobody() {
    var workspace = caucus.workspace();
    var other = caucus.workspace();
    var relay = new Relay();
    relay.fail("record 2", Integer.MAX_VALUE);
    append(workspace, 1, 3);
    append(other, 1, 1);

    try (var followers = followers(relay)) {
      followers.start().await();
      followers.drained(workspace).await();
      followers.drained(other).await();

      var letter =
          new DeadLetters.DeadLetter("relay", workspace, 2, IllegalStateException.class.getName());
      assertThat(relay.handled).containsExactlyInAnyOrder("record 1", "record 3", "record 1");
      assertThat(relay.tries).hasValue(3);
      assertThat(followers.deadLetters().list(10).await()).containsExactly(letter);
      assertThat(told.dead).containsExactly(letter);
      assertThat(followers.deadLetters().remove(letter).await()).isTrue();
    }
  }

  @Test
  void whatTheOperatorWantsTriedAgainIsTriedAgain() {
    var workspace = caucus.workspace();
    var relay = new Relay();
    relay.fail("record 2", 3); // as often as it is tried: given up
    append(workspace, 1, 3);

    try (var followers = followers(relay)) {
      followers.start().await();
      followers.drained(workspace).await();
      var letter = followers.deadLetters().list(10).await().getFirst();
      long now = System.currentTimeMillis();
      assertThat(followers.deadLetters().redrive(letter, now).await()).isTrue();

      Awaitility.await().until(() -> followers.deadLetters().list(10).await().isEmpty());
      assertThat(relay.handled).containsExactly("record 1", "record 3", "record 2");
      assertThat(followers.deadLetters().redrive(letter, now).await()).isFalse();
    }
  }

  @Test
  void whatFailsOnceMoreIsADeadLetterAgain() {
    var workspace = caucus.workspace();
    var relay = new Relay();
    relay.fail("record 2", Integer.MAX_VALUE);
    append(workspace, 1, 2);

    try (var followers = followers(relay)) {
      followers.start().await();
      followers.drained(workspace).await();
      var letter = followers.deadLetters().list(10).await().getFirst();
      followers.deadLetters().redrive(letter, System.currentTimeMillis()).await();

      Awaitility.await().until(() -> told.dead.size() == 2);
      assertThat(followers.deadLetters().list(10).await()).containsExactly(letter);
    }
  }

  @Test
  void standingIsKnownWithoutARunningServer() {
    var workspace = caucus.workspace();
    append(workspace, 1, 70);
    try (var followers = followers(new Relay())) {
      followers.start().await();
      followers.drained(workspace).await();
    }
    append(workspace, 71, 100);

    var rows =
        new SubscriptionProgress(caucus.mongo(), caucus.log(), List.of("relay", "new")).rows();

    assertThat(rows)
        .containsExactly(
            new SubscriptionProgress.Row("relay", workspace, 70, 100),
            new SubscriptionProgress.Row("new", workspace, 0, 100));
    assertThat(rows.getFirst().behind()).isEqualTo(30);
  }

  @Test
  void aRecordThatCannotBeDecryptedStopsItsLaneAndIsToldUntilItIsMended() {
    var workspace = caucus.workspace();
    append(workspace, 1, 2);
    var events = caucus.mongo().documents("events");
    var second = events.findById(workspace + "/000000000002").await().orElseThrow();
    var damaged = second.clone();
    damaged.put("c", new org.bson.BsonBinary(new byte[50]));
    events.replace(damaged).await();
    var relay = new Relay();

    try (var followers = followers(relay)) {
      followers.ring(workspace, 2);
      Awaitility.await().until(() -> !told.stalled.isEmpty());
      assertThat(followers.lag()).containsEntry("relay", 2L);

      events.replace(second).await();
      followers.drained(workspace).await();
      assertThat(relay.handled).containsExactly("record 1", "record 2");
      assertThat(followers.deadLetters().list(10).await()).isEmpty();
    }
  }

  @Test
  void aDatabaseThatIsAwayIsWaitedForHoweverLongAndKillsNoLetter() {
    var workspace = caucus.workspace();
    append(workspace, 1, 2);
    var elsewhere = Mongo.open(MongoSettings.embedded(directory.resolve("elsewhere")));
    elsewhere.close();
    var tries = new AtomicInteger();
    var relay = new Relay();
    var waiting =
        new Subscription() {
          @Override
          public String name() {
            return "relay";
          }

          @Override
          public void handle(WorkspaceId w, LogRecord record) {
            if (tries.incrementAndGet() < 4 * QUICK.tries()) {
              elsewhere.ping().await();
            }
            relay.handle(w, record);
          }
        };

    try (var followers = followers(waiting)) {
      followers.ring(workspace, 2);
      followers.drained(workspace).await();
      assertThat(relay.handled).containsExactlyElementsOf(texts(1, 2));
      assertThat(followers.deadLetters().list(10).await()).isEmpty();
      assertThat(told.dead).isEmpty();
    }
  }

  @Test
  void aFullMemoryIsWaitedForAndKillsNoLetter() {
    var workspace = caucus.workspace();
    append(workspace, 1, 1);
    var tries = new AtomicInteger();
    var relay = new Relay();
    var waiting =
        new Subscription() {
          @Override
          public String name() {
            return "relay";
          }

          @Override
          public void handle(WorkspaceId w, LogRecord record) {
            if (tries.incrementAndGet() < 4 * QUICK.tries()) {
              throw new LogException.Crowded(w);
            }
            relay.handle(w, record);
          }
        };

    try (var followers = followers(waiting)) {
      followers.ring(workspace, 1);
      followers.drained(workspace).await();
      assertThat(relay.handled).containsExactlyElementsOf(texts(1, 1));
      assertThat(told.dead).isEmpty();
    }
  }

  @Test
  void aBellForARecordThatNeverCameDoesNotKeepTheLaneAwake() {
    var workspace = caucus.workspace();
    try (var followers = followers(new Relay())) {
      followers.ring(workspace, 7);
      followers.drained(workspace).await();
      assertThat(followers.lag()).containsEntry("relay", 0L);
    }
  }

  @Test
  void stopsPromptlyInTheMiddleOfAFailureAndTriesThatRecordAgainNextTime() {
    var workspace = caucus.workspace();
    append(workspace, 1, 2);
    var relay = new Relay();
    relay.fail("record 2", 1);
    var patient = new RetryPolicy(3, Duration.ofMinutes(5), Duration.ofMinutes(5));

    var followers =
        new Subscriptions(
            caucus.mongo(),
            caucus.vault(),
            caucus.log(),
            leases(Node.alone(caucus.mongo())),
            patient,
            told,
            List.of(relay));
    followers.ring(workspace, 2);
    Awaitility.await().until(() -> relay.tries.get() == 1);
    long before = System.nanoTime();
    followers.close();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMinutes(2));

    try (var again = followers(relay)) {
      again.start().await();
      again.drained(workspace).await();
    }
    assertThat(relay.handled).containsExactly("record 1", "record 2");
  }

  @Test
  void withoutACheckpointEverythingIsHandledAtLeastOnce() {
    var workspace = caucus.workspace();
    append(workspace, 1, 10);
    var relay = new Relay();
    try (var followers = followers(relay)) {
      followers.start().await();
      followers.drained(workspace).await();
    }
    caucus.mongo().documents("leases").delete("relay/" + workspace).await();

    try (var followers = followers(relay)) {
      followers.start().await();
      followers.drained(workspace).await();
    }
    assertThat(relay.handled).hasSize(20).containsAll(texts(1, 10));
  }

  @Test
  void amongTwoNodesEachRecordIsHandledByOneOfThem() {
    var workspace = caucus.workspace();
    var relay = new Relay();
    try (var lagos = Node.among(caucus.mongo());
        var abuja = Node.among(caucus.mongo());
        var one = followers(lagos, relay);
        var other = followers(abuja, relay)) {
      one.start().await();
      other.start().await();
      for (int i = 1; i <= 40; i++) {
        append(workspace, i, i);
        (i % 2 == 0 ? one : other).ring(workspace, i);
        (i % 2 == 0 ? other : one).news(workspace, i);
      }

      Awaitility.await().until(() -> relay.handled.size() >= 40);
      Awaitility.await().until(() -> one.lag().get("relay") + other.lag().get("relay") == 0);
      assertThat(relay.handled).containsExactlyElementsOf(texts(1, 40));
    }
  }

  @Test
  void whatANodeDidNotReadIsReadByAnotherThatHeardOfIt() {
    var workspace = caucus.workspace();
    var relay = new Relay();
    append(workspace, 1, 3);
    try (var lagos = Node.among(caucus.mongo());
        var followers = followers(lagos, relay)) {
      followers.start().await();
      followers.drained(workspace).await();
      append(workspace, 4, 5); // by a node that died before it could read on

      followers.news(workspace, 5);

      Awaitility.await().until(() -> relay.handled.size() == 5);
      assertThat(relay.handled).containsExactlyElementsOf(texts(1, 5));
    }
  }

  private Subscriptions followers(Subscription... followers) {
    return followers(Node.alone(caucus.mongo()), followers);
  }

  private Subscriptions followers(Node node, Subscription... followers) {
    return new Subscriptions(
        caucus.mongo(),
        caucus.vault(),
        caucus.log(),
        leases(node),
        QUICK,
        told,
        List.of(followers));
  }

  private Leases leases(Node node) {
    return new Leases(caucus.mongo(), node);
  }

  private void append(WorkspaceId workspace, int from, int to) {
    var records = texts(from, to).stream().map(t -> t.getBytes(UTF_8)).toList();
    caucus.append(workspace, from, records);
  }

  private static List<String> texts(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "record " + i).toList();
  }

  /** Hears of dead letters and stalls. */
  static final class Told implements Subscriptions.Listener {
    final List<DeadLetters.DeadLetter> dead = new CopyOnWriteArrayList<>();
    final List<String> stalled = new CopyOnWriteArrayList<>();

    @Override
    public void dead(DeadLetters.DeadLetter letter) {
      dead.add(letter);
    }

    @Override
    public void stalled(String follower, WorkspaceId workspace, Throwable cause) {
      stalled.add(follower);
    }
  }

  /** Handles records, but throws the first few times at one of them. */
  private static final class Relay implements Subscription {
    final ConcurrentLinkedQueue<String> handled = new ConcurrentLinkedQueue<>();
    final AtomicInteger tries = new AtomicInteger();
    private String poison = "";
    private int times;

    void fail(String text, int howOften) {
      poison = text;
      times = howOften;
    }

    @Override
    public String name() {
      return "relay";
    }

    @Override
    public void handle(WorkspaceId workspace, LogRecord record) {
      var text = new String(record.plain(), UTF_8);
      if (text.equals(poison) && tries.get() < times) {
        tries.incrementAndGet();
        throw new IllegalStateException("the smarthost does not like " + text);
      }
      handled.add(text);
    }
  }
}
