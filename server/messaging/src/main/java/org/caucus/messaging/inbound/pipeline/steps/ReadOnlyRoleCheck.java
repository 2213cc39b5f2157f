package org.caucus.messaging.inbound.pipeline.steps;

import org.caucus.coalition.access.Seat;
import org.caucus.coalition.mailcommands.replies.ReplyCommand;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/** Asks a convenor about a letter of someone who reads along, unless it says nothing to others. */
record ReadOnlyRoleCheck() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Seat seat = arrival.seat();
    return PipelineStep.on(
        seat != null
                && seat.role() == org.caucus.coalition.access.Role.OBSERVER
                && !(arrival.intent() instanceof LetterReply a
                    && ReplyCommand.isAll(a.parent(), a.answers(), arrival.text()))
            ? arrival.asking(Hold.Awaits.CONVENOR, RefusalMessages.OBSERVER)
            : arrival);
  }
}
