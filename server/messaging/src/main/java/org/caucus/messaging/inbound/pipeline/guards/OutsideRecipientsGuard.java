package org.caucus.messaging.inbound.pipeline.guards;

import java.util.Optional;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.moderation.Hold;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.workspace.Workspace;

/**
 * Asks the sender of a letter that also went to somebody who cannot read it here. One who is not
 * here, one who reads less and an address of ours that this sender cannot know are told apart by
 * nothing.
 */
public record OutsideRecipientsGuard(AddressPlan plan) implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Seat seat = arrival.seat();
    if (seat == null || arrival.intent() == null) {
      return PipelineStep.on(arrival);
    }
    Scope readers = arrival.readers();
    PlaceAddresses places = new PlaceAddresses(arrival.workspace(), plan);
    boolean any =
        arrival.beside().all().stream().anyMatch(a -> isOutside(arrival, places, readers, seat, a));
    return PipelineStep.on(
        any ? arrival.asking(Hold.Awaits.SENDER, RefusalMessages.OUTSIDER) : arrival);
  }

  private boolean isOutside(
      PipelineContext arrival,
      PlaceAddresses places,
      Scope readers,
      Seat seat,
      MailAddress address) {
    if (plan.here(address)) {
      Optional<Ref> place = places.at(address);
      boolean known =
          place.isPresent()
              ? place.get().equals(arrival.to().thing())
                  || places.readers(place.get(), seat.id()).isPresent()
              : places.isOwn(address);
      return !known;
    }
    Workspace w = arrival.workspace();
    return arrival
        .beside()
        .holder(address)
        .filter(
            p -> w.members().seatsOf(p).stream().anyMatch(s -> w.access().canRead(s.id(), readers)))
        .isEmpty();
  }
}
