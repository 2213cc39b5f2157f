package org.caucus.coalition.actions;

import java.time.Instant;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * One person's answer: whether they come themselves.
 *
 * @param storedNote may be empty
 * @param at when it came
 * @param audience the action's when it was given, and at every time since
 * @param stamped when a calendar says that it was given; null for what no calendar wrote
 */
public record Rsvp(
    SeatId seat,
    Commitment.Answer answer,
    StoredText storedNote,
    Instant at,
    Audience audience,
    @Nullable Instant stamped) {
  Rsvp readBy(Audience to) {
    return new Rsvp(seat, answer, storedNote, at, to, stamped);
  }

  /** Whether it was given after this moment; mail may turn round what was given. */
  boolean isAfter(Instant other) {
    return (stamped == null ? at : stamped).isAfter(other);
  }

  /** What was said with it. */
  public String note() {
    return storedNote.toString();
  }
}
