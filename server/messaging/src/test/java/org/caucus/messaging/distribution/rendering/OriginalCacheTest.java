package org.caucus.messaging.distribution.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.caucus.kernel.WorkspaceId;
import org.junit.jupiter.api.Test;

/** A notice of many pages on its way to many readers at once is in memory once. */
class OriginalCacheTest {
  private static final WorkspaceId WORKSPACE = WorkspaceId.random();
  private static final byte[] NOTICE =
      "To: table@lists.example, Bola <BOLA@home.example>\r\n\r\nNotice.\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final Queue<Promise<byte[]>> reads = new ConcurrentLinkedQueue<>();
  private final OriginalCache letters =
      new OriginalCache(
          (workspace, blob) -> {
            Promise<byte[]> read = Promise.promise();
            reads.add(read);
            return read.future();
          });

  @Test
  void thePersonWhoAsksWhileItIsReadOrSentGetsTheSameOne() {
    List<ReceivedOriginal> got = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread.startVirtualThread(() -> got.add(letters.of(WORKSPACE, "notice")));
    }
    await().until(() -> !reads.isEmpty());
    reads.remove().complete(NOTICE.clone());
    await().until(() -> got.size() == 8);

    ReceivedOriginal came = letters.of(WORKSPACE, "notice");
    assertThat(got).allMatch(c -> c == came);
    assertThat(reads).isEmpty();
    assertThat(came.named()).containsExactlyInAnyOrder("table@lists.example", "bola@home.example");
  }

  @Test
  void whatCouldNotBeReadIsReadAgain() {
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    Thread.startVirtualThread(
        () -> {
          try {
            letters.of(WORKSPACE, "notice");
          } catch (RuntimeException e) {
            failures.add(e);
          }
        });
    await().until(() -> !reads.isEmpty());
    reads.remove().fail(new IllegalStateException("away"));
    await().until(() -> !failures.isEmpty());

    Thread.startVirtualThread(
        () -> {
          await().until(() -> !reads.isEmpty());
          reads.remove().complete(NOTICE.clone());
        });
    assertThat(letters.of(WORKSPACE, "notice").raw()).isEqualTo(NOTICE);
  }

  @Test
  void oneWorkspaceNeverGetsTheLetterOfAnother() {
    Thread.startVirtualThread(
        () -> {
          await().until(() -> !reads.isEmpty());
          reads.remove().complete(NOTICE.clone());
          await().until(() -> !reads.isEmpty());
          reads.remove().fail(new IllegalStateException("none of that name"));
        });
    assertThat(letters.of(WORKSPACE, "notice").raw()).isEqualTo(NOTICE);
    assertThatThrownBy(() -> letters.of(WorkspaceId.random(), "notice"))
        .hasMessage("none of that name");
  }
}
