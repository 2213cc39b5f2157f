package org.caucus.messaging.inbound.pipeline.guards;

import org.caucus.coalition.lists.MailContent.Waits;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.MessageTarget;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/**
 * Tells the author of an answer that changes something by its subject what that is, a minute before
 * others see it: a subject is easily overlooked, and much of it was written by others. Where mail
 * of a post does not wait, it is done at once.
 *
 * @param usual what waits where a workspace did not choose
 */
public record SubjectChangeGuard(Waits usual) implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    boolean acts =
        arrival.intent() instanceof MessageTarget.Answer answer
            && isActing(answer)
            && !SubjectAddition.settings(arrival).isEmpty();
    return PipelineStep.on(
        acts && arrival.concerns().isEmpty() && waits(arrival)
            ? arrival.asking(Hold.Awaits.SENDER, RefusalMessages.ANNOUNCED)
            : arrival);
  }

  private static boolean isActing(MessageTarget.Answer answer) {
    return answer.asks() != null || answer.change() != null || answer.course() != null;
  }

  private boolean waits(PipelineContext arrival) {
    return arrival.workspace().lists().waits("", usual) != Waits.NONE;
  }
}
