package org.caucus.postmaster.guards;

import java.util.Optional;
import org.caucus.command.Ref;
import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.AddressPlan;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

/**
 * Asks the sender of a letter that names two places here which do not have the same readers: its
 * answers would go from one to the other. Places of the same readers are two posts.
 */
public record OtherPlaces(AddressPlan plan) implements Step {
  @Override
  public Next take(Arrival arrival) {
    Seat seat = arrival.seat();
    if (seat == null || arrival.intent() == null) {
      return Step.on(arrival);
    }
    Audience readers = arrival.readers().audience();
    Places places = new Places(arrival.workspace(), plan);
    boolean differs =
        arrival.beside().all().stream()
            .flatMap(a -> places.at(a).stream())
            .filter(place -> !isItself(arrival, place))
            .map(place -> places.readers(place, seat.id()))
            .flatMap(Optional::stream)
            .map(Scope::audience)
            .anyMatch(other -> !other.equals(readers));
    return Step.on(differs ? arrival.asking(Hold.Awaits.SENDER, Words.TWO_PLACES) : arrival);
  }

  /** The place it came to, or the one in which the thing it answers stands. */
  private static boolean isItself(Arrival arrival, Ref place) {
    return place.equals(arrival.to().thing())
        || (arrival.intent() instanceof Intent.Answer answer
            && Places.of(arrival.workspace(), answer.parent()).equals(Optional.of(place)));
  }
}
