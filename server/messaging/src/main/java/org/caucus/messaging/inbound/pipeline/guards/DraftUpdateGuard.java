package org.caucus.messaging.inbound.pipeline.guards;

import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.updates.mail.NewUpdate;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/** A liaison's letter for an update is a draft: it is published when its author confirms it. */
public record DraftUpdateGuard() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    boolean update = arrival.intent() instanceof NewUpdate && arrival.seat() != null;
    return PipelineStep.on(
        update ? arrival.asking(Hold.Awaits.SENDER, RefusalMessages.DRAFT) : arrival);
  }
}
