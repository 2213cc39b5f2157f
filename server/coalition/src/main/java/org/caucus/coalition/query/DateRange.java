package org.caucus.coalition.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which days a value such as {@code <7d}, {@code >=2026-07-01} or {@code 2026-07-01..2026-07-31}
 * means. A number of days or weeks is counted from today: forwards for what is to come, backwards
 * for what has been.
 *
 * @param backwards whether a number counts into the past
 */
record DateRange(LocalDate today, boolean backwards) {
  private static final Pattern COMPARED =
      Pattern.compile("(<=|>=|<|>|=|)(-?[0-9]{1,4}[dw]|[0-9]{4}-[0-9]{2}-[0-9]{2}|today)");
  private static final int DAYS_A_WEEK = 7;

  /** The days it means; null if it is not understood. */
  @Nullable Predicate<LocalDate> matching(String value) {
    int range = value.indexOf("..");
    if (range > 0) {
      LocalDate from = day(value.substring(0, range));
      LocalDate until = day(value.substring(range + 2));
      return from == null || until == null ? null : d -> !d.isBefore(from) && !d.isAfter(until);
    }
    Matcher m = COMPARED.matcher(value);
    LocalDate day = m.matches() ? day(m.group(2)) : null;
    if (day == null) {
      return null;
    }
    boolean age = backwards && Character.isLetter(value.charAt(value.length() - 1));
    return compared(age && !value.endsWith("today") ? turned(m.group(1)) : m.group(1), day);
  }

  /** Less than seven days ago is after the day seven days ago. */
  private static String turned(String sign) {
    return sign.replace('<', '!').replace('>', '<').replace('!', '>');
  }

  private static Predicate<LocalDate> compared(String sign, LocalDate day) {
    return switch (sign) {
      case "<" -> d -> d.isBefore(day);
      case "<=" -> d -> !d.isAfter(day);
      case ">" -> d -> d.isAfter(day);
      case ">=" -> d -> !d.isBefore(day);
      default -> d -> d.equals(day);
    };
  }

  private @Nullable LocalDate day(String words) {
    if (words.equals("today")) {
      return today;
    }
    char last = words.isEmpty() ? ' ' : words.charAt(words.length() - 1);
    try {
      if (last != 'd' && last != 'w') {
        return LocalDate.parse(words);
      }
      long days = Long.parseLong(words.substring(0, words.length() - 1));
      long all = last == 'w' ? Math.multiplyExact(days, DAYS_A_WEEK) : days;
      return today.plusDays(backwards ? Math.negateExact(all) : all);
    } catch (DateTimeException | NumberFormatException | ArithmeticException no) {
      return null;
    }
  }
}
