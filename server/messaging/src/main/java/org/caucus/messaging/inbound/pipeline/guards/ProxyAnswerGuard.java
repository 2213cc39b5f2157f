package org.caucus.messaging.inbound.pipeline.guards;

import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.polls.mail.PollComment;
import org.caucus.kernel.Ref;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/**
 * Refuses an answer to a poll about which somebody else than its author would be asked: they would
 * read a ballot that may be hidden from all others. A comment is read by all of them anyhow.
 */
public record PollAnswerGuard() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    boolean isAnswer =
        arrival.intent() instanceof LetterReply answer && answer.parent().kind() == Ref.Kind.POLL;
    boolean othersAsked =
        arrival.concerns().stream().anyMatch(c -> c.awaits() == Hold.Awaits.CONVENOR);
    return isAnswer && (arrival.seat() == null || (othersAsked && !isComment(arrival)))
        ? PipelineStep.refuse(RefusalMessages.OTHERS_POLL)
        : PipelineStep.on(arrival);
  }

  private static boolean isComment(PipelineContext arrival) {
    return arrival.intent() instanceof LetterReply answer
        && arrival
            .workspace()
            .polls()
            .find(answer.parent().id())
            .flatMap(poll -> PollComment.in(poll, answer.answers(), arrival.text()))
            .isPresent();
  }
}
