package org.caucus.coalition.access.audience;

import java.util.Set;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;

/** Knows from the ledger of deliveries who holds a mailed copy. */
@FunctionalInterface
public interface CopyHolders {
  /**
   * Seats that were sent this thing, or what hangs on it, by mail; as far as {@code asker} may know
   * of what was sent. Blocks.
   */
  Set<SeatId> of(WorkspaceId workspace, Ref thing, SeatId asker);
}
