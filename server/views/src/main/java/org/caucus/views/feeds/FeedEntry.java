package org.caucus.views.feeds;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One thing in a feed, of whatever sort, as it leaves for another program.
 *
 * @param id a {@code tag:} URI (RFC 4151), the same in every feed; leads nowhere
 * @param page where it stands in the browser
 * @param author whose it is
 * @param tags its kind and the like, in lower case
 * @param at when it was made
 * @param changed when it last changed, as far as its reader may know
 */
public record FeedEntry(
    String id,
    String page,
    String title,
    String text,
    String author,
    List<String> tags,
    Instant at,
    Instant changed) {
  /**
   * Times to the millisecond: RFC 3339 allows more, but common readers take what stands after the
   * point for a count of milliseconds, and nine digits for up to eleven days.
   */
  public FeedEntry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    changed = changed.truncatedTo(ChronoUnit.MILLIS);
  }
}
