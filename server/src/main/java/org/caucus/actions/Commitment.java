package org.caucus.actions;

import java.time.Instant;
import org.caucus.command.SeatId;

/**
 * An organisation's word on whether it takes part.
 *
 * @param note with what, by whom; may be empty
 */
public record Commitment(String organisation, Answer answer, String note, SeatId seat, Instant at) {
  /** The word. */
  public enum Answer {
    WILL,
    MAY,
    WILL_NOT
  }
}
