package org.caucus.messaging.inbound.pipeline.guards;

import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.kernel.Refusal;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

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
          RefusalMessages.audienceRefused(no.message()),
          AudienceHeaderLine.besides(arrival));
    }
  }

  /** Within which readers it can ask for some: everyone reads what comes of an update. */
  static Scope place(PipelineContext arrival, MessageTarget intent) {
    return arrival.workspace().mail(intent).within();
  }
}
