package org.caucus.coalition.lists.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.Stream;

/**
 * Hours of every day in which somebody wants no mail. What comes then waits for their end; it is
 * never left out.
 *
 * @param from minute of the day at which they begin, by the clock where the member is
 * @param until minute at which they end, the next morning if that is not later
 */
public record QuietHours(int from, int until) {
  /** Minutes of a day. */
  public static final int DAY_MINUTES = 24 * 60;

  /**
   * Longest quiet hours, in minutes; anyone who wants mail for less than eight hours takes digests.
   */
  public static final int MAX_MINUTES = 16 * 60;

  /** How long they are, in minutes by a clock that is not set. */
  public int minutes() {
    return Math.floorMod(until - from, DAY_MINUTES);
  }

  /**
   * When a letter of this moment may leave there: at once, or when the quiet hours around it end.
   * Where a clock is put forward over their end, that is when it shows a later time; where it is
   * put back, they begin the first time it shows their beginning and end the second time it shows
   * their end, and what comes between is in them whatever the clock shows.
   */
  public Instant leaves(Instant at, ZoneId zone) {
    LocalDate today = at.atZone(zone).toLocalDate();
    return Stream.of(today.minusDays(1), today) // last night's may go on
        .filter(day -> !begin(day, zone).isAfter(at))
        .map(day -> end(day, zone))
        .filter(end -> end.isAfter(at))
        .findFirst()
        .orElse(at);
  }

  private Instant begin(LocalDate day, ZoneId zone) {
    LocalDateTime wall = day.atTime(from / 60, from % 60);
    ZoneOffsetTransition change = zone.getRules().getTransition(wall);
    return change != null && change.isGap()
        ? change.getInstant()
        : wall.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  private Instant end(LocalDate day, ZoneId zone) {
    LocalDateTime wall = day.plusDays(from >= until ? 1 : 0).atTime(until / 60, until % 60);
    return wall.atZone(zone).withLaterOffsetAtOverlap().toInstant();
  }
}
