package org.caucus.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who waits for whom while something long is read. */
class ParsingExecutorTest {
  private final List<String> order = Collections.synchronizedList(new ArrayList<>());

  private Future<Boolean> noted(ParsingExecutor heavy, InputSource source, String name) {
    return heavy.submit(source, () -> order.add(name));
  }

  private static Void held(CountDownLatch begun, CountDownLatch end) throws InterruptedException {
    begun.countDown();
    end.await();
    return null;
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  @Test
  void aMembersLetterIsReadBeforeStrangersThatCameEarlier() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (ParsingExecutor heavy = new ParsingExecutor(1)) {
      heavy.submit(InputSource.STRANGERS, () -> held(begun, end));
      begun.await();
      Future<Boolean> last = noted(heavy, InputSource.STRANGERS, "stranger");
      Future<Boolean> first = noted(heavy, InputSource.MEMBERS, "member");
      end.countDown();
      await(Future.all(first, last));
    }
    assertThat(order).containsExactly("member", "stranger");
  }

  @Test
  void strangersNeverHaveAllThreads() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (ParsingExecutor heavy = new ParsingExecutor(2)) {
      heavy.submit(InputSource.STRANGERS, () -> held(begun, end));
      begun.await();
      Future<Boolean> stranger = noted(heavy, InputSource.STRANGERS, "stranger");

      await(noted(heavy, InputSource.MEMBERS, "member"));

      assertThat(stranger.isComplete()).isFalse();
      end.countDown();
      await(stranger);
    }
    assertThat(order).containsExactly("member", "stranger");
  }

  @Test
  void whatExhaustsTheStackEndsItsOwnReadingAlone() throws Exception {
    try (ParsingExecutor heavy = new ParsingExecutor(1)) {
      Future<Object> bad =
          heavy.submit(
              InputSource.MEMBERS,
              () -> {
                throw new StackOverflowError();
              });
      assertThatThrownBy(() -> await(bad)).hasCauseInstanceOf(StackOverflowError.class);
      assertThat(await(heavy.submit(InputSource.MEMBERS, () -> "read"))).isEqualTo("read");
    }
  }

  @Test
  void whatGoesOnTooLongFailsAndAnotherThreadTakesItsPlace() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (ParsingExecutor heavy = new ParsingExecutor(1, Duration.ofMillis(200))) {
      Future<Void> endless =
          heavy.submit(InputSource.MEMBERS, () -> held(new CountDownLatch(1), end));
      Future<String> next = heavy.submit(InputSource.MEMBERS, () -> "read");

      assertThatThrownBy(() -> await(endless)).hasCauseInstanceOf(ParsingExecutor.TooLong.class);
      assertThat(await(next)).isEqualTo("read");
      end.countDown();
    }
  }

  @Test
  void whileNoThreadIsLeftAllIsRefusedAndNothingIsOnceOneIsBack() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    int most = ParsingExecutor.MAX_SUBSTITUTES + 1;
    try (ParsingExecutor heavy = new ParsingExecutor(1, Duration.ofMillis(200))) {
      for (int i = 0; i < most; i++) {
        CountDownLatch begun = new CountDownLatch(1);
        Future<Void> endless = heavy.submit(InputSource.STRANGERS, () -> held(begun, end));
        begun.await();
        Future<String> waits = heavy.submit(InputSource.MEMBERS, () -> "read");
        assertThatThrownBy(() -> await(endless)).hasCauseInstanceOf(ParsingExecutor.TooLong.class);
        if (i == most - 1) {
          assertThatThrownBy(() -> await(waits)).hasCauseInstanceOf(ParsingExecutor.Full.class);
        } else {
          assertThat(await(waits)).isEqualTo("read");
        }
      }
      Future<String> refused = heavy.submit(InputSource.MEMBERS, () -> "read");
      assertThatThrownBy(() -> await(refused)).hasCauseInstanceOf(ParsingExecutor.Full.class);

      end.countDown();
      assertThat(await(once(heavy))).isEqualTo("read");
    }
  }

  /** As soon as a thread is back. */
  private static Future<String> once(ParsingExecutor heavy) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    Future<String> read = heavy.submit(InputSource.STRANGERS, () -> "read");
    while (read.failed() && System.nanoTime() < until) {
      Thread.sleep(20);
      read = heavy.submit(InputSource.STRANGERS, () -> "read");
    }
    return read;
  }
}
