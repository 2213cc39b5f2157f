package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a search took within a step is not told by when it is answered. */
class ConstantTimeSearchTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  /** Where requests are answered: on a virtual thread. */
  private <T> T there(Callable<T> asked) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    vertx
        .deployVerticle(
            new VerticleBase() {
              @Override
              public Future<?> start() throws Exception {
                answer.complete(asked.call());
                return Future.succeededFuture();
              }
            },
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .onFailure(answer::completeExceptionally);
    return answer.join();
  }

  private static String busy(long millis) {
    long until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    return "found";
  }

  private Duration took(long millis) {
    return there(
        () -> {
          long began = System.nanoTime();
          assertThat(ConstantTimeSearch.timed(() -> busy(millis))).isEqualTo("found");
          return Duration.ofNanos(System.nanoTime() - began);
        });
  }

  @Test
  void itIsAnsweredAtTheNextStepAndNotWhenItIsDone() {
    assertThat(took(0)).isGreaterThanOrEqualTo(Duration.ofMillis(5));
    assertThat(took(6)).isGreaterThanOrEqualTo(Duration.ofMillis(10));
    assertThat(took(11)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    assertThat(took(170)).isGreaterThanOrEqualTo(Duration.ofMillis(320));
  }

  @Test
  void whatTakesLongerThanTheLastStepIsAnsweredAllTheSame() {
    assertThat(took(ConstantTimeSearch.MOST_MILLIS + 1))
        .isGreaterThanOrEqualTo(Duration.ofMillis(ConstantTimeSearch.MOST_MILLIS));
  }

  @Test
  void aRefusalWaitsToo() {
    Duration took =
        there(
            () -> {
              long began = System.nanoTime();
              assertThatThrownBy(
                      () ->
                          ConstantTimeSearch.timed(
                              () -> {
                                throw new IllegalStateException("no");
                              }))
                  .hasMessage("no");
              return Duration.ofNanos(System.nanoTime() - began);
            });
    assertThat(took).isGreaterThanOrEqualTo(Duration.ofMillis(5));
  }
}
