package org.caucus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What serves somebody never waits for what catches up. */
class BackgroundWorkTest {
  private static final int CONNECTIONS = 8;

  private final BlockingCalls calls = new BlockingCalls(CONNECTIONS, new DatabaseTimeouts());

  @Test
  void howeverMuchWaitsInTheBackgroundACallThatServesFindsAConnection() throws Exception {
    var entered = new Semaphore(0);
    var end = new CountDownLatch(1);
    var atOnce = new AtomicInteger();
    List<Future<Integer>> behind = new ArrayList<>();
    BackgroundWork.run(
        () -> {
          for (int i = 0; i < 10 * CONNECTIONS; i++) {
            behind.add(
                calls.call(
                    () -> {
                      int now = atOnce.incrementAndGet();
                      entered.release();
                      awaitQuietly(end);
                      atOnce.decrementAndGet();
                      return now;
                    }));
          }
        });
    entered.acquire(BlockingCalls.BACKGROUND_PERMITS);

    assertThat(calls.call(() -> "served").timeout(30, TimeUnit.SECONDS).await())
        .isEqualTo("served");

    end.countDown();
    Future.all(behind).timeout(60, TimeUnit.SECONDS).await();
    assertThat(behind.stream().map(Future::result))
        .allMatch(n -> n <= BlockingCalls.BACKGROUND_PERMITS);
    assertThat(calls.made()).isEqualTo(10 * CONNECTIONS + 1);
  }

  @Test
  void whatFollowsFromACallInTheBackgroundIsInTheBackgroundAndNothingElse() {
    var first = BackgroundWork.get(() -> BlockingCalls.onCaller(calls.call(() -> 1)));
    var followed =
        BackgroundWork.get(
            () -> BlockingCalls.onCaller(calls.call(() -> 1)).map(one -> BackgroundWork.isOn()));

    assertThat(first.await()).isEqualTo(1);
    assertThat(followed.await()).isTrue();
    assertThat(BackgroundWork.isOn()).isFalse();
    assertThat(BackgroundWork.get(() -> BackgroundWork.apart(BackgroundWork::isOn))).isFalse();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
