package org.caucus.coalition.actions;

import java.time.Duration;

/** When those who take part are reminded, before an action begins. */
public enum Reminder {
  WEEK(Duration.ofDays(7)),
  TWO_DAYS(Duration.ofDays(2)),
  DAY(Duration.ofDays(1)),
  TWO_HOURS(Duration.ofHours(2)),
  HALF_HOUR(Duration.ofMinutes(30));

  private final Duration before;

  Reminder(Duration before) {
    this.before = before;
  }

  /** How long before it begins. */
  public Duration before() {
    return before;
  }
}
