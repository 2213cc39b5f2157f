package org.caucus.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A part is tried at a bounded cost, however many ask and however long it takes. */
class ProbeTest {
  private final AtomicInteger tries = new AtomicInteger();

  private Optional<String> away() {
    return Optional.of("away, try " + tries.incrementAndGet());
  }

  @Test
  void aFindingHoldsForAWhileAndIsThenFoundAnew() {
    Probe kept = new Probe("part", false, this::away);
    Probe brief = new Probe("part", false, this::away, Duration.ZERO);

    assertThat(kept.fault().await()).contains("away, try 1");
    assertThat(kept.fault().await()).contains("away, try 1");
    assertThat(brief.fault().await()).contains("away, try 2");
    assertThat(brief.fault().await()).contains("away, try 3");
  }

  @Test
  void aTryThatHangsIsNotBegunAgain() {
    CountDownLatch answered = new CountDownLatch(1);
    Probe probe =
        new Probe(
            "part",
            false,
            () -> {
              tries.incrementAndGet();
              answered.await();
              return Optional.empty();
            },
            Duration.ZERO);

    assertThat(probe.fault().await().orElseThrow()).contains("part", "no result within 5 s");
    assertThat(probe.fault().await()).isPresent();
    assertThat(tries).hasValue(1);
    answered.countDown();
  }

  @Test
  void aTryThatFailsIsAFaultWithoutItsWords() {
    Probe probe =
        new Probe(
            "part",
            false,
            () -> {
              throw new IOException("smtp://user:password@host");
            });

    assertThat(probe.fault().await().orElseThrow()).contains("IOException").doesNotContain("user");
  }
}
