package org.caucus.messaging.inbound.pipeline.loops;

import java.util.Objects;
import org.caucus.coalition.mailcommands.replies.ReplyCommand;
import org.caucus.coalition.mailcommands.replies.SubscriptionPhrases;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/**
 * Refuses a letter that only asks for more or less mail where people would read it, and says where
 * that is asked for. What it answers may take one of these words itself.
 */
public record MisdirectedCommandGuard() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    String subject = arrival.incoming().letter().subject();
    boolean taken =
        arrival.intent() instanceof LetterReply a
            && (ReplyCommand.wish(a.parent(), arrival.text()).isPresent()
                || a.leaves(arrival.workspace(), arrival.text(), arrival.incoming().kept()));
    return !taken && SubscriptionPhrases.isAll(arrival.text(), subject)
        ? PipelineStep.refuse(
            ModerationSettings.isInConversation(
                    arrival.workspace(), Objects.requireNonNull(arrival.intent(), "aimed"))
                ? RefusalMessages.MISPLACED_IN_CONVERSATION
                : RefusalMessages.MISPLACED)
        : PipelineStep.on(arrival);
  }
}
