package org.caucus.postmaster.brake;

import org.caucus.letters.MessageTarget;
import org.caucus.letters.words.ReplyCommand;
import org.caucus.letters.words.SubscriptionPhrases;
import org.caucus.postmaster.arrival.PipelineContext;
import org.caucus.postmaster.arrival.PipelineStep;
import org.caucus.postmaster.arrival.RefusalMessages;

/**
 * Refuses a letter that only asks for more or less mail where people would read it, and says where
 * that is asked for. What it answers may take one of these words itself.
 */
public record MisdirectedCommandGuard() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    String subject = arrival.incoming().letter().subject();
    boolean taken =
        arrival.intent() instanceof MessageTarget.Answer a
            && ReplyCommand.wish(a.parent(), arrival.text()).isPresent();
    return !taken && SubscriptionPhrases.isAll(arrival.text(), subject)
        ? PipelineStep.refuse(RefusalMessages.MISPLACED)
        : PipelineStep.on(arrival);
  }
}
