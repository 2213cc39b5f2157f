package org.caucus.platform.eventlog.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.caucus.kernel.WorkspaceId;
import org.junit.jupiter.api.Test;

/** Who has the page open goes before those who prepare mail. */
class LiveViewersTest extends OneFollower {
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
      implements LiveViewers {
    Slow(Duration atMost) {
      this(atMost, new AtomicInteger(), Promise.promise());
    }

    @Override
    public Future<Void> shown(WorkspaceId workspace) {
      asked.incrementAndGet();
      return shown.future();
    }
  }
}
