package org.caucus.messaging.inbound.pipeline;

import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What an answer address stands for.
 *
 * @param parent the thread, issue, update or action
 * @param entry the entry that is answered; null for the thing itself
 * @param seat whose address it is; it proves nothing about who wrote
 * @param known who read what is answered when that seat was sent it
 */
public record ReplyTo(Ref parent, @Nullable String entry, SeatId seat, Audience known) {
  /** Opens tickets. */
  @FunctionalInterface
  public interface Lookup {
    /** Empty if forged, expired or of another workspace. */
    Optional<ReplyTo> open(String ticket, Workspace workspace);
  }
}
