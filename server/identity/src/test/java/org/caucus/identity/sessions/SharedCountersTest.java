package org.caucus.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.keys.MasterKey;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes for one liaison's address, asked for by strangers on several nodes. */
class SharedCountersTest {
  private static final List<SharedCounters.Limit> FIVE_AND_A_DAY =
      List.of(
          new SharedCounters.Limit(5, Duration.ofMinutes(15)),
          new SharedCounters.Limit(10, Duration.ofDays(1)));

  @TempDir Path directory;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-13T09:00:00Z"));

  private SharedCounters node(Mongo mongo) {
    Vault vault = Vault.open(mongo, directory.resolve(MasterKey.FILE));
    return new SharedCounters(mongo, vault, now::get);
  }

  private static long count(SharedCounters node) {
    return node.count("code", "liaison@platform.example", FIVE_AND_A_DAY).await();
  }

  private void pass(Duration time) {
    now.updateAndGet(t -> t.plus(time));
  }

  @Test
  void nodesCountTogetherAlsoAfterAStart() {
    try (Mongo mongo = Mongo.open(MongoSettings.embedded(directory))) {
      SharedCounters one = node(mongo);
      SharedCounters two = node(mongo);
      for (int i = 0; i < 5; i++) {
        assertThat(count(i % 2 == 0 ? one : two)).isZero();
      }
      assertThat(count(one)).isEqualTo(180);
    }
    try (Mongo mongo = Mongo.open(MongoSettings.embedded(directory))) {
      assertThat(count(node(mongo))).isEqualTo(180);
      pass(Duration.ofMinutes(3));
      assertThat(count(node(mongo))).as("one is there again").isZero();
      assertThat(count(node(mongo))).isEqualTo(180);
    }
  }

  @Test
  void theLongerLimitHoldsTooAndComesBackEvenly() {
    try (Mongo mongo = Mongo.open(MongoSettings.embedded(directory))) {
      SharedCounters node = node(mongo);
      for (int i = 0; i < 10; i++) {
        assertThat(count(node)).isZero();
        pass(Duration.ofMinutes(3));
      }
      // 30 minutes of the 144 after which one of ten a day is there again have passed
      assertThat(count(node)).isEqualTo(Duration.ofMinutes(114).toSeconds());
      pass(Duration.ofMinutes(114));
      assertThat(count(node)).isZero();
    }
  }

  @Test
  void ofManyAtOnceNoMoreThanTheLimitAreLetThrough() {
    try (Mongo mongo = Mongo.open(MongoSettings.embedded(directory))) {
      List<SharedCounters> nodes = List.of(node(mongo), node(mongo));
      List<Future<Long>> all =
          IntStream.range(0, 40)
              .mapToObj(i -> nodes.get(i % 2).count("code", "liaison", FIVE_AND_A_DAY))
              .toList();
      Future.all(all).await();

      assertThat(all.stream().filter(f -> f.result() == 0).count()).isBetween(1L, 5L);
    }
  }

  @Test
  void aClockThatWasFarAheadKeepsNobodyOutForLongerThanAllUsedUp() {
    try (Mongo mongo = Mongo.open(MongoSettings.embedded(directory))) {
      SharedCounters node = node(mongo);
      pass(Duration.ofDays(365));
      count(node);
      pass(Duration.ofDays(-365));

      assertThat(count(node)).isEqualTo(Duration.ofMinutes(144).toSeconds());
      pass(Duration.ofMinutes(144));
      assertThat(count(node)).isZero();
    }
  }

  @Test
  void whatIsAllThereAgainIsForgotten() {
    try (Mongo mongo = Mongo.open(MongoSettings.embedded(directory))) {
      SharedCounters node = node(mongo);
      count(node);
      assertThat(node.sweep().await()).isZero();

      pass(Duration.ofMinutes(144));
      assertThat(node.sweep().await()).isEqualTo(1);
      assertThat(mongo.documents("counts").count().await()).isZero();
    }
  }
}
