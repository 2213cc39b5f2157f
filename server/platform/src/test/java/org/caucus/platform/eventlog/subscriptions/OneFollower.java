package org.caucus.platform.eventlog.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a workspace that one follower reads, of which nothing needs a human. */
abstract class OneFollower {
  @TempDir Path directory;
  Installation caucus;
  WorkspaceId workspace;
  final List<Long> handled = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    workspace = caucus.workspace();
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  void append(long sequence) {
    caucus.append(workspace, sequence, List.of(("record " + sequence).getBytes(UTF_8)));
  }

  Subscriptions followers(LiveViewers screens) {
    var follower =
        new Subscription() {
          @Override
          public String name() {
            return "relay";
          }

          @Override
          public void handle(WorkspaceId w, LogRecord record) {
            handled.add(record.sequence());
          }
        };
    return new Subscriptions(
        caucus.mongo(),
        caucus.vault(),
        caucus.log(),
        new Leases(caucus.mongo(), Node.alone(caucus.mongo())),
        RetryPolicy.DEFAULT,
        new Quiet(),
        screens,
        List.of(follower));
  }

  private static final class Quiet implements Subscriptions.Listener {
    @Override
    public void dead(DeadLetters.DeadLetter letter) {
      throw new AssertionError(letter);
    }

    @Override
    public void stalled(String follower, WorkspaceId w, Throwable cause) {
      throw new AssertionError(cause);
    }
  }
}
