package org.caucus.coalition.access;

import java.util.List;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/**
 * One thing that seats have to do.
 *
 * @param scope who can read it, and so may be given it
 * @param keepers whose it is
 * @param releasable whether it may be nobody's
 */
public record Duty(Ref thing, String title, Scope scope, List<SeatId> keepers, boolean releasable) {
  /** A copy that nobody else can change. */
  public Duty {
    keepers = List.copyOf(keepers);
  }
}
