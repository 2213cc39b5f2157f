package org.caucus.actions.presence;

import java.time.Instant;
import org.caucus.actions.Commitment;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;

/**
 * One person's answer: whether they come themselves.
 *
 * @param note may be empty
 * @param audience the action's when it was given, and at every time since
 */
public record Rsvp(
    SeatId seat, Commitment.Answer answer, String note, Instant at, Audience audience) {
  Rsvp readBy(Audience to) {
    return new Rsvp(seat, answer, note, at, to);
  }
}
