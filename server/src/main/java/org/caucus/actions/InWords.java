package org.caucus.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When an action is, in words, in the zone it is announced in. */
public final class InWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm (VV)", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_IN_ZONE =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu (VV)", Locale.ENGLISH);

  private InWords() {}

  /** A line of it. */
  public static String when(Action action) {
    Instant starts = action.when().startsAt();
    ZoneId zone = action.when().zone();
    if (starts == null) {
      return "When: not decided yet";
    }
    if (!action.details().allDay()) {
      return "When: " + TIME.format(starts.atZone(zone));
    }
    String first = "When: " + DAY_IN_ZONE.format(starts.atZone(zone));
    LocalDate last = last(action.when());
    return last.isAfter(starts.atZone(zone).toLocalDate())
        ? first + " to " + DAY.format(last)
        : first + ", all day";
  }

  /** The last of several whole days; the end is the midnight after it. */
  private static LocalDate last(Action.When when) {
    Instant ends = when.endsAt();
    return ends == null ? LocalDate.MIN : ends.atZone(when.zone()).toLocalDate().minusDays(1);
  }
}
