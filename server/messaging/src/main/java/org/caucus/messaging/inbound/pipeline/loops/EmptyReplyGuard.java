package org.caucus.messaging.inbound.pipeline.loops;

import java.util.EnumSet;
import java.util.Set;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.trackers.mail.IssueMailFields;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.mail.reply.ReplyText;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;

/**
 * Refuses an answer to an issue, an update or an action that has no words of its author and no
 * files, and changes nothing: it was sent by mistake, would open what is done again, and be mailed
 * to all who follow it.
 */
public record EmptyReplyGuard() implements PipelineStep {
  /** Refused. */
  public static final Message WORDLESS = Message.of("reasons.wordless");

  /** Refused. */
  public static final Message SO_ALREADY = Message.of("reasons.so-already");

  private static final Set<Ref.Kind> TOLD =
      EnumSet.of(Ref.Kind.ISSUE, Ref.Kind.UPDATE, Ref.Kind.ACTION);

  @Override
  public Next take(PipelineContext arrival) {
    return arrival.intent() instanceof LetterReply answer
            && TOLD.contains(answer.parent().kind())
            && answer.change() == null
            && answer.course() == null
            && isSilent(arrival)
        ? silent(arrival, answer)
        : PipelineStep.on(arrival);
  }

  private static boolean isSilent(PipelineContext arrival) {
    return ReplyText.lines(arrival.text()).isEmpty()
        && arrival.incoming().kept().attachments().isEmpty();
  }

  private static Next silent(PipelineContext arrival, LetterReply answer) {
    IssueMailFields asks = answer.asks();
    if (asks == null || asks.isOnly(null)) {
      return PipelineStep.refuse(WORDLESS);
    }
    boolean already =
        arrival.workspace().issues().find(answer.parent().id()).stream()
            .anyMatch(issue -> asks.isOnly(issue.state()));
    return already ? PipelineStep.refuse(SO_ALREADY) : PipelineStep.on(arrival);
  }
}
