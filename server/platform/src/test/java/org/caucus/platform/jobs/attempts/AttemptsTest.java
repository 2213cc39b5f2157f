package org.caucus.platform.jobs.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.MongoSettings;
import org.caucus.platform.store.RemoteMongo;
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
    return on(Node.alone(caucus.mongo()), caucus);
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

    // the marks go a moment after the reading ended
    await().atMost(Clocks.LONG).until(() -> reads(process(), "page.one", LARGE));
  }

  @Test
  void oneProcessReadsAThingForManyAtOnce() {
    Attempts one = process();
    assertThat(one.begin("page.one")).isPresent();

    assertThat(reads(one, "page.one", LARGE)).isTrue();
  }

  /** It was declared dead while it read, and lives. */
  @Test
  void aProcessThatGoesOnUnderANewNameIsBlamedForNothingHereOrElsewhere() {
    try (Node renamed = Node.among(caucus.mongo());
        Node other = Node.among(caucus.mongo())) {
      Attempts here = on(renamed, caucus);
      assertThat(here.begin("page.one")).isPresent();
      String was = renamed.id();
      caucus.mongo().documents("nodes").delete(was).await();
      await().atMost(Clocks.LONG).until(() -> !renamed.id().equals(was));

      assertThat(reads(here, "page.one", LARGE)).isTrue();
      Attempts there = on(other, caucus);
      await().atMost(Clocks.LONG).until(() -> reads(there, "page.one", LARGE));
    }
    assertThat(reads(process(), "page.one", LARGE)).as("when it ended then").isFalse();
  }

  private static Attempts on(Node node, Installation at) {
    return new Attempts(at.mongo(), at.vault(), node, InstantSource.fixed(NOW));
  }

  @Test
  void aStopInOrderTakesAwayWhatIsBeingRead() {
    try (Attempts first = process()) {
      first.reading("page.one", LARGE, () -> Promise.promise().future());
    }
    assertThat(reads(process(), "page.one", LARGE)).isTrue();
  }

  /** The database went away between the two writes. */
  @Test
  void aMarkThatCouldNotBeTakenAwayIsTakenAwayWithTheNext() throws IOException {
    Path there = directory.resolve("there");
    try (RemoteMongo database = new RemoteMongo();
        Installation remote = Installation.open(MongoSettings.server(database.uri(), there))) {
      try (Node node = Node.among(remote.mongo())) {
        Attempts first = on(node, remote);
        String mark = first.begin("page.one").orElseThrow();
        database.cut();
        assertThatThrownBy(() -> first.end(mark).await()).isInstanceOf(DatabaseException.class);
        database.mend();
        assertThat(first.begin("page.two")).isPresent();
      }
      try (Node node = Node.among(remote.mongo())) {
        assertThat(reads(on(node, remote), "page.one", LARGE)).isTrue();
        assertThat(reads(on(node, remote), "page.two", LARGE)).isFalse();
      }
    }
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
