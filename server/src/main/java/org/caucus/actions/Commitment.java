package org.caucus.actions;

import java.time.Instant;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;

/**
 * An organisation's word on whether it takes part.
 *
 * @param note with what, by whom; may be empty
 * @param audience the action's when it was given, and at every time since
 */
public record Commitment(
    String organisation, Answer answer, String note, SeatId seat, Instant at, Audience audience) {
  Commitment readBy(Audience to) {
    return new Commitment(organisation, answer, note, seat, at, to);
  }

  /** The word. */
  public enum Answer {
    WILL,
    MAY,
    WILL_NOT
  }
}
