package org.caucus.messaging.inbound.pipeline.guards;

import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.kernel.Ref;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/**
 * Asks the sender of a letter that names two places here which do not have the same readers: its
 * answers would go from one to the other. Places of the same readers are two posts.
 */
public record CrossPostGuard(AddressPlan plan) implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Seat seat = arrival.seat();
    if (seat == null || arrival.intent() == null) {
      return PipelineStep.on(arrival);
    }
    Audience readers = arrival.readers().audience();
    PlaceAddresses places = new PlaceAddresses(arrival.workspace(), plan);
    boolean differs =
        arrival.beside().all().stream()
            .flatMap(a -> places.at(a).stream())
            .filter(place -> !isItself(arrival, place))
            .map(place -> places.readers(place, seat.id()))
            .flatMap(Optional::stream)
            .map(Scope::audience)
            .anyMatch(other -> !other.equals(readers));
    return PipelineStep.on(
        differs ? arrival.asking(Hold.Awaits.SENDER, RefusalMessages.TWO_PLACES) : arrival);
  }

  /** The place it came to, or the one in which the thing it answers stands. */
  private static boolean isItself(PipelineContext arrival, Ref place) {
    return place.equals(arrival.to().thing())
        || (arrival.intent() instanceof LetterReply answer
            && PlaceAddresses.of(arrival.workspace(), answer.parent()).equals(Optional.of(place)));
  }
}
