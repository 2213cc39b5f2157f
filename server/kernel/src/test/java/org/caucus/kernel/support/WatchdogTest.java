package org.caucus.kernel.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Promise;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What keeps a test that waits for ever from keeping the suite. */
class WatchdogTest {
  private static Thread waiting(Thread.Builder thread) {
    return thread.name("waits-for-ever").start(() -> Promise.promise().future().await());
  }

  private static boolean stands(Thread thread) {
    return thread.getState() == Thread.State.WAITING;
  }

  @Test
  void anInterruptEndsWhoAwaitsWhatNeverComes() throws InterruptedException {
    for (Thread.Builder kind : new Thread.Builder[] {Thread.ofPlatform(), Thread.ofVirtual()}) {
      Thread thread = waiting(kind);
      await().until(() -> stands(thread));

      thread.interrupt();

      assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    }
  }

  @Test
  void aDumpSaysWhereEvenAVirtualThreadStands() {
    Thread thread = waiting(Thread.ofVirtual());
    await().until(() -> stands(thread));

    assertThat(Watchdog.threads()).contains("waits-for-ever").contains("WatchdogTest");
    thread.interrupt();
  }
}
