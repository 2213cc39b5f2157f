package org.caucus.log.followers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.caucus.log.Installation;
import org.caucus.log.LogException;
import org.caucus.log.LogRecord;
import org.caucus.log.WorkspaceId;
import org.caucus.log.leases.Leases;
import org.caucus.log.leases.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has the page open goes before those who prepare mail. */
class ScreensTest {
  @TempDir Path directory;
  private Installation caucus;
  private WorkspaceId workspace;
  private final List<Long> handled = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    workspace = caucus.workspace();
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  @Test
  void whoLooksOnIsShownACommitBeforeFollowersReadIt() {
    append(1);
    var screens = new Slow(Duration.ofHours(1));
    try (var followers = followers(screens)) {
      followers.ring(workspace, 1);
      Awaitility.await().until(() -> screens.asked.get() == 1);
      assertThat(handled).isEmpty();

      screens.shown.complete();
      followers.drained(workspace).await();
      assertThat(handled).containsExactly(1L);
    }
  }

  @Test
  void aScreenThatTakesNothingHoldsNoFollowerUp() {
    append(1);
    try (var followers = followers(new Slow(Duration.ofMillis(5)))) {
      followers.ring(workspace, 1);
      followers.drained(workspace).await();
      assertThat(handled).containsExactly(1L);
    }
  }

  /** Screens that are shown something when the test says so. */
  private record Slow(Duration atMost, AtomicInteger asked, Promise<Void> shown)
      implements Screens {
    Slow(Duration atMost) {
      this(atMost, new AtomicInteger(), Promise.promise());
    }

    @Override
    public Future<Void> shown(WorkspaceId workspace) {
      asked.incrementAndGet();
      return shown.future();
    }
  }

  private void append(long sequence) {
    caucus.append(workspace, sequence, List.of(("record " + sequence).getBytes(UTF_8)));
  }

  private Followers followers(Screens screens) {
    var follower =
        new Follower() {
          @Override
          public String name() {
            return "relay";
          }

          @Override
          public void handle(WorkspaceId w, LogRecord record) {
            handled.add(record.sequence());
          }
        };
    return new Followers(
        caucus.mongo(),
        caucus.vault(),
        caucus.log(),
        new Leases(caucus.mongo(), Node.alone(caucus.mongo())),
        Retry.DEFAULT,
        new Quiet(),
        screens,
        List.of(follower));
  }

  /** Nothing here needs a human. */
  private static final class Quiet implements Followers.Listener {
    @Override
    public void dead(DeadLetters.DeadLetter letter) {
      throw new AssertionError(letter);
    }

    @Override
    public void stalled(String follower, WorkspaceId w, LogException cause) {
      throw new AssertionError(cause);
    }
  }
}
