package org.caucus.views.feeds;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;

/** Something else that is read at a feed's address, by another kind of program. */
public interface FeedFormat {
  /** What its address ends in, such as {@code calendar.ics}. */
  String file();

  /** Its media type. */
  String type();

  /**
   * What it can be narrowed by, and to which values that its reader may know; nothing unless
   * stated.
   */
  default Map<String, Set<String>> filters(Workspace state, SeatId reader) {
    return Map.of();
  }

  /** What narrows it in words of the reader's own, such as a filter; nothing unless stated. */
  default Set<String> words() {
    return Set.of();
  }

  /** What its reader can read now; the same text as long as nothing changed. */
  String of(Workspace state, Reading reading);

  /**
   * One reading of it.
   *
   * @param reader the seat whose address it is
   * @param by what it is narrowed to
   */
  record Reading(SeatId reader, FeedMetadata place, FeedFilter by, Instant now) {}
}
