package org.caucus.postmaster.guards;

import org.caucus.letters.Hold;
import org.caucus.letters.MessageTarget;
import org.caucus.postmaster.arrival.PipelineContext;
import org.caucus.postmaster.arrival.PipelineStep;
import org.caucus.postmaster.arrival.RefusalMessages;

/** A liaison's letter for an update is a draft: it is published when its author confirms it. */
public record DraftUpdateGuard() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    boolean update = arrival.intent() instanceof MessageTarget.NewUpdate && arrival.seat() != null;
    return PipelineStep.on(
        update ? arrival.asking(Hold.Awaits.SENDER, RefusalMessages.DRAFT) : arrival);
  }
}
