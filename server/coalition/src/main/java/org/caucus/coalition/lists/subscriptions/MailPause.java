package org.caucus.coalition.lists.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.caucus.platform.json.PlainJson;

/**
 * Days on which somebody wants no mail. What is posted then is not sent later either; it stays
 * readable in the browser.
 *
 * @param from first day, where the member is
 * @param until last day
 */
@PlainJson
public record MailPause(LocalDate from, LocalDate until) {
  /** Longest pause, in days; anyone who wants none for good chooses that. */
  public static final int MAX_DAYS = 366;

  /** Whether it holds at this moment, there. */
  public boolean covers(Instant at, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /** When it is over, there. */
  public Instant end(ZoneId zone) {
    return until.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
