package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalFormatsTest {
  private static final ZonedDateTime TEN =
      ZonedDateTime.of(2026, 6, 1, 10, 0, 5, 0, ZoneId.of("Africa/Lagos"));

  /** With plain spaces. */
  private static String bare(String said) {
    return said.replaceAll("\\p{Zs}", " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | Monday, 1 June 2026 at 10:00 (West Africa Time)",
        "FRENCH | lundi 1er juin 2026 à 10:00 (heure d’Afrique de l’Ouest)",
        "ARABIC | الاثنين، 1 يونيو 2026 في 10:00 (توقيت غرب أفريقيا)"
      })
  void anHourHasItsDayAndTheNameOfItsZone(Language language, String said) {
    assertThat(bare(LocalFormats.weekdayAndTime(language, TEN))).isEqualTo(said);
  }

  @Test
  void theFirstOfAMonthIsCountedInFrenchAlone() {
    assertThat(LocalFormats.day(Language.FRENCH, LocalDate.of(2026, 5, 1)))
        .isEqualTo("1er mai 2026");
    assertThat(LocalFormats.day(Language.FRENCH, LocalDate.of(2026, 5, 11)))
        .isEqualTo("11 mai 2026");
    assertThat(LocalFormats.day(Language.ENGLISH, LocalDate.of(2026, 5, 1)))
        .isEqualTo("1 May 2026");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | PT90M | Monday, 1 June 2026, 10:00–11:30 (West Africa Time)",
        "FRENCH | PT90M | lundi 1er juin 2026, 10:00 – 11:30 (heure d’Afrique de l’Ouest)",
        "ENGLISH | PT26H | Monday, 1 June 2026 at 10:00 – Tuesday, 2 June 2026 at 12:00 (West"
            + " Africa Time)"
      })
  void aSpanNamesADayOnce(Language language, Duration length, String said) {
    assertThat(bare(LocalFormats.span(language, TEN, TEN.plus(length).toInstant())))
        .isEqualTo(said);
  }

  @Test
  void aSecondIsToldByTheClockThatAllPlacesShare() {
    for (Language language : Language.values()) {
      assertThat(LocalFormats.time(language, TEN.withZoneSameInstant(ZoneOffset.UTC)))
          .isEqualTo("09:00:05 (UTC)");
      assertThat(LocalFormats.time(language, TEN.withZoneSameInstant(ZoneId.of("UTC"))))
          .isEqualTo("09:00:05 (UTC)");
    }
  }

  @Test
  void aListEndsWithAnAnd() {
    List<String> names = List.of("Ada", "Bo", "Cy");
    assertThat(LocalFormats.list(Language.ENGLISH, names)).isEqualTo("Ada, Bo and Cy");
    assertThat(LocalFormats.list(Language.FRENCH, names)).isEqualTo("Ada, Bo et Cy");
    assertThat(LocalFormats.list(Language.ARABIC, names))
        .isEqualTo("\u2068Ada\u2069 و\u2068Bo\u2069 و\u2068Cy\u2069");
    assertThat(LocalFormats.list(Language.ENGLISH, List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | 1 | 1 kB",
        "ENGLISH | 999999 | 1,000 kB",
        "ENGLISH | 2500000 | 2.5 MB",
        "FRENCH | 2500000 | 2,5 Mo",
        "ARABIC | 2000000 | 2 م.ب"
      })
  void aSizeHasTheUnitsOfItsLanguage(Language language, long bytes, String said) {
    assertThat(bare(LocalFormats.bytes(language, bytes))).isEqualTo(said);
  }
}
