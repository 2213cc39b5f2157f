package org.caucus.coalition.mailcommands.suggestions;

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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.mail.reply.TypographyNormalizer;
import org.caucus.mail.reply.VisibleLine;

/** The day somebody may have meant who did not write it like 2026-12-01. */
public final class DateSuggestion {
  private static final List<Locale> LOCALES =
      List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("ar"));

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
          .flatMap(way -> LOCALES.stream().map(l -> way(way, l)))
          .toList();

  /** Of the year in which it comes next. */
  private static final List<DateTimeFormatter> WITHOUT_YEAR =
      Stream.of("d MMMM", "d MMM", "MMMM d", "MMM d")
          .flatMap(way -> LOCALES.stream().map(l -> way(way, l)))
          .toList();

  /** Longer words are not read, in characters. */
  private static final int MOST_CHARS = 40;

  private static final int DAYS_A_WEEK = 7;

  /** What may stand around the name of a day, and says nothing more. */
  private static final Pattern AROUND =
      Pattern.compile(
          "^(?:on|by|until|next|this|for|le|pour|avant|d'ici|jusqu'a|ce|cet|cette|prochain"
              + "|يوم|حتي|قبل|في) |(?: prochaine?| القادم| المقبل| القادمه| المقبله)$");

  /** A day without its name in front, such as vendredi 4 decembre. */
  private static final Pattern FIRST = Pattern.compile("\\b(?:1er|1st)\\b");

  /** Some day of a week is no day. */
  private static final Pattern WEEK = Pattern.compile("\\b(?:week|semaine)\\b");

  private static final Pattern ORDINAL = Pattern.compile("\\b(\\d{1,2})(?:nd|rd|th)\\b");

  private DateSuggestion() {}

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
    return switch (around(words)) {
      case "today", "aujourd'hui", "اليوم" -> Optional.of(today);
      case "tomorrow", "demain", "غدا" -> Optional.of(today.plusDays(1));
      case "week", "in a week", "la semaine" -> Optional.of(today.plusDays(DAYS_A_WEEK));
      default -> named(words, today).or(() -> written(words)).or(() -> next(words, today));
    };
  }

  /** Such as Friday: the next one. */
  private static Optional<LocalDate> named(String words, LocalDate today) {
    String day = around(words);
    return Stream.of(DayOfWeek.values())
        .filter(d -> LOCALES.stream().anyMatch(l -> name(d, l).equals(day)))
        .map(d -> today.with(TemporalAdjusters.next(d)))
        .findFirst();
  }

  private static String name(DayOfWeek day, Locale locale) {
    return VisibleLine.bare(day.getDisplayName(TextStyle.FULL, locale));
  }

  private static String around(String words) {
    String bare = VisibleLine.bare(words);
    String less = AROUND.matcher(bare).replaceAll("");
    return less.equals(bare) ? bare : around(less);
  }

  /**
   * A day as it is kept, of words that can mean no other: {@code friday}, {@code demain}, {@code 4
   * décembre}. Words that may be another day, such as 4/12, and what is no day, stay as they are.
   *
   * @param today where the person who wrote it is
   */
  public static String iso(String written, LocalDate today) {
    return certain(written, today).map(LocalDate::toString).orElse(written);
  }

  /** The same; empty if it is not one, or may be another. */
  public static Optional<LocalDate> certain(String written, LocalDate today) {
    String typed = TypographyNormalizer.plainly(written).toLowerCase(Locale.ROOT);
    String words = ORDINAL.matcher(FIRST.matcher(typed).replaceAll("1")).replaceAll("$1");
    boolean figures = words.chars().noneMatch(Character::isLetter);
    boolean isIso = words.matches("\\d{4}-\\d{1,2}-\\d{1,2}");
    return (figures && !isIso) || WEEK.matcher(words).find()
        ? Optional.empty()
        : of(words, today).or(() -> behindItsName(words, today));
  }

  /** Such as vendredi 4 décembre: the name must be that of the day. */
  private static Optional<LocalDate> behindItsName(String words, LocalDate today) {
    int blank = words.indexOf(' ');
    String name =
        blank < 0 ? "" : VisibleLine.bare(words.substring(0, blank).replaceAll("[,.]$", ""));
    return Stream.of(DayOfWeek.values())
        .filter(d -> LOCALES.stream().anyMatch(l -> name(d, l).equals(name)))
        .flatMap(
            d ->
                of(words.substring(blank + 1).strip(), today).stream()
                    .filter(day -> day.getDayOfWeek() == d))
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
