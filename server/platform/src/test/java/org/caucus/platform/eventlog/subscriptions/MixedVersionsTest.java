package org.caucus.platform.eventlog.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a new version is brought in node by node: what only it can read waits for it. */
class MixedVersionsTest {
  private static final RetryPolicy QUICK =
      new RetryPolicy(3, Duration.ofMillis(5), Duration.ofMillis(50));

  @TempDir Path directory;
  private final SubscriptionsTest.Told told = new SubscriptionsTest.Told();
  private final Relay updated = new Relay(Long.MAX_VALUE);
  private final Relay old = new Relay(1);
  private Installation caucus;
  private WorkspaceId workspace;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    workspace = caucus.workspace();
    var records = List.of("a seat", "what is new", "a seat more");
    caucus.append(workspace, 1, records.stream().map(r -> r.getBytes(UTF_8)).toList());
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  @Test
  void ofTwoNodesTheOneThatReadsItGoesOn() {
    try (var lagos = Node.among(caucus.mongo());
        var abuja = Node.among(caucus.mongo());
        var here = followers(lagos, old);
        var there = followers(abuja, updated)) {
      here.start().await();
      Awaitility.await().atMost(Clocks.LONG).until(() -> !told.stalled.isEmpty());
      assertThat(old.handled).containsExactly(1L);

      there.start().await();

      Awaitility.await().atMost(Clocks.LONG).until(() -> updated.handled.size() == 2);
      assertThat(updated.handled).containsExactly(2L, 3L);
      assertThat(old.handled).containsExactly(1L);
      assertThat(told.stalled).as("told once").containsExactly("relay");
      assertThat(here.deadLetters().list(10).await()).isEmpty();
    }
  }

  @Test
  void theNewerNodeGoesOnThoughTheOlderWasAtItWhenItStarted() throws InterruptedException {
    old.mayTry = new CountDownLatch(1);
    try (var lagos = Node.among(caucus.mongo());
        var abuja = Node.among(caucus.mongo());
        var here = followers(lagos, old);
        var there = followers(abuja, updated)) {
      here.start().await();
      assertThat(old.tries.tryAcquire(Clocks.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

      there.start().await();
      there.drained(workspace).await(); // the other one is at it
      assertThat(updated.handled).isEmpty();
      old.mayTry.countDown();

      Awaitility.await().atMost(Clocks.LONG).until(() -> updated.handled.size() == 2);
      assertThat(old.handled).containsExactly(1L);
    }
  }

  @Test
  void theOnlyNodeWaitsForItsNewerVersionToo() {
    Node alone = Node.alone(caucus.mongo());
    try (var followers = followers(alone, old)) {
      followers.ring(workspace, 3);
      Awaitility.await().atMost(Clocks.LONG).until(() -> !told.stalled.isEmpty());
      assertThat(followers.lag()).containsEntry("relay", 2L);
    }
    try (var followers = followers(alone, updated)) {
      followers.start().await();
      followers.drained(workspace).await();

      assertThat(updated.handled).containsExactly(2L, 3L);
      assertThat(followers.deadLetters().list(10).await()).isEmpty();
    }
  }

  private Subscriptions followers(Node node, Subscription follower) {
    var leases = new Leases(caucus.mongo(), node);
    return new Subscriptions(
        caucus.mongo(), caucus.vault(), caucus.log(), leases, QUICK, told, List.of(follower));
  }

  /** Knows what was written up to there. */
  private static final class Relay implements Subscription {
    final ConcurrentLinkedQueue<Long> handled = new ConcurrentLinkedQueue<>();
    final Semaphore tries = new Semaphore(0);
    volatile CountDownLatch mayTry = new CountDownLatch(0);
    private final long known;

    Relay(long known) {
      this.known = known;
    }

    @Override
    public String name() {
      return "relay";
    }

    @Override
    public void handle(WorkspaceId where, LogRecord record) {
      if (record.sequence() > known) {
        tries.release();
        Awaitility.await().atMost(Clocks.LONG).until(() -> mayTry.getCount() == 0);
        throw new LogException.Newer("an event (seat.barred)", null);
      }
      handled.add(record.sequence());
    }
  }
}
