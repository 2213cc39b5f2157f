package org.caucus.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a time zone is, as far as the events beside it need it: its offset when the first begins,
 * and each change until the last is over (RFC 5545 section 3.6.5).
 */
final class Zones {
  /** Changes that one zone is described with, at most. */
  static final int MAX_CHANGES = 64;

  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  private Zones() {}

  /** Whether times in this zone are better given in UTC: it has no name that calendars know. */
  static boolean isPlain(ZoneId zone) {
    return zone.getRules().isFixedOffset();
  }

  /** Writes it. */
  static void put(Lines lines, ZoneId zone, Instant from, Instant to) {
    ZoneRules rules = zone.getRules();
    lines.put("BEGIN", "VTIMEZONE").put("TZID", zone.getId());
    @Nullable ZoneOffsetTransition change = rules.previousTransition(from.plusSeconds(1));
    if (change == null || change.getDateTimeBefore().isBefore(EPOCH)) {
      ZoneOffset offset = rules.getOffset(from);
      part(lines, rules.isDaylightSavings(from), EPOCH, offset, offset);
      change = rules.nextTransition(from);
    }
    for (int i = 0; i < MAX_CHANGES && change != null; i++) {
      if (change.getInstant().isAfter(to)) {
        break;
      }
      part(
          lines,
          rules.isDaylightSavings(change.getInstant()),
          change.getDateTimeBefore(),
          change.getOffsetBefore(),
          change.getOffsetAfter());
      change = rules.nextTransition(change.getInstant());
    }
    lines.put("END", "VTIMEZONE");
  }

  private static void part(
      Lines lines, boolean summer, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
    String name = summer ? "DAYLIGHT" : "STANDARD";
    lines
        .put("BEGIN", name)
        .local("DTSTART", "", from)
        .put("TZOFFSETFROM", offset(before))
        .put("TZOFFSETTO", offset(after))
        .put("END", name);
  }

  private static String offset(ZoneOffset offset) {
    int seconds = offset.getTotalSeconds();
    int all = Math.abs(seconds);
    String text =
        String.format(
            Locale.ROOT, "%s%02d%02d", seconds < 0 ? "-" : "+", all / 3_600, all / 60 % 60);
    return all % 60 == 0 ? text : text + String.format(Locale.ROOT, "%02d", all % 60);
  }
}
