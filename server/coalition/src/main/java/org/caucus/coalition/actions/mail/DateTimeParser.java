package org.caucus.coalition.actions.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionDetailFields;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A time as people write it in a line: {@code 2026-12-01}, {@code 2026-12-01 to 2026-12-03}, {@code
 * 2026-12-01 10:00 to 11:30}, {@code 2026-12-01 22:00 to 2026-12-02 01:00 Africa/Lagos}.
 *
 * @param allDay whether it is whole days
 */
public record DateTimeParser(Action.When when, boolean allDay) {
  /** How it is written, for the person who wrote it otherwise. */
  static final Message RULE = Message.of("when-is-a-day-or-a-time");

  /** Where the zone of the person who wrote it is not known. */
  public static final Message WHOSE = Message.of("say-the-time-zone-behind");

  private static final int MAX_WORDS = 8;
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private record Point(LocalDate day, @Nullable LocalTime time) {}

  /**
   * Reads one.
   *
   * @param zone where it names none; null if that is not known
   */
  static DateTimeParser of(String value, @Nullable ZoneId zone) {
    List<String> words = new ArrayList<>(Arrays.asList(value.strip().split("\\s+", MAX_WORDS)));
    ZoneId there = zone(words.getLast());
    if (there != null) {
      words.removeLast();
    }
    ZoneId known = there == null ? zone : there;
    ZoneId in = known == null ? ZoneOffset.UTC : known;
    int to = words.indexOf("to");
    Point from = point(to < 0 ? words : words.subList(0, to), null);
    Point until = to < 0 ? null : point(words.subList(to + 1, words.size()), from);
    if (until != null && (from.time() == null) != (until.time() == null)) {
      throw wrong();
    }
    if (from.time() == null) {
      return days(from, until, in);
    }
    if (known == null) {
      throw Refusal.invalid("When", WHOSE);
    }
    return hours(from, until, in);
  }

  /**
   * Reads one that may be said in words, such as {@code Friday 15:00}.
   *
   * @param now from which days are counted
   */
  public static DateTimeParser of(String value, @Nullable ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone == null ? ZoneOffset.UTC : zone);
    try {
      return of(value, zone);
    } catch (Refusal no) {
      if (no.message().equals(WHOSE)) {
        throw no;
      }
      return of(NaturalDateTime.of(value, today).orElseThrow(() -> no), zone);
    }
  }

  /** Reads an hour, with neither an end nor whole days. */
  static Optional<Instant> hour(String value, @Nullable ZoneId zone, Instant now) {
    DateTimeParser read = of(value, zone, now);
    boolean isHour = !read.allDay() && read.when().endsAt() == null;
    return isHour ? Optional.ofNullable(read.when().startsAt()) : Optional.empty();
  }

  /** One that is read as this. */
  public static String say(Action.When when, boolean allDay) {
    Instant starts = when.startsAt();
    Instant ends = when.endsAt();
    if (starts == null) {
      return "";
    }
    ZonedDateTime from = starts.atZone(when.zone());
    ZonedDateTime to = ends == null ? from : ends.atZone(when.zone());
    if (allDay) {
      LocalDate last = to.isAfter(from) ? to.toLocalDate().minusDays(1) : from.toLocalDate();
      return from.toLocalDate() + (last.isAfter(from.toLocalDate()) ? " to " + last : "");
    }
    return HOUR.format(from)
        + (to.isAfter(from) ? " to " + HOUR.format(to) : "")
        + " "
        + when.zone();
  }

  private static DateTimeParser days(Point from, @Nullable Point until, ZoneId zone) {
    LocalDate last = until == null ? from.day() : until.day();
    Instant start = from.day().atStartOfDay(zone).toInstant();
    Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
    return new DateTimeParser(inOrder(start, end, zone), true);
  }

  private static Action.When inOrder(Instant start, @Nullable Instant end, ZoneId zone) {
    if (end != null && end.isBefore(start)) {
      throw Refusal.invalid("When", Message.of("it-would-end-before-it-starts"));
    }
    return new Action.When(start, end, zone);
  }

  private static DateTimeParser hours(Point from, @Nullable Point until, ZoneId zone) {
    Instant start = at(from, zone).toInstant();
    Instant end = until == null ? null : at(until, zone).toInstant();
    return new DateTimeParser(inOrder(start, end, zone), false);
  }

  private static ZonedDateTime at(Point point, ZoneId zone) {
    LocalTime time = point.time();
    return time == null ? point.day().atStartOfDay(zone) : point.day().atTime(time).atZone(zone);
  }

  /**
   * A day, or a time of it.
   *
   * @param before where it begins; a time without a day is of that one
   */
  private static Point point(List<String> words, @Nullable Point before) {
    if (words.size() == 1 && words.getFirst().indexOf(':') > 0 && before != null) {
      return new Point(before.day(), time(words.getFirst()));
    }
    LocalDate day = words.isEmpty() ? null : ActionDetailFields.day("When", words.getFirst());
    if (day == null || words.size() > 2) {
      throw wrong();
    }
    return new Point(day, words.size() == 1 ? null : time(words.get(1)));
  }

  private static LocalTime time(String word) {
    try {
      return LocalTime.parse(word.length() == 4 ? "0" + word : word);
    } catch (DateTimeException e) {
      throw wrong();
    }
  }

  /** A zone by its name; null for what may be a day or a time. */
  private static @Nullable ZoneId zone(String word) {
    if (!word.contains("/") && !word.equalsIgnoreCase("UTC")) {
      return null;
    }
    try {
      return ZoneId.of(word.equalsIgnoreCase("UTC") ? "UTC" : word);
    } catch (DateTimeException e) {
      throw wrong();
    }
  }

  private static Refusal wrong() {
    return Refusal.invalid("When", RULE);
  }
}
