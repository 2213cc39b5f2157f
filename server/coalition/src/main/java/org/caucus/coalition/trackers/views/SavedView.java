package org.caucus.coalition.trackers.views;

import java.time.Instant;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.SeatId;

/**
 * A view somebody saved.
 *
 * @param tracker key of its tracker
 * @param audience who finds it: its author alone, or those it is shared with
 * @param by who saved it first
 * @param at when; the person who joined too late to read that finds it not
 */
public record SavedView(
    String id,
    String tracker,
    String name,
    ViewLayout showing,
    Audience audience,
    SeatId by,
    Instant at) {
  /** Whether it is for its author alone. */
  public boolean own() {
    return audience instanceof Audience.Named n && n.seats().size() == 1 && n.names(by);
  }

  /** The same view, kept by somebody else. */
  public SavedView keptBy(SeatId keeper) {
    return new SavedView(id, tracker, name, showing, audience, keeper, at);
  }

  /** The same view, found by others from now on. */
  public SavedView sharedWith(Audience others, Instant now) {
    return new SavedView(id, tracker, name, showing, others, by, now);
  }

  /** The same view, called and showing something else. */
  public SavedView as(String otherName, ViewLayout other) {
    return new SavedView(id, tracker, otherName, other, audience, by, at);
  }
}
