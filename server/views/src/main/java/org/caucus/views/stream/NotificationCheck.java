package org.caucus.views.stream;

import java.util.Set;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/** Knows for whom something rings. Asked on an event loop: must not block. */
@FunctionalInterface
public interface NotificationCheck {
  /** The seats that a commit concerns in particular, of those that may know of it now. */
  Set<SeatId> of(Workspace now, Commit commit);
}
