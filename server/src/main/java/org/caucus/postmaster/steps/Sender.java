package org.caucus.postmaster.steps;

import java.util.Optional;
import org.caucus.command.Ref;
import org.caucus.letters.Hold;
import org.caucus.members.Role;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

/**
 * Finds the seat that writes. A member who cannot read the place is a stranger to it, in every
 * answer and every reason: else an address would tell what exists.
 */
record Sender() implements Step {
  @Override
  public Next take(Arrival arrival) {
    if (arrival.incoming().author().isEmpty()) {
      return Step.refuse(Words.ONE_AUTHOR);
    }
    Optional<Seat> seat =
        Optional.ofNullable(arrival.person()).flatMap(arrival.workspace().members()::seatOf);
    Ref to = arrival.to().thing();
    return switch (to.kind()) {
      case LIST, TRACKER ->
          arrival
              .workspace()
              .scopeOf(to)
              .map(place -> at(arrival, seat, place))
              .orElse(Step.refuse(Words.NOTHING_HERE));
      case ORGANISATION ->
          seat.filter(s -> speaksFor(s, to.id()))
              .map(s -> Step.on(arrival.from(s)))
              .orElse(Step.refuse(Words.UPDATES_ONLY));
      case WORKSPACE -> seat.map(s -> Step.on(arrival.from(s))).orElse(stranger(arrival));
      case SEAT, INVITATION, THREAD, ENTRY, HOLD, ISSUE, UPDATE, ACTION ->
          Step.refuse(Words.NOTHING_HERE);
    };
  }

  private static Next at(Arrival arrival, Optional<Seat> seat, Scope place) {
    return seat.filter(s -> arrival.workspace().access().canRead(s.id(), place))
        .map(s -> Step.on(arrival.from(s)))
        .orElse(stranger(arrival));
  }

  private static boolean speaksFor(Seat seat, String company) {
    return seat.role() == Role.LIAISON && seat.organisation().equals(company);
  }

  private static Next stranger(Arrival arrival) {
    return Step.on(arrival.asking(Hold.Awaits.CONVENOR, Words.STRANGER));
  }
}
