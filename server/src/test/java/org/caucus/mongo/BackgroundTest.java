package org.caucus.mongo;

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
class BackgroundTest {
  private static final int CONNECTIONS = 8;

  private final Calls calls = new Calls(CONNECTIONS, new Overdue());

  @Test
  void howeverMuchWaitsInTheBackgroundACallThatServesFindsAConnection() throws Exception {
    var entered = new Semaphore(0);
    var end = new CountDownLatch(1);
    var atOnce = new AtomicInteger();
    List<Future<Integer>> behind = new ArrayList<>();
    Background.run(
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
    entered.acquire(Calls.BACKGROUND_PERMITS);

    assertThat(calls.call(() -> "served").timeout(30, TimeUnit.SECONDS).await())
        .isEqualTo("served");

    end.countDown();
    Future.all(behind).timeout(60, TimeUnit.SECONDS).await();
    assertThat(behind.stream().map(Future::result)).allMatch(n -> n <= Calls.BACKGROUND_PERMITS);
    assertThat(calls.made()).isEqualTo(10 * CONNECTIONS + 1);
  }

  @Test
  void whatFollowsFromACallInTheBackgroundIsInTheBackgroundAndNothingElse() {
    var first = Background.get(() -> Calls.onCaller(calls.call(() -> 1)));
    var followed =
        Background.get(() -> Calls.onCaller(calls.call(() -> 1)).map(one -> Background.isOn()));

    assertThat(first.await()).isEqualTo(1);
    assertThat(followed.await()).isTrue();
    assertThat(Background.isOn()).isFalse();
    assertThat(Background.get(() -> Background.apart(Background::isOn))).isFalse();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
