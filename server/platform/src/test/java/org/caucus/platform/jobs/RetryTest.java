package org.caucus.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads of a database that answers late, or never. */
class RetryTest {
  private static final Duration SHORT = Duration.ofMillis(1);

  @TempDir Path directory;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger paused = new AtomicInteger();

  /** Of a database that is closed by now. */
  private Documents gone() {
    Installation caucus = Installation.open(directory.resolve("gone"));
    caucus.close();
    return caucus.mongo().documents("letters");
  }

  private Future<Long> count(Documents letters) {
    asked.incrementAndGet();
    return letters.count();
  }

  @Test
  void whatTheDatabaseAnswersAtLastIsRead() {
    Documents gone = gone();
    try (Installation here = Installation.open(directory.resolve("here"))) {
      Documents letters = here.mongo().documents("letters");
      Retry retry = new Retry(paused::incrementAndGet, SHORT);

      long read = retry.read(count(gone), () -> count(asked.get() < 3 ? gone : letters));

      assertThat(read).isZero();
      assertThat(asked.get()).isEqualTo(4);
    }
  }

  @Test
  void aDatabaseThatStaysAwayEndsIt() {
    Documents gone = gone();
    Retry retry = new Retry(paused::incrementAndGet, SHORT);

    assertThatThrownBy(() -> retry.read(count(gone), () -> count(gone)))
        .isInstanceOf(DatabaseException.Away.class);
    assertThat(asked.get()).isEqualTo(Retry.TRIES);
  }

  @Test
  void aJobThatMustStopStopsInAPause() {
    Documents gone = gone();
    Retry retry =
        new Retry(
            () -> {
              throw new ArithmeticException("stop");
            });

    assertThatThrownBy(() -> retry.read(count(gone), () -> count(gone)))
        .isInstanceOf(ArithmeticException.class);
    assertThat(asked.get()).isOne();
  }

  @Test
  void otherFailuresAreNotTriedAgain() {
    Retry retry = new Retry(paused::incrementAndGet, SHORT);
    Future<Long> wrong = Future.failedFuture(new ArithmeticException("wrong"));

    assertThatThrownBy(() -> retry.read(wrong, () -> count(gone())))
        .isInstanceOf(ArithmeticException.class);
    assertThat(asked.get()).isZero();
  }
}
