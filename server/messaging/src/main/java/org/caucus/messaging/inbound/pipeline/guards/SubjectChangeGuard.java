package org.caucus.messaging.inbound.pipeline.guards;

import java.time.Duration;
import java.time.Instant;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/**
 * Tells the author of an answer that changes something by its subject what that is, a minute before
 * others see it: a subject is easily overlooked, and much of it was written by others. That is so
 * wherever it is said, also where mail of a post does not wait. What cannot be done is not told as
 * if it could: it goes back at once.
 */
public record SubjectChangeGuard() implements PipelineStep {
  /** Such answers of one seat in a day that are done without its word; more wait for it. */
  public static final int MAX_ANNOUNCED = 20;

  private static final Duration DAY = Duration.ofDays(1);

  @Override
  public Next take(PipelineContext arrival) {
    boolean acts =
        arrival.intent() instanceof LetterReply answer
            && isActing(answer)
            && !SubjectAddition.settings(arrival).isEmpty();
    if (!acts || !arrival.concerns().isEmpty()) {
      return PipelineStep.on(arrival);
    }
    return CommandErrorReply.no(arrival)
        .filter(no -> no.kind() != Refusal.Kind.ABSENT)
        .map(no -> PipelineStep.refuse(no.message()))
        .orElseGet(() -> PipelineStep.on(arrival.asking(Hold.Awaits.SENDER, reason(arrival))));
  }

  private static boolean isActing(LetterReply answer) {
    return answer.asks() != null || answer.change() != null || answer.course() != null;
  }

  private static Message reason(PipelineContext arrival) {
    Instant since = arrival.incoming().received().minus(DAY);
    long announced =
        arrival.workspace().letters().holds().values().stream()
            .filter(h -> h.posts() != null && h.at().isAfter(since))
            .filter(h -> h.seat() != null && h.seat().equals(arrival.seatId()))
            .count();
    return announced < MAX_ANNOUNCED ? RefusalMessages.ANNOUNCED : RefusalMessages.MANY_ANNOUNCED;
  }
}
