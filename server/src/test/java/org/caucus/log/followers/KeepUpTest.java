package org.caucus.log.followers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How far a follower is, written down while it runs and when it stops. */
class KeepUpTest extends OneFollower {
  @Test
  void whoHasCaughtUpWritesItDownWithoutBeingStopped() {
    try (var followers = followers(Screens.NONE)) {
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
    try (var followers = followers(Screens.NONE)) { // never started: nobody looks every second
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
}
