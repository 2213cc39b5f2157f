package org.caucus.feeds;

import java.time.Instant;
import org.caucus.command.SeatId;
import org.caucus.workspace.Workspace;

/** Something else that is read at a feed's address, by another kind of program. */
public interface FeedForm {
  /** What its address ends in, such as {@code calendar.ics}. */
  String file();

  /** Its media type. */
  String type();

  /** What this seat can read now; the same text as long as nothing changed. */
  String of(Workspace state, SeatId reader, Instant now);
}
