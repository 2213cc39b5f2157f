package org.caucus.kernel.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every test relies on that compares twice the work with once: it tells the two apart. */
class GrowthTest {
  private static final int MOST = 8_000;

  @Test
  void whatIsWalkedOnceGrowsAsItsLength() {
    assertThat(Growth.of(MOST, size -> () -> assertThat(walked(size, 400)).isPositive()))
        .isLessThan(Growth.LINEAR);
  }

  @Test
  void whatIsWalkedForEachOfItsPiecesGrowsTooMuch() {
    assertThat(Growth.of(MOST, size -> () -> assertThat(walked(size, size)).isPositive()))
        .isGreaterThan(Growth.LINEAR);
  }

  private static long walked(int size, int times) {
    int[] all = IntStream.range(1, size).toArray();
    long sum = 0;
    for (int i = 0; i < times; i++) {
      for (int one : all) {
        sum += one ^ i;
      }
    }
    return sum;
  }
}
