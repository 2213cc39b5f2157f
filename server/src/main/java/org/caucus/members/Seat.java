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
 * @param predecessor the seat this one took over from when it began; named audiences of that seat
 *     include this one
 * @param successor the seat that took over from this one later, likewise
 * @param awaits the seat this one is meant to take over from; nothing follows from it until then
 */
public record Seat(
    SeatId id,
    String person,
    String name,
    String organisation,
    Role role,
    Instant start,
    @Nullable Instant end,
    @Nullable SeatId predecessor,
    @Nullable SeatId successor,
    @Nullable SeatId awaits) {
  /** Reads and acts until it is ended. */
  public boolean active() {
    return end == null;
  }

  /** Whoever takes over does so when a seat ends, or later. */
  Seat asOf(Instant at) {
    return end == null || end.isBefore(at)
        ? this
        : new Seat(id, person, name, organisation, role, start, null, predecessor, null, awaits);
  }

  Seat ended(Instant at) {
    return new Seat(
        id, person, name, organisation, role, start, at, predecessor, successor, awaits);
  }

  Seat as(Role role) {
    return new Seat(
        id, person, name, organisation, role, start, end, predecessor, successor, awaits);
  }

  Seat followedBy(SeatId successor) {
    return new Seat(
        id, person, name, organisation, role, start, end, predecessor, successor, awaits);
  }
}
