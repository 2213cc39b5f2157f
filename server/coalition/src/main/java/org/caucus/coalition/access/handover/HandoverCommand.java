package org.caucus.coalition.access.handover;

import java.util.List;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What can be asked about leaving. */
public sealed interface HandoverCommand extends Command {
  /**
   * Passes on what a seat has to do, and ends it if it is not ended yet.
   *
   * @param successor the seat of the same organisation that takes over its history, and everything
   *     that is not named in {@code duties}; null if nobody takes over
   */
  record HandOver(SeatId seat, @Nullable SeatId successor, List<Passing> duties)
      implements HandoverCommand {}

  /**
   * Where one thing goes.
   *
   * @param to who takes it; null to let it go
   */
  record Passing(Ref ref, @Nullable SeatId to) {}
}
