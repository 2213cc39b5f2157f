package org.caucus.postmaster.steps;

import org.caucus.letters.Hold;
import org.caucus.letters.MessageTarget;
import org.caucus.letters.words.ReplyCommand;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.PipelineContext;
import org.caucus.postmaster.arrival.PipelineStep;
import org.caucus.postmaster.arrival.RefusalMessages;

/** Asks a convenor about a letter of someone who reads along, unless it says nothing to others. */
record ReadOnlyRoleCheck() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Seat seat = arrival.seat();
    return PipelineStep.on(
        seat != null
                && seat.role() == org.caucus.members.Role.OBSERVER
                && !(arrival.intent() instanceof MessageTarget.Answer a
                    && ReplyCommand.isAll(a.parent(), a.answers(), arrival.text()))
            ? arrival.asking(Hold.Awaits.CONVENOR, RefusalMessages.OBSERVER)
            : arrival);
  }
}
