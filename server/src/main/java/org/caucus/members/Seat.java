package org.caucus.members;

import java.time.Instant;
import org.caucus.command.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * A person's place in a workspace for an organisation. History, audience and duties belong to the
 * seat, so they outlive the person.
 *
 * @param person id of the person in {@code accounts}
 * @param name the name the coalition sees
 * @param predecessor the seat this one took over from; named audiences of that seat include this
 *     one
 */
public record Seat(
    SeatId id,
    String person,
    String name,
    String organisation,
    Role role,
    Instant start,
    @Nullable Instant end,
    @Nullable SeatId predecessor) {
  /** Reads and acts until it is ended. */
  public boolean active() {
    return end == null;
  }

  Seat ended(Instant at) {
    return new Seat(id, person, name, organisation, role, start, at, predecessor);
  }
}
