package org.caucus.views.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a few bytes more are sent to browsers that keep back what came. */
class NudgeTest {
  private final EmbeddedChannel line = new EmbeddedChannel();
  private final AtomicInteger sent = new AtomicInteger();
  private final Nudge nudge = new Nudge(line.eventLoop(), sent::incrementAndGet);

  NudgeTest() {
    line.freezeTime();
  }

  private void pass(long millis) {
    line.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    line.runScheduledPendingTasks();
  }

  @Test
  void twoAreSentOnceItIsQuiet() {
    nudge.sent();
    pass(99);
    nudge.sent(); // not quiet yet
    pass(99);
    assertThat(sent).hasValue(0);
    pass(1);
    assertThat(sent).hasValue(1);
    pass(900);
    assertThat(sent).hasValue(2);
    pass(60_000);
    assertThat(sent).as("nothing was sent meanwhile").hasValue(2);
  }

  @Test
  void noneIsSentWhenTheStreamIsOver() {
    nudge.sent();
    nudge.stop();
    pass(60_000);
    assertThat(sent).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.4"
            + " Safari/605.1.15",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) CriOS/149.0.0.0 Mobile/15E148 Safari/604.1"
      })
  void webKitIsNudged(String browser) {
    assertThat(Nudge.isFor(browser)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0"
            + " Safari/537.36",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "curl/8.14.1"
      })
  void othersAreNot(String browser) {
    assertThat(Nudge.isFor(browser)).isFalse();
    assertThat(Nudge.isFor(null)).isFalse();
  }
}
