package org.caucus.messaging.inbound.pipeline.steps;

import java.util.Objects;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.kernel.Message;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.workspace.Workspace;

/** Asks the sender whether they wrote it, where nothing else proves it. */
record Authentication(SenderTrust trust) implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    if (arrival.seat() == null) {
      return PipelineStep.on(arrival); // with a convenor already, who judges it by its words
    }
    ModerationSettings.Proof asked = asked(arrival);
    boolean proven = trust.proves(arrival.incoming(), arrival.to().address(), asked);
    Message why =
        asked == ModerationSettings.Proof.ASK
            ? RefusalMessages.ASKS_EVERYONE
            : RefusalMessages.UNPROVEN;
    if (proven) {
      return PipelineStep.on(arrival);
    }
    PipelineContext asking = arrival.asking(Hold.Awaits.SENDER, why);
    return PipelineStep.on(
        RefusalMessages.of(arrival.incoming().origin())
            .filter(found -> asked != ModerationSettings.Proof.ASK)
            .map(found -> asking.asking(Hold.Awaits.SENDER, found))
            .orElse(asking));
  }

  /** What the list it goes to asks for; elsewhere the usual. */
  private static ModerationSettings.Proof asked(PipelineContext arrival) {
    MessageTarget intent = Objects.requireNonNull(arrival.intent(), "aimed");
    Workspace w = arrival.workspace();
    return w.mail(intent)
        .list()
        .map(list -> w.letters().moderation().rule(list).proof())
        .orElse(ModerationSettings.Proof.SIGNATURE_OR_HOST);
  }
}
