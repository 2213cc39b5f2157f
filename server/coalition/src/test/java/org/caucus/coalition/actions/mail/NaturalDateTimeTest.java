package org.caucus.coalition.actions.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times in words, counted from a Monday. */
class NaturalDateTimeTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Friday 15:00 | 2026-12-04 15:00",
        "friday at 3pm Africa/Lagos | 2026-12-04 15:00 Africa/Lagos",
        "friday 12 am | 2026-12-04 00:00",
        "Next Friday from 10:00-11:30 | 2026-12-04 10:00 to 11:30",
        "4 December 9:30 to 6 December 17:00 | 2026-12-04 09:30 to 2026-12-06 17:00",
        "tomorrow | 2026-12-01",
        "vendredi | 2026-12-04",
        "vendredi à 15 h | 2026-12-04 15:00",
        "vendredi de 15h à 16h30 | 2026-12-04 15:00 to 16:30",
        "vendredi 4 décembre à 15h00 UTC | 2026-12-04 15:00 UTC",
        "du vendredi au dimanche | 2026-12-04 to 2026-12-06",
        "demain 9h | 2026-12-01 09:00",
        "الجمعة الساعة ١٥:٠٠ | 2026-12-04 15:00",
        "الجمعة من 15:00 إلى 16:00 | 2026-12-04 15:00 to 16:00",
        "غدًا | 2026-12-01",
      })
  void whatCanMeanNoOtherTimeIsRead(String said, String meant) {
    assertThat(NaturalDateTime.of(said, MONDAY)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4/12 15:00",
        "soon",
        "any day suits us",
        "Friday or Saturday",
        "vendredi 5 décembre",
        "friday 10:00 11:00",
        "next week"
      })
  void whatMayBeAnotherIsNot(String said) {
    assertThat(NaturalDateTime.of(said, MONDAY)).isEmpty();
  }
}
