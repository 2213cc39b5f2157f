package org.caucus.platform.jobs.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ended its process once is not read again by itself. */
class AttemptsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final int LARGE = Attempts.LEAST_OCTETS;

  @TempDir Path directory;
  private Installation caucus;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  /** Those of a process; each has a name of its own. */
  private Attempts process() {
    return new Attempts(
        caucus.mongo(), caucus.vault(), Node.alone(caucus.mongo()), InstantSource.fixed(NOW));
  }

  private static boolean reads(Attempts process, String thing, int octets) {
    return process.reading(thing, octets, Future::succeededFuture).isPresent();
  }

  @Test
  void whatAnotherProcessReadWhenItEndedIsNotReadAndAllElseIs() {
    assertThat(process().begin("page.one")).isPresent();
    Attempts second = process();

    assertThat(reads(second, "page.one", LARGE)).isFalse();
    assertThat(reads(second, "page.one", LARGE)).as("nor when it is asked for again").isFalse();
    assertThat(reads(second, "page.on", LARGE)).isTrue();
    assertThat(reads(second, "page.onex", LARGE)).isTrue();
    assertThat(reads(second, "copy.one", LARGE)).isTrue();
  }

  @Test
  void whatWasReadToItsEndOrFailedIsReadAgain() {
    Attempts first = process();
    assertThat(reads(first, "page.one", LARGE)).isTrue();
    first.reading("page.one", LARGE, () -> Future.failedFuture("it broke"));
    first.reading(
        "page.one",
        LARGE,
        () -> {
          throw new IllegalStateException("it broke");
        });

    assertThat(reads(process(), "page.one", LARGE)).isTrue();
  }

  @Test
  void oneProcessReadsAThingForManyAtOnce() {
    Attempts one = process();
    assertThat(one.begin("page.one")).isPresent();

    assertThat(reads(one, "page.one", LARGE)).isTrue();
  }

  /** It costs two durable writes. */
  @Test
  void whatIsSmallHasNoMark() {
    Attempts first = process();
    first.reading(
        "page.one",
        LARGE - 1,
        () -> {
          assertThat(caucus.mongo().documents("attempts").count().await()).isZero();
          return Future.succeededFuture();
        });
    first.reading(
        "page.one",
        LARGE,
        () -> {
          assertThat(caucus.mongo().documents("attempts").count().await()).isEqualTo(1);
          return Future.succeededFuture();
        });
  }

  @Test
  void theOperatorSeesItAndHasItReadAgain() {
    assertThat(process().begin("page.one")).isPresent();
    Attempts now = operator(Duration.ofMinutes(1));
    Attempts later = operator(Duration.ofMinutes(3));

    assertThat(now.ended()).as("it may be read still").isEmpty();
    assertThat(later.ended()).isEqualTo(List.of(new Attempts.Ended("page.one", NOW)));
    assertThat(later.again("page.two")).isFalse();
    assertThat(later.again("page.one")).isTrue();
    assertThat(reads(process(), "page.one", LARGE)).isTrue();
  }

  private Attempts operator(Duration after) {
    return Attempts.ofOperator(
        caucus.mongo(), caucus.vault(), InstantSource.fixed(NOW.plus(after)));
  }
}
