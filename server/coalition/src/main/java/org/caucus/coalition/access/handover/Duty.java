package org.caucus.coalition.access.handover;

import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;

/**
 * One thing that a seat has to do.
 *
 * @param thing the issue, action or update
 * @param scope who can read it, and so may be given it
 */
public record Duty(Ref thing, String title, Scope scope) {
  /** An action always has an owner: it can be given away, but not let go. */
  public boolean releasable() {
    return thing.kind() != Ref.Kind.ACTION;
  }
}
