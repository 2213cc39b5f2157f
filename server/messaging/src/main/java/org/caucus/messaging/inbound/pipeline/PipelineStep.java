package org.caucus.messaging.inbound.pipeline;

import java.util.List;
import org.caucus.coalition.moderation.Hold;
import org.caucus.kernel.Message;
import org.caucus.mail.message.Automation;

/** One step: passes the letter on, richer by what it found, or ends its way. */
@FunctionalInterface
public interface PipelineStep {
  /** Looks at it. */
  Next take(PipelineContext arrival);

  /** Where a letter goes after a step. */
  sealed interface Next {}

  /** To the next step. */
  record On(PipelineContext arrival) implements Next {}

  /** No further. */
  record End(Verdict verdict) implements Next {}

  /** On to the next step. */
  static Next on(PipelineContext arrival) {
    return new On(arrival);
  }

  /** Refused with a sentence for its sender. */
  static Next refuse(Message why) {
    return new End(new Verdict.Refuse(List.of(why)));
  }

  /** Dropped where a machine wrote it for certain; else a convenor looks at it first. */
  static Next automatic(PipelineContext arrival, Automation mark) {
    return mark.isCertain()
        ? drop(RefusalMessages.AUTOMATIC + mark.name())
        : on(arrival.asking(Hold.Awaits.CONVENOR, RefusalMessages.LIKE_A_MACHINES));
  }

  /** Dropped with a reason for the log. */
  static Next drop(String why) {
    return new End(new Verdict.Drop(why));
  }
}
