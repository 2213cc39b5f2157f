package org.caucus.log.followers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

/** How far a follower is, written down while it runs and when it stops. */
class KeepUpTest {
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
  void whoHasCaughtUpWritesItDownWithoutBeingStopped() {
    try (var followers = followers()) {
      followers.start().await();
      append(1);
      followers.ring(workspace, 1);
      followers.drained(workspace).await();
      append(2);
      followers.ring(workspace, 2);

      Awaitility.await().until(() -> behind() == 0);
      assertThat(handled).containsExactly(1L, 2L);
    }
  }

  @Test
  void whoIsStoppedWritesItDownAtOnce() {
    try (var followers = followers()) { // never started: nobody looks every second
      append(1);
      followers.ring(workspace, 1);
      followers.drained(workspace).await();
      append(2);
      followers.ring(workspace, 2);
      followers.drained(workspace).await();
      assertThat(behind()).isEqualTo(2);
    }

    assertThat(behind()).isZero();
    assertThat(handled).containsExactly(1L, 2L);
  }

  private long behind() {
    return new Standing(caucus.mongo(), caucus.log(), List.of("relay")).rows().getFirst().behind();
  }

  private void append(long sequence) {
    caucus.append(workspace, sequence, List.of(("record " + sequence).getBytes(UTF_8)));
  }

  private Followers followers() {
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
