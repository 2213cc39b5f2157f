package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody reads {@code PT47H59M47.93S}. */
class EnglishDurationsTest {
  @ParameterizedTest
  @CsvSource({
    "PT47H59M47.93S, 47 h 59 min",
    "PT0.4S, 0 s",
    "PT59S, 59 s",
    "PT-2M, 2 min",
    "PT61S, 1 min 1 s",
    "PT1H, 1 h",
    "P3DT1H2M, 3 days 1 h",
    "P10D, 10 days"
  })
  void isSaidInItsTwoLargestUnits(String iso, String words) {
    assertThat(EnglishDurations.words(Duration.parse(iso))).isEqualTo(words);
  }
}
