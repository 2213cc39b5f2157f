package org.caucus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.store.replica.StandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The primary stands down under writers: they wait for the next one, and write once. */
class StepDownTest {
  private static final int WRITERS = 32;

  /** Shorter than what a call waits for a primary, {@link Mongo#SERVER_SELECTION_TIMEOUT_MS}. */
  private static final Duration ELECTION = Duration.ofMillis(1_500);

  private static final Duration SOON = Clocks.LONG;

  @TempDir Path directory;

  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicIntegerArray written = new AtomicIntegerArray(WRITERS);
  private final AtomicBoolean enough = new AtomicBoolean();

  @Test
  void isAPauseForWritersAndNothingIsLostOrDoneTwice() throws Exception {
    try (StandIn set = StandIn.plain();
        Mongo mongo = Mongo.open(MongoSettings.server(set.uri(), directory));
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Documents letters = mongo.documents("letters");
      List<Future<?>> writing = new ArrayList<>();
      for (int w = 0; w < WRITERS; w++) {
        int writer = w;
        writing.add(people.submit(() -> write(letters, writer)));
      }
      try {
        for (int times = 0; times < 3; times++) {
          everybodyWritesTwice(writing);
          set.stepDown(ELECTION);
        }
        everybodyWritesTwice(writing);
      } finally {
        enough.set(true);
      }
      for (Future<?> one : writing) {
        one.get(); // fails if one insert did: an insert done twice is a duplicate key
      }

      assertThat(acknowledged).doesNotHaveDuplicates();
      assertThat(letters.count().await()).isEqualTo(acknowledged.size());
      assertThat(set.replayed()).as("writes that were done, cut off, and asked again").isPositive();
    }
  }

  /** The person who waited for the last election is over it. */
  private void everybodyWritesTwice(List<Future<?>> writing) {
    int[] before = IntStream.range(0, WRITERS).map(written::get).toArray();
    await()
        .atMost(SOON)
        .until(
            () ->
                writing.stream().anyMatch(Future::isDone) // it failed
                    || IntStream.range(0, WRITERS).allMatch(w -> written.get(w) >= before[w] + 2));
  }

  private void write(Documents letters, int writer) {
    for (int i = 0; !enough.get(); i++) {
      String id = "%02d-%06d".formatted(writer, i);
      letters.insert(EmbeddedMongoTest.letter(id, 100)).await();
      acknowledged.add(id);
      written.incrementAndGet(writer);
    }
  }
}
