package org.caucus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the embedded store: how fast it is durable, and that its file does not grow without end.
 */
@Tag("slow")
class StoreFileTest {
  private static final int MIB = 1024 * 1024;

  @TempDir Path directory;

  @Test
  void aQueueThatIsFilledAndEmptiedForLongDoesNotGrowItsFile() throws Exception {
    long largest = 0;
    try (var mongo = Mongo.open(MongoSettings.embedded(directory))) {
      var outbox = mongo.documents("outbox");
      for (int round = 0; round < 40; round++) {
        outbox.insertAll(EmbeddedMongoTest.letters(0, 100, 20_000)).await();
        for (int i = 0; i < 100; i++) {
          outbox.replace(EmbeddedMongoTest.letter("%06d".formatted(i), 20_000)).await();
        }
        outbox.deleteRange("", "~").await();
        largest = Math.max(largest, size());
        if (round % 10 == 9) {
          Thread.sleep(700); // a quiet moment
        }
      }
      System.out.printf("160 MB passed through, file at most %d MiB%n", largest / MIB);
    }
    System.out.printf("after close %d MiB%n", size() / MIB);
    assertThat(largest).isLessThan(100L * MIB);
  }

  @Test
  void measuresDurableInserts() {
    try (var mongo = Mongo.open(MongoSettings.embedded(directory))) {
      var letters = mongo.documents("letters");
      letters.insertAll(EmbeddedMongoTest.letters(0, 1_000, 500)).await(); // warms up
      report(
          "one after another",
          mongo,
          1_000,
          () -> {
            for (int i = 0; i < 1_000; i++) {
              letters.insert(EmbeddedMongoTest.letter("s" + i, 500)).await();
            }
          });
      report(
          "32 at a time",
          mongo,
          3_200,
          () -> {
            for (int i = 0; i < 100; i++) {
              int round = i;
              Future.all(
                      IntStream.range(0, 32)
                          .mapToObj(j -> EmbeddedMongoTest.letter("c" + round + "-" + j, 500))
                          .map(letters::insert)
                          .toList())
                  .await();
            }
          });
      report(
          "in batches of 100",
          mongo,
          10_000,
          () -> {
            for (int i = 1_000; i < 11_000; i += 100) {
              letters.insertAll(EmbeddedMongoTest.letters(i, i + 100, 500)).await();
            }
          });
      report(
          "found one by one",
          mongo,
          1_000,
          () -> {
            for (int i = 0; i < 1_000; i++) {
              assertThat(letters.findById("s" + i).await()).isPresent();
            }
          });
      report(
          "reading 1,000 of 15,200 by range",
          mongo,
          10_000,
          () -> {
            for (int i = 0; i < 10; i++) {
              assertThat(letters.findRange("005000", "~", 1_000).await()).hasSize(1_000);
            }
          });
    }
  }

  private static void report(String what, Mongo mongo, int count, Runnable work) {
    long syncs = mongo.syncs();
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%s: %.0f/s, %d syncs for %d%n", what, count / seconds, mongo.syncs() - syncs, count);
  }

  private long size() throws Exception {
    return Files.size(directory.resolve(EmbeddedMongo.STORE_FILE));
  }
}
