package org.caucus.postmaster.steps;

import java.util.Optional;
import org.caucus.command.Ref;
import org.caucus.letters.Hold;
import org.caucus.letters.Moderation;
import org.caucus.members.Access;
import org.caucus.members.Role;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.jspecify.annotations.Nullable;

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
    Optional<Seat> seat = seat(arrival, arrival.writer().person());
    Optional<Seat> former = seat(arrival, arrival.writer().former());
    Ref to = arrival.to().thing();
    return switch (to.kind()) {
      case LIST, TRACKER ->
          arrival
              .workspace()
              .scopeOf(to)
              .map(place -> at(arrival, seat, former, place))
              .orElse(Step.refuse(Words.NOTHING_HERE));
      case ORGANISATION ->
          seat.filter(s -> speaksFor(s, to.id()))
              .map(s -> Step.on(arrival.from(s)))
              .orElse(Step.refuse(Words.UPDATES_ONLY));
      case WORKSPACE ->
          seat.map(s -> Step.on(arrival.from(s))).orElseGet(() -> stranger(arrival, former));
      case SEAT, INVITATION, THREAD, ENTRY, HOLD, ISSUE, UPDATE, ACTION ->
          Step.refuse(Words.NOTHING_HERE);
    };
  }

  private static Optional<Seat> seat(Arrival arrival, @Nullable String person) {
    return Optional.ofNullable(person).flatMap(arrival.workspace().members()::seatOf);
  }

  private static Next at(Arrival arrival, Optional<Seat> seat, Optional<Seat> former, Scope place) {
    Access access = arrival.workspace().access();
    return seat.filter(s -> access.canRead(s.id(), place))
        .map(s -> Step.on(arrival.from(s)))
        .orElseGet(() -> stranger(arrival, former.filter(s -> access.canRead(s.id(), place))));
  }

  private static boolean speaksFor(Seat seat, String company) {
    return seat.role() == Role.LIAISON && seat.organisation().equals(company);
  }

  /** Whoever could write here until they ended this address is told so: they may have forgotten. */
  private static Next stranger(Arrival arrival, Optional<Seat> former) {
    if (former.isPresent()) {
      return Step.refuse(Words.ENDED_ADDRESS);
    }
    Ref to = arrival.to().thing();
    boolean closed =
        to.kind() == Ref.Kind.LIST
            && arrival.workspace().letters().moderation().rule(to.id()).strangers()
                == Moderation.Strangers.REFUSE;
    return closed
        ? Step.refuse(Words.MEMBERS_ONLY)
        : Step.on(arrival.asking(Hold.Awaits.CONVENOR, Words.STRANGER));
  }
}
