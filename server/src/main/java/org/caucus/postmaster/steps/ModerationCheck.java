package org.caucus.postmaster.steps;

import java.util.Objects;
import org.caucus.letters.Hold;
import org.caucus.letters.MessageTarget;
import org.caucus.letters.ModerationSettings;
import org.caucus.letters.words.ReplyCommand;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.PipelineContext;
import org.caucus.postmaster.arrival.PipelineStep;

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
    if (intent instanceof MessageTarget.Answer a
        && ReplyCommand.isAll(a.parent(), a.answers(), arrival.text())) {
      return PipelineStep.on(arrival);
    }
    for (String reason : ModerationSettings.reasons(arrival.workspace(), intent, seat)) {
      asked = asked.asking(Hold.Awaits.CONVENOR, reason);
    }
    return PipelineStep.on(asked);
  }
}
