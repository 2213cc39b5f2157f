package org.caucus.workspace.scheduled;

import java.time.Instant;
import java.util.Optional;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** One sort of thing to which something is done at a time. Pure. */
public interface ScheduledCommand {
  /** The name of what notes its things, among the followers. */
  String name();

  /** What waits, for the log: {@code held letters}. */
  String what();

  /** The thing that an event may have given another time; empty if none. */
  Optional<String> thing(Event event);

  /** When something is to be done to a thing; empty if nothing is. */
  Optional<Instant> next(Workspace state, String thing);

  /** In whose name it is done; null for the server's. */
  default @Nullable SeatId actor(Workspace state, String thing) {
    return null;
  }

  /** What is to be done to it; asked when its time has come. */
  Command command(Workspace state, String thing, Instant now);
}
