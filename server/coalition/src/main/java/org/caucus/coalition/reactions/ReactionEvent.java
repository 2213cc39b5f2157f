package org.caucus.coalition.reactions;

import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** What can happen to reactions. */
public sealed interface ReactionEvent extends Event {
  /** The message that it hangs on. */
  Ref on();

  /** Who read that when the reaction was given: nobody else is ever shown it. */
  Audience audience();

  /** A seat gave a reaction. */
  record ReactionAdded(Ref on, Reaction reaction, Audience audience, SeatId by)
      implements ReactionEvent {
    @Override
    public SeatId author() {
      return by;
    }
  }

  /**
   * A seat took its reaction back.
   *
   * @param audience that of the reaction
   */
  record ReactionRemoved(Ref on, Reaction reaction, Audience audience, SeatId by)
      implements ReactionEvent {
    @Override
    public SeatId author() {
      return by;
    }
  }
}
