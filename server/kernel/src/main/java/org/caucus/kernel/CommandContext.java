package org.caucus.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of one command, so that deciders need no clock, no randomness and no session.
 *
 * @param id random id of the commit; it is also the opaque position that leaves the server
 * @param at when it is decided
 * @param seat who acts; null for what the server does itself
 * @param thing random id for what is made
 * @param entry random id for the first entry of what is made
 */
public record CommandContext(
    String id, Instant at, @Nullable SeatId seat, String thing, String entry) {
  /**
   * The acting seat.
   *
   * @throws Refusal if the server itself acts where a seat must
   */
  public SeatId by() {
    if (seat == null) {
      throw Refusal.forbidden(Message.of("only-a-seat-can-do-this"));
    }
    return seat;
  }
}
