package org.caucus.coalition.access;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.json.PlainJson;

/**
 * When somebody usually works, by their own clock.
 *
 * @param from minute of the day
 * @param until minute of the day, after that
 * @param days on which
 * @param zone in which, as in the tz database
 */
@PlainJson
public record WorkingHours(int from, int until, List<DayOfWeek> days, String zone) {
  /** A copy that nobody else can change. */
  public WorkingHours {
    days = List.copyOf(days);
  }

  /** The same with each day once, in their order. */
  public WorkingHours checked() {
    if (until <= from) {
      throw Refusal.invalid("hours", Message.of("working-hours-end-after-they-begin"));
    }
    try {
      ZoneId known = ZoneId.of(zone);
      return new WorkingHours(
          from, until, days.stream().distinct().sorted().toList(), known.getId());
    } catch (DateTimeException e) {
      throw Refusal.invalid("hours", Message.of("a-time-zone-has-a-name"));
    }
  }
}
