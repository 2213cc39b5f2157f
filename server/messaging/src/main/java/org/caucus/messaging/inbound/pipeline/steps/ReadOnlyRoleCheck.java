package org.caucus.messaging.inbound.pipeline.steps;

import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.mailcommands.replies.ReplyCommand;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/** Asks a convenor about a letter of someone who reads along, unless it says nothing to others. */
record ReadOnlyRoleCheck() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Seat seat = arrival.seat();
    if (seat == null || seat.role() != Role.OBSERVER || isAllOrder(arrival)) {
      return PipelineStep.on(arrival);
    }
    return isInConversation(arrival)
        ? PipelineStep.refuse(RefusalMessages.OBSERVERS_READ_CONVERSATIONS)
        : PipelineStep.on(arrival.asking(Hold.Awaits.CONVENOR, RefusalMessages.OBSERVER));
  }

  private static boolean isAllOrder(PipelineContext arrival) {
    return arrival.intent() instanceof LetterReply a
        && (ReplyCommand.isAll(a.parent(), a.answers(), arrival.text())
            || a.leaves(arrival.workspace(), arrival.text(), arrival.incoming().kept()));
  }

  /** There a convenor is asked nothing: who is not in it does not read it. */
  private static boolean isInConversation(PipelineContext arrival) {
    return arrival.intent() instanceof LetterReply reply
        && ModerationSettings.isInConversation(arrival.workspace(), reply);
  }
}
