package org.caucus.hints;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The day somebody may have meant who did not write it like 2026-12-01. */
public final class Day {
  /** Where a day stands before its month; only what cannot be so is read the other way. */
  private static final List<DateTimeFormatter> WAYS =
      Stream.of(
              "uuuu/M/d",
              "uuuu.M.d",
              "uuuu-M-d",
              "d.M.uuuu",
              "d/M/uuuu",
              "d-M-uuuu",
              "M/d/uuuu",
              "d MMMM uuuu",
              "d MMM uuuu",
              "MMMM d, uuuu",
              "MMMM d uuuu",
              "MMM d, uuuu",
              "MMM d uuuu")
          .flatMap(way -> Stream.of(Locale.ENGLISH, Locale.FRENCH).map(l -> way(way, l)))
          .toList();

  /** Of the year in which it comes next. */
  private static final List<DateTimeFormatter> WITHOUT_YEAR =
      Stream.of("d MMMM", "d MMM", "MMMM d", "MMM d")
          .flatMap(way -> Stream.of(Locale.ENGLISH, Locale.FRENCH).map(l -> way(way, l)))
          .toList();

  /** Longer words are not read, in characters. */
  private static final int MOST_CHARS = 40;

  private static final int DAYS_A_WEEK = 7;

  private Day() {}

  /**
   * The day that may have been meant, for an example: a week from today where none was.
   *
   * @param isPossible whether a day can stand there
   */
  public static LocalDate meant(String written, LocalDate today, Predicate<LocalDate> isPossible) {
    return of(written, today).filter(isPossible).orElseGet(() -> today.plusDays(DAYS_A_WEEK));
  }

  private static DateTimeFormatter way(String pattern, Locale locale) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(locale)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The day, if the words are like one. */
  public static Optional<LocalDate> of(String written, LocalDate today) {
    String words = written.strip().toLowerCase(Locale.ROOT);
    if (words.length() > MOST_CHARS) {
      return Optional.empty();
    }
    return switch (words) {
      case "today", "aujourd’hui", "aujourd'hui", "اليوم" -> Optional.of(today);
      case "tomorrow", "demain", "غدًا", "غدا" -> Optional.of(today.plusDays(1));
      case "next week", "in a week", "la semaine prochaine" ->
          Optional.of(today.plusDays(DAYS_A_WEEK));
      default -> named(words, today).or(() -> written(words)).or(() -> next(words, today));
    };
  }

  /** Such as Friday: the next one. */
  private static Optional<LocalDate> named(String words, LocalDate today) {
    String day = words.startsWith("next ") ? words.substring("next ".length()) : words;
    return Stream.of(DayOfWeek.values())
        .filter(
            d ->
                Stream.of(Locale.ENGLISH, Locale.FRENCH)
                    .anyMatch(l -> d.getDisplayName(TextStyle.FULL, l).equalsIgnoreCase(day)))
        .map(d -> today.with(TemporalAdjusters.next(d)))
        .findFirst();
  }

  private static Optional<LocalDate> written(String words) {
    for (DateTimeFormatter way : WAYS) {
      try {
        return Optional.of(LocalDate.parse(words, way));
      } catch (DateTimeException e) {
        // not in this way; what is in none is no day
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> next(String words, LocalDate today) {
    for (DateTimeFormatter way : WITHOUT_YEAR) {
      try {
        MonthDay day = MonthDay.parse(words, way);
        LocalDate thisYear = day.atYear(today.getYear());
        return Optional.of(thisYear.isBefore(today) ? day.atYear(today.getYear() + 1) : thisYear);
      } catch (DateTimeException e) {
        // not in this way; what is in none is no day
      }
    }
    return Optional.empty();
  }
}
