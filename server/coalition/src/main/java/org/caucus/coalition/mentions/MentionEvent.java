package org.caucus.coalition.mentions;

import java.util.List;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** What can happen to mentions. */
public sealed interface MentionEvent extends Event {
  /** The thing in whose words it is. */
  Ref of();

  /**
   * Somebody mentioned others in what they said with the same commit.
   *
   * @param whom those who were not mentioned there before
   */
  record Mentioned(Ref of, SeatId by, List<Mention> whom) implements MentionEvent {
    /** A copy that nobody else can change. */
    public Mentioned {
      whom = List.copyOf(whom);
    }
  }

  /** Somebody who was asked something needs to hear of it no more. */
  record MentionDismissed(Ref of, SeatId by) implements MentionEvent {}
}
