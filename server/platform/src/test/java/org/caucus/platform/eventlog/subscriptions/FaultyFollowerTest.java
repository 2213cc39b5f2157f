package org.caucus.platform.eventlog.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a follower throws, and wherever: the records after it have their turn. */
class FaultyFollowerTest {
  private static final RetryPolicy QUICK =
      new RetryPolicy(3, Duration.ofMillis(2), Duration.ofMillis(20));

  @TempDir Path directory;
  private Installation caucus;
  private WorkspaceId workspace;
  private final SubscriptionsTest.Told told = new SubscriptionsTest.Told();
  private final Memo memo = new Memo();

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    workspace = caucus.workspace();
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  @Test
  void aRecordThatOverflowsTheStackIsADeadLetterAndBlocksNobody() {
    append(3);
    memo.poison = 2;

    try (var followers = followers()) {
      followers.ring(workspace, 3);
      Awaitility.await().until(() -> memo.handled.contains(3L));

      var letter =
          new DeadLetters.DeadLetter("memo", workspace, 2, StackOverflowError.class.getName());
      assertThat(memo.handled).containsExactly(1L, 3L);
      assertThat(told.dead).containsExactly(letter);

      followers.start().await();
      followers.deadLetters().redrive(letter, System.currentTimeMillis()).await();
      Awaitility.await().until(() -> told.dead.size() == 2);
      memo.poison = 0;
      followers.deadLetters().redrive(letter, System.currentTimeMillis()).await();
      Awaitility.await().until(() -> memo.handled.contains(2L));
    }
  }

  @Test
  void oneThatCannotSettleIsToldAndGoesOnWithoutAnotherBell() {
    int many = 3 * Subscriptions.CHECKPOINT_EVERY;
    append(many);
    memo.unsettled.set(2);

    try (var followers = followers()) {
      followers.ring(workspace, many);
      Awaitility.await().until(() -> memo.handled.contains((long) many));

      assertThat(memo.handled)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, many).boxed().toList());
      assertThat(told.stalled).containsExactly("memo");
    }
  }

  private Subscriptions followers() {
    return new Subscriptions(
        caucus.mongo(),
        caucus.vault(),
        caucus.log(),
        new Leases(caucus.mongo(), Node.alone(caucus.mongo())),
        QUICK,
        told,
        List.of(memo));
  }

  private void append(int count) {
    caucus.append(
        workspace,
        1,
        IntStream.rangeClosed(1, count).mapToObj(i -> ("provision " + i).getBytes(UTF_8)).toList());
  }

  /**
   * A letter nested too deep for the person who reads it, or a view that cannot be written for a
   * while.
   */
  private static final class Memo implements Subscription {
    final ConcurrentLinkedQueue<Long> handled = new ConcurrentLinkedQueue<>();
    final AtomicInteger unsettled = new AtomicInteger();
    volatile long poison;

    @Override
    public String name() {
      return "memo";
    }

    @Override
    public void handle(WorkspaceId where, LogRecord record) {
      if (record.sequence() == poison) {
        throw new StackOverflowError();
      }
      handled.add(record.sequence());
    }

    @Override
    public Future<Void> settle(WorkspaceId where) {
      if (unsettled.getAndDecrement() > 0) {
        throw new IllegalStateException("the view cannot be written");
      }
      return Future.succeededFuture();
    }
  }
}
