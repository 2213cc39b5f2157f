package org.caucus.messaging.inbound.pipeline.guards;

import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.mail.message.privacy.SignedOrEncrypted;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;

/**
 * Asks about a letter that is signed or encrypted where the list hides its authors' addresses or
 * takes remote content out: it cannot be changed, and shows at least its author's certificate. A
 * convenor is asked; of their own letter a convenor says so themselves.
 */
public record SignedLetterGuard() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Seat seat = arrival.seat();
    MessageTarget intent = arrival.intent();
    if (seat == null || intent == null) {
      return PipelineStep.on(arrival);
    }
    boolean holds =
        arrival
            .workspace()
            .mail(intent)
            .list()
            .filter(list -> Lists.privacy(arrival.workspace(), list).holds())
            .isPresent();
    if (!holds || !SignedOrEncrypted.isIn(arrival.incoming().raw())) {
      return PipelineStep.on(arrival);
    }
    boolean own = seat.role() == Role.CONVENOR;
    return PipelineStep.on(
        arrival.asking(own ? Hold.Awaits.SENDER : Hold.Awaits.CONVENOR, ModerationSettings.SIGNED));
  }
}
