package org.caucus.workspace;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.Event;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * What one command led to: one record of the log, so a command is all or nothing.
 *
 * @param sequence its place in the log; never leaves the server
 * @param id random; the opaque position browsers hold
 * @param seat who acted; null for the server itself
 * @param key what makes the command happen once
 */
public record Commit(
    @JsonIgnore long sequence,
    String id,
    Instant at,
    @Nullable SeatId seat,
    @Nullable IdempotencyKey key,
    List<Event> events)
    implements CommitEvents {
  /** A copy that nobody else can change. */
  public Commit {
    events = List.copyOf(events);
  }

  /** Who did it: taking a seat is the act of the person who sits on it now. Null for the server. */
  public @Nullable SeatId by() {
    if (seat != null) {
      return seat;
    }
    for (Event event : events) {
      if (event instanceof MemberEvent.SeatTaken taken) {
        return taken.seat();
      }
    }
    return null;
  }

  /**
   * Whose words these are: of what was said its author, no matter who let it in or had it
   * published, be it an hour. That somebody did is known to those alone who decide such things
   * (R8). Of all else the person who did it; null for the server.
   */
  public @Nullable SeatId speaker() {
    SeatId author = author();
    return author == null ? by() : author;
  }

  @Override
  public boolean widens() {
    return has(AudienceEvent.Widened.class);
  }

  /** Who said what was said with it; null if nothing was. */
  public @Nullable SeatId author() {
    for (Event event : events) {
      SeatId author = event.author();
      if (author != null) {
        return author;
      }
    }
    return null;
  }
}
