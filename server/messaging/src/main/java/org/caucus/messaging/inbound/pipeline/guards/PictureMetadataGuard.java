package org.caucus.messaging.inbound.pipeline.guards;

import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.moderation.Hold;
import org.caucus.mail.message.privacy.LetterPictureStripper;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/**
 * Asks the sender of a picture that tells where and when it was taken, and whose form allows
 * nothing to be taken out, where a list takes that out of all others. Where companies read, it is
 * left out of the copies instead, and civil society has it on the page.
 */
public record PictureMetadataGuard() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    MessageTarget intent = arrival.intent();
    boolean asks =
        arrival.seat() != null
            && intent != null
            && asks(arrival, intent)
            && LetterPictureStripper.hasClosed(arrival.incoming().raw());
    return PipelineStep.on(
        asks ? arrival.asking(Hold.Awaits.SENDER, RefusalMessages.PICTURES) : arrival);
  }

  private static boolean asks(PipelineContext arrival, MessageTarget intent) {
    return arrival
        .workspace()
        .mail(intent)
        .list()
        .map(list -> Lists.privacy(arrival.workspace(), list))
        .map(privacy -> privacy.bares() && !privacy.closes())
        .orElse(false);
  }
}
