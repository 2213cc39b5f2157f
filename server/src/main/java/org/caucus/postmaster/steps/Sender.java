package org.caucus.postmaster.steps;

import java.util.List;
import org.caucus.command.Ref;
import org.caucus.letters.Hold;
import org.caucus.letters.Moderation;
import org.caucus.members.Access;
import org.caucus.members.Role;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.AddressPlan;
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
    List<Seat> seats = seats(arrival, arrival.writer().person());
    List<Seat> former = seats(arrival, arrival.writer().former());
    Ref to = arrival.to().thing();
    return switch (to.kind()) {
      case LIST, TRACKER ->
          arrival
              .workspace()
              .scopeOf(to)
              .map(place -> at(arrival, seats, former, place))
              .orElse(Step.refuse(Words.NOTHING_HERE));
      case ORGANISATION ->
          seats.stream()
              .filter(s -> speaksFor(s, to.id()))
              .findFirst()
              .map(s -> Step.on(arrival.from(s)))
              .orElse(Step.refuse(Words.UPDATES_ONLY));
      case WORKSPACE ->
          AddressPlan.isActions(arrival.to().detail())
              ? planner(arrival, seats, former)
              // which of several, the answer address says
              : seats.stream()
                  .findFirst()
                  .map(s -> Step.on(arrival.from(s)))
                  .orElseGet(() -> stranger(arrival, former));
      case SEAT, INVITATION, THREAD, ENTRY, HOLD, ISSUE, UPDATE, ACTION ->
          Step.refuse(Words.NOTHING_HERE);
    };
  }

  private static List<Seat> seats(Arrival arrival, @Nullable String person) {
    return person == null ? List.of() : arrival.workspace().members().seatsOf(person);
  }

  /** Who has several seats that can read it says for which they write; it is never guessed. */
  private static Next at(Arrival arrival, List<Seat> seats, List<Seat> former, Scope place) {
    Access access = arrival.workspace().access();
    List<Seat> here = seats.stream().filter(s -> access.canRead(s.id(), place)).toList();
    String named = arrival.to().plain();
    List<Seat> meant =
        here.stream().filter(s -> named.isEmpty() || s.organisation().equals(named)).toList();
    if (meant.size() == 1) {
      return Step.on(arrival.from(meant.getFirst()));
    }
    if (!here.isEmpty()) {
      return Step.refuse(meant.isEmpty() ? Words.NOT_YOUR_SEAT : Words.WHICH_SEAT);
    }
    return stranger(arrival, former.stream().filter(s -> access.canRead(s.id(), place)).toList());
  }

  /** Who has several seats says for which they plan; it is never guessed. */
  private static Next planner(Arrival arrival, List<Seat> seats, List<Seat> former) {
    String named = AddressPlan.planner(arrival.to().detail());
    List<Seat> meant =
        seats.stream().filter(s -> named.isEmpty() || s.organisation().equals(named)).toList();
    if (meant.size() == 1) {
      return Step.on(arrival.from(meant.getFirst()));
    }
    if (!seats.isEmpty()) {
      return Step.refuse(meant.isEmpty() ? Words.NOT_YOUR_PLANNER : Words.WHICH_PLANNER);
    }
    return Step.refuse(former.isEmpty() ? Words.UPDATES_ONLY : Words.ENDED_ADDRESS);
  }

  private static boolean speaksFor(Seat seat, String company) {
    return seat.role() == Role.LIAISON && seat.organisation().equals(company);
  }

  /**
   * The person who could write here until they ended this address is told so: they may have
   * forgotten.
   */
  private static Next stranger(Arrival arrival, List<Seat> former) {
    if (!former.isEmpty()) {
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
