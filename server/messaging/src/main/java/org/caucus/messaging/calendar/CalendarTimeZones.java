package org.caucus.messaging.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a time zone is, as far as the events beside it need it (RFC 5545 section 3.6.5): for each
 * time of theirs the change of the clock that it comes after. However long an event lasts, no other
 * is told a wrong hour by it.
 */
final class CalendarTimeZones {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  private CalendarTimeZones() {}

  /** Whether times in this zone are better given in UTC: it has no name that calendars know. */
  static boolean isPlain(ZoneId zone) {
    return zone.getRules().isFixedOffset();
  }

  /**
   * Whether clocks there show this time twice and it is the second: what stands beside the name of
   * a zone is the first (section 3.3.5), so it is given in UTC.
   */
  static boolean isSecond(ZoneId zone, Instant at) {
    ZoneRules rules = zone.getRules();
    LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
    List<ZoneOffset> offsets = rules.getValidOffsets(wall);
    return offsets.size() > 1 && rules.getOffset(at).equals(offsets.getLast());
  }

  /**
   * Writes it.
   *
   * @param times of the events; at least one
   */
  static void put(CalendarWriter lines, ZoneId zone, Collection<Instant> times) {
    ZoneRules rules = zone.getRules();
    lines.put("BEGIN", "VTIMEZONE").put("TZID", zone.getId());
    Instant first = Collections.min(times);
    if (before(rules, first).isEmpty()) {
      ZoneOffset offset = rules.getOffset(first);
      part(lines, rules.isDaylightSavings(first), EPOCH, offset, offset);
    }
    times.stream()
        .flatMap(at -> before(rules, at).stream())
        .distinct()
        .sorted()
        .forEach(
            change ->
                part(
                    lines,
                    rules.isDaylightSavings(change.getInstant()),
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter()));
    lines.put("END", "VTIMEZONE");
  }

  /** The change that a time comes after; empty if there was none yet. */
  private static Optional<ZoneOffsetTransition> before(ZoneRules rules, Instant at) {
    return Optional.ofNullable(rules.previousTransition(at.plusSeconds(1)))
        .filter(change -> !change.getDateTimeBefore().isBefore(EPOCH));
  }

  private static void part(
      CalendarWriter lines,
      boolean summer,
      LocalDateTime from,
      ZoneOffset before,
      ZoneOffset after) {
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
