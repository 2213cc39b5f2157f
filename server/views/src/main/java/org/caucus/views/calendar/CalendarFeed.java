package org.caucus.views.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.caucus.coalition.query.Filter;
import org.caucus.messaging.calendar.CalendarMessages;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.views.feeds.FeedFormat;
import org.caucus.views.feeds.actions.ActionFeed;
import org.caucus.workspace.Workspace;

/**
 * The actions of a seat as a calendar to subscribe to.
 *
 * @param site where its pages are
 */
public record CalendarFeed(Site site) implements FeedFormat {
  /** What its address ends in. */
  public static final String FILE = "calendar.ics";

  @Override
  public String file() {
    return FILE;
  }

  @Override
  public String type() {
    return "text/calendar; charset=utf-8";
  }

  @Override
  public Set<String> words() {
    return Set.of(Filter.FIELD);
  }

  /** By the day, so that it is the same bytes until something changes. */
  @Override
  public String of(Workspace state, Reading reading) {
    Instant now = reading.now();
    Instant today = now.minusMillis(now.toEpochMilli() % Duration.ofDays(1).toMillis());
    return CalendarSubscription.of(
        state,
        reading.reader(),
        site,
        new CalendarMessages(reading.place().words().language()),
        today,
        ActionFeed.asked(state, reading));
  }
}
