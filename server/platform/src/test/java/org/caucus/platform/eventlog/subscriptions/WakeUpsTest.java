package org.caucus.platform.eventlog.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WakeUpsTest {
  private final WakeUps calls = new WakeUps();

  @Test
  void oneThreadAtATimeReadsHoweverOftenTheBellRings() {
    assertThat(calls.ring(1)).isPresent();

    assertThat(calls.ring(2)).isEmpty();
    assertThat(calls.behind(1)).isEqualTo(1);
  }

  @Test
  void whatWasAskedForMeanwhileKeepsTheThread() {
    WakeUps.Run run = calls.ring(1).orElseThrow();
    calls.ring(2);

    assertThat(calls.endAt(run, 1)).isFalse();
    assertThat(calls.endAt(run, 2)).isTrue();
    assertThat(calls.whenIdle().isComplete()).isTrue();
  }

  @Test
  void aThreadOnItsWayOutDoesNotEndTheNextOne() {
    WakeUps.Run first = calls.ring(1).orElseThrow();
    calls.endAt(first, 1);
    WakeUps.Run second = calls.ring(2).orElseThrow();

    calls.end(first);

    assertThat(calls.isAt(second)).isTrue();
    assertThat(calls.ring(3)).as("a third thread would read beside the second").isEmpty();
    assertThat(calls.whenIdle().isComplete()).isFalse();
    calls.end(second);
    assertThat(calls.whenIdle().isComplete()).isTrue();
  }
}
