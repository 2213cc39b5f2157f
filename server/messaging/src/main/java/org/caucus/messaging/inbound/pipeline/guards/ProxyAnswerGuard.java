package org.caucus.messaging.inbound.pipeline.guards;

import java.util.Optional;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.polls.mail.PollComment;
import org.caucus.kernel.Message;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/**
 * Refuses an answer to a poll or a review about which somebody else than its author would be asked:
 * they would read a word that is for others, and could not give it in their name. A comment on a
 * poll is read by all of them anyhow.
 */
public record ProxyAnswerGuard() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    boolean othersAsked =
        arrival.seat() == null
            || arrival.concerns().stream().anyMatch(c -> c.awaits() == Hold.Awaits.CONVENOR);
    Optional<Message> why = othersAsked ? why(arrival) : Optional.empty();
    return why.map(PipelineStep::refuse).orElseGet(() -> PipelineStep.on(arrival));
  }

  private static Optional<Message> why(PipelineContext arrival) {
    if (!(arrival.intent() instanceof LetterReply answer)) {
      return Optional.empty();
    }
    return switch (answer.parent().kind()) {
      case POLL ->
          arrival.seat() != null && isComment(arrival, answer)
              ? Optional.empty()
              : Optional.of(RefusalMessages.OTHERS_POLL);
      case REVIEW -> Optional.of(RefusalMessages.OTHERS_REVIEW);
      default -> Optional.empty();
    };
  }

  private static boolean isComment(PipelineContext arrival, LetterReply answer) {
    return arrival
        .workspace()
        .polls()
        .find(answer.parent().id())
        .flatMap(poll -> PollComment.in(poll, answer.answers(), arrival.text()))
        .isPresent();
  }
}
