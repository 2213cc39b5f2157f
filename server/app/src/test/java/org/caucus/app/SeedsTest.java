package org.caucus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.LongStream;
import org.caucus.kernel.support.Seeds;
import org.junit.jupiter.api.Test;

class SeedsTest {
  private static final long DAYS = 3_650;
  private static final long COUNTED_ON = 10_000;

  @Test
  void eachDayHasASeedOfItsOwnAndKeepsIt() {
    LocalDate first = LocalDate.of(2026, 11, 30);
    long[] seeds =
        LongStream.range(0, DAYS).map(day -> Seeds.of(first.plusDays(day))).sorted().toArray();

    assertThat(Seeds.of(first)).isEqualTo(Seeds.of(first));
    assertThat(seeds[0]).isNotNegative();
    for (int i = 1; i < seeds.length; i++) {
      assertThat(seeds[i] - seeds[i - 1]).isGreaterThan(COUNTED_ON);
    }
  }
}
