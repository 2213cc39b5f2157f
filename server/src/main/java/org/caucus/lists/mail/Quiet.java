package org.caucus.lists.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Hours of every day in which somebody wants no mail. What comes then waits for their end; it is
 * never left out.
 *
 * @param from minute of the day at which they begin, by the clock where the member is
 * @param until minute at which they end, the next morning if that is not later
 */
public record Quiet(int from, int until) {
  /** Minutes of a day. */
  public static final int DAY_MINUTES = 24 * 60;

  /**
   * Longest quiet hours, in minutes; whoever wants mail for less than eight hours takes digests.
   */
  public static final int MAX_MINUTES = 16 * 60;

  /** How long they are, in minutes by a clock that is not set. */
  public int minutes() {
    return Math.floorMod(until - from, DAY_MINUTES);
  }

  /**
   * When a letter of this moment may leave there: at once, or when the quiet hours around it end.
   * Where a clock is put forward over their end, that is when it shows a later time; where it is
   * put back, the second time it shows the end.
   */
  public Instant leaves(Instant at, ZoneId zone) {
    ZonedDateTime here = at.atZone(zone);
    int minute = here.getHour() * 60 + here.getMinute();
    boolean overnight = from >= until;
    boolean quiet = overnight ? minute >= from || minute < until : minute >= from && minute < until;
    if (!quiet) {
      return at;
    }
    LocalDate day = here.toLocalDate().plusDays(overnight && minute >= from ? 1 : 0);
    LocalTime end = LocalTime.of(until / 60, until % 60);
    return ZonedDateTime.of(day, end, zone).withLaterOffsetAtOverlap().toInstant();
  }
}
