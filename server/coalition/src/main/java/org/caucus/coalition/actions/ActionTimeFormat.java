package org.caucus.coalition.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;

/** When an action is, in words, in the zone it is announced in. */
public final class ActionTimeFormat {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("moments");

  private ActionTimeFormat() {}

  /** A line of it. */
  public static String when(Action action, Language language) {
    return line(bare(action.when(), action.details().allDay(), language), language);
  }

  /** The same line, of these words of a time. */
  static String line(String bare, Language language) {
    return PHRASES.say(language, "at", Map.of("time", bare));
  }

  /** The words of a time alone. */
  static String bare(Action.When when, Language language) {
    return bare(when, when.wholeDays().equals(when), language);
  }

  private static String bare(Action.When when, boolean allDay, Language language) {
    Instant starts = when.startsAt();
    ZoneId zone = when.zone();
    if (starts == null) {
      return PHRASES.say(language, "undecided");
    }
    if (!allDay) {
      return hours(when, starts, language);
    }
    String first = LocalFormats.weekday(language, starts.atZone(zone).toLocalDate());
    LocalDate last = last(when);
    return last.isAfter(starts.atZone(zone).toLocalDate())
        ? PHRASES.say(
            language, "days", Map.of("first", first, "last", LocalFormats.weekday(language, last)))
        : PHRASES.say(language, "all-day", Map.of("day", first));
  }

  /** From when until when; the day of its end where that is another. */
  private static String hours(Action.When when, Instant starts, Language language) {
    ZonedDateTime from = starts.atZone(when.zone());
    return when.endsAt() != null && when.endsAt().isAfter(starts)
        ? LocalFormats.span(language, from, when.endsAt())
        : LocalFormats.weekdayAndTime(language, from);
  }

  /** The last of several whole days; the end is the midnight after it. */
  private static LocalDate last(Action.When when) {
    Instant ends = when.endsAt();
    return ends == null ? LocalDate.MIN : ends.atZone(when.zone()).toLocalDate().minusDays(1);
  }
}
