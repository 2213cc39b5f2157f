package org.caucus.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.IntStream;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.SealedCollection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that failed, as the operator finds them and gives them up. */
class JobStoreTest {
  private static final Instant NOON = Instant.parse("2026-06-13T12:00:00Z");
  private static final String WORKSPACE = "b".repeat(26);

  @TempDir Path directory;
  private Installation caucus;
  private JobStore<byte[]> digests;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    digests =
        new JobStore<>(
            caucus.mongo(),
            caucus.vault(),
            new JobType<>("digests", b -> b, b -> b, b -> WORKSPACE));
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  private FailedJob failed(String id) {
    digests.add(id, new byte[] {1}, NOON).await();
    digests.failed(digests.find(id).await().orElseThrow(), new ArithmeticException(), NOON);
    return digests.failed().getFirst();
  }

  @Test
  void whatFailedIsGivenUpOnce() {
    FailedJob one = failed("one");

    assertThat(digests.discard(one, NOON)).isTrue();
    assertThat(digests.discard(one, NOON)).isFalse();
    assertThat(digests.find("one").await()).isEmpty();
  }

  @Test
  void aJobThatWasMadeAnewSinceItWasListedIsKept() {
    FailedJob one = failed("one");
    digests.delete("one").await();
    digests.add("one", new byte[] {2}, NOON.plus(Duration.ofDays(1))).await();

    assertThat(digests.discard(one, NOON)).isFalse();
    assertThat(digests.find("one").await()).isPresent();
  }

  @Test
  void whatFailedIsListedHoweverManyOfAnotherKindDid() {
    failed("one");
    var notes =
        new SealedCollection(
            caucus.mongo().documents("misses"), caucus.vault(), WorkspaceId.SYSTEM);
    FailedJob other =
        FailedJob.again("weeklies", "week", WORKSPACE, 1, NOON, NOON, "ArithmeticException");
    // ids before those of all notes
    Future.all(
            IntStream.range(0, JobQueue.LIMIT)
                .mapToObj(i -> notes.put(String.format(Locale.ROOT, "!%04d", i), other.write()))
                .toList())
        .await();

    assertThat(digests.failed()).extracting(FailedJob::id).containsExactly("one");
  }
}
