package org.caucus.platform.eventlog.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How far a follower is, written down while it runs and when it stops. */
class KeepUpTest extends OneFollower {
  @Test
  void whoHasCaughtUpWritesItDownWithoutBeingStopped() {
    try (var followers = followers(LiveViewers.NONE)) {
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
    try (var followers = followers(LiveViewers.NONE)) { // never started: nobody looks every second
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

  /** A read brings fewer of them than of small ones, and that is not the end. */
  @Test
  void largeRecordsAreAllRead() {
    for (int i = 1; i <= 6; i++) {
      caucus.append(workspace, i, List.of(new byte[3 * 1024 * 1024]));
    }

    try (var followers = followers(LiveViewers.NONE)) {
      followers.start().await();
      followers.drained(workspace).await();

      assertThat(handled).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }
  }

  private long behind() {
    return new SubscriptionProgress(caucus.mongo(), caucus.log(), List.of("relay"))
        .rows()
        .getFirst()
        .behind();
  }
}
