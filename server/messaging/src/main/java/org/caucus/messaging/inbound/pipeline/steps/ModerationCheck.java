package org.caucus.messaging.inbound.pipeline.steps;

import java.util.Objects;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.mailcommands.replies.ReplyCommand;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.kernel.Message;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;

/** Asks a convenor where convenors chose to read first: a list that is stopped, a seat. */
record ModerationCheck() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Seat seat = arrival.seat();
    if (seat == null) {
      return PipelineStep.on(arrival);
    }
    PipelineContext asked = arrival;
    var intent = Objects.requireNonNull(arrival.intent(), "aimed");
    if (intent instanceof LetterReply a
        && (ReplyCommand.isAll(a.parent(), a.answers(), arrival.text())
            || a.reaction(arrival.text(), arrival.incoming().kept(), arrival.audience())
                .isPresent())) {
      return PipelineStep.on(arrival);
    }
    for (Message reason : ModerationSettings.reasons(arrival.workspace(), intent, seat)) {
      asked = asked.asking(Hold.Awaits.CONVENOR, reason);
    }
    return PipelineStep.on(asked);
  }
}
