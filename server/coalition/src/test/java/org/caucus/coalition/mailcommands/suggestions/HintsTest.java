package org.caucus.coalition.mailcommands.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may have been meant is found, and what is like nothing is not. */
class HintsTest {
  private static final List<String> PRIORITIES = List.of("urgent", "high", "normal", "low");
  private static final LocalDate WEDNESDAY = LocalDate.parse("2026-06-03");

  @ParameterizedTest
  @CsvSource({
    "urgnt, urgent",
    "URGENTT, urgent",
    "hihg, high",
    "norm, normal",
    "lwo, low",
    "mormal, normal",
  })
  void aSlipIsSeenThrough(String written, String meant) {
    assertThat(FuzzyMatch.of(written, PRIORITIES)).hasValue(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "banana", "u", "xx", "as soon as it can be"})
  void whatIsLikeNothingIsNothing(String written) {
    assertThat(FuzzyMatch.of(written, PRIORITIES)).isEmpty();
  }

  @Test
  void ofTwoThatAreAsNearTheFirstIsPreferred() {
    assertThat(FuzzyMatch.of("of record", List.of("off record", "background", "on record")))
        .hasValue("off record");
  }

  @Test
  void longWordsAreNotCompared() {
    assertThat(FuzzyMatch.of("u".repeat(100_000), PRIORITIES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.12.2026 | 2026-12-01",
        "03/04/2026 | 2026-04-03",
        "12/25/2026 | 2026-12-25",
        "2026/7/5 | 2026-07-05",
        "1 December 2026 | 2026-12-01",
        "dec 1, 2026 | 2026-12-01",
        "1 décembre 2026 | 2026-12-01",
        "tomorrow | 2026-06-04",
        "next week | 2026-06-10",
        "Friday | 2026-06-05",
        "next wednesday | 2026-06-10",
        "vendredi | 2026-06-05",
        "2 March | 2027-03-02",
        "3 juin | 2026-06-03",
        "dec 1 | 2026-12-01",
      })
  void aDayIsReadHoweverItIsWritten(String written, LocalDate day) {
    assertThat(DateSuggestion.of(written, WEDNESDAY)).hasValue(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "31.2.2026", "2026-13-01", "30 February", "the day after the memo"})
  void whatIsNoDayIsNone(String written) {
    assertThat(DateSuggestion.of(written, WEDNESDAY)).isEmpty();
  }
}
