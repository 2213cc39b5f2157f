package org.caucus.e2e.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the bench says of pairs of times whose difference is known. */
class ApartTest {
  private static final int PAIRS = 5_000;

  /** Times in nanoseconds: from a machine that does other things, by a generator of this seed. */
  private static long[] times(long seed, long more) {
    Random random = new Random(seed);
    return IntStream.range(0, PAIRS)
        .mapToLong(i -> more + Math.round(1_000_000 + 200_000 * random.nextGaussian()))
        .toArray();
  }

  @Test
  void timesOfOneKindAreNotToldApartAndItIsSaidHowFarThatGoes() {
    Apart apart = Apart.of(times(1, 0), times(2, 0));

    assertThat(apart.told()).isFalse();
    assertThat(apart.share()).isBetween(0.48, 0.52);
    assertThat(apart.bound()).isBetween(0.0138, 0.03);
    assertThat(apart.needed()).isGreaterThan(2_000);
  }

  /** A tenth of the noise. */
  @Test
  void twentyMicrosecondsOfTwoHundredAreToldByFiveThousandPairs() {
    Apart apart = Apart.of(times(3, 20_000), times(4, 0));

    assertThat(apart.told()).isTrue();
    assertThat(apart.share()).isGreaterThan(0.51);
    assertThat(apart.needed()).isLessThan(PAIRS);
  }

  @Test
  void whatIsAlwaysTheSameIsHalf() {
    assertThat(Apart.of(new long[] {5, 5}, new long[] {5, 5}).share()).isEqualTo(0.5);
    assertThat(Apart.of(new long[] {9, 9}, new long[] {5, 5}).share()).isEqualTo(1);
  }
}
