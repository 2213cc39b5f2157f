package org.caucus.postmaster.guards;

import org.caucus.command.Refusal;
import org.caucus.letters.HeldLetters;
import org.caucus.letters.MessageTarget;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.PipelineContext;
import org.caucus.postmaster.arrival.PipelineStep;
import org.caucus.postmaster.arrival.RefusalMessages;

/** Refuses the whole letter if it asks for an audience that its author cannot give it here. */
public record AudienceRequestCheck() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Audience wished = arrival.audience();
    Seat seat = arrival.seat();
    MessageTarget intent = arrival.intent();
    if (wished == null || seat == null || intent == null) {
      return PipelineStep.on(arrival);
    }
    try {
      arrival.workspace().access().choose(seat.id(), place(arrival, intent), wished);
      return PipelineStep.on(arrival);
    } catch (Refusal no) {
      return CommandErrorReply.refused(
          arrival,
          RefusalMessages.AUDIENCE_REFUSED + no.why(),
          AudienceHeaderLine.besides(arrival));
    }
  }

  /** Within which readers it can ask for some: everyone reads what comes of an update. */
  static Scope place(PipelineContext arrival, MessageTarget intent) {
    return intent instanceof MessageTarget.NewUpdate
        ? Scope.place(Audience.everyone())
        : HeldLetters.place(arrival.workspace(), intent);
  }
}
