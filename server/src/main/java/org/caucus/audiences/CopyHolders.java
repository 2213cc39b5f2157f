package org.caucus.audiences;

import java.util.Set;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.log.WorkspaceId;

/** Knows from the ledger of deliveries who holds a mailed copy. */
@FunctionalInterface
public interface CopyHolders {
  /**
   * Seats that were sent this thing, or what hangs on it, by mail; as far as {@code asker} may know
   * of what was sent. Blocks.
   */
  Set<SeatId> of(WorkspaceId workspace, Ref thing, SeatId asker);
}
