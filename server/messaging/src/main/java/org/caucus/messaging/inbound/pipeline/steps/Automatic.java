package org.caucus.messaging.inbound.pipeline.steps;

import java.util.Set;
import org.caucus.coalition.moderation.Hold;
import org.caucus.mail.message.Automation;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.signed.CalendarAnswer;

/**
 * Ends what a machine wrote: bounces, automatic answers, mail of other lists (RFC 3834). What may
 * be a machine's and comes from a member goes on, and a convenor looks before it is posted; of what
 * only reads like one its author is asked. It decides and orders nothing, and begins no
 * conversation: there no convenor looks.
 */
record Automatic() implements PipelineStep {
  /** What calendars say of the answers that they send at somebody's press of a button. */
  private static final Set<Automation> CALENDARS =
      Set.of(Automation.AUTO_SUBMITTED, Automation.AUTO_REPLY, Automation.SUPPRESSES_ANSWERS);

  @Override
  public Next take(PipelineContext arrival) {
    if (arrival.to().detail().startsWith(AddressPlan.BOUNCE)) {
      return PipelineStep.drop(RefusalMessages.BOUNCE);
    }
    IncomingLetter incoming = arrival.incoming();
    return Automation.of(incoming.raw(), incoming.envelopeSender())
        .filter(a -> !CALENDARS.contains(a) || !isCalendars(arrival))
        .map(
            a ->
                isMembersPost(arrival) && !ConversationPeople.isAt(arrival)
                    ? PipelineStep.automatic(arrival, a)
                    : PipelineStep.drop(RefusalMessages.AUTOMATIC + a.name()))
        .orElseGet(() -> unmarked(arrival));
  }

  /** Its author is asked what became of a post; nothing else that reads so is anybody's word. */
  private static Next unmarked(PipelineContext arrival) {
    if (!AwayMessage.isSeen(arrival.incoming()) || isCalendars(arrival)) {
      return PipelineStep.on(arrival);
    }
    if (isMembersPost(arrival)) {
      return PipelineStep.on(
          arrival.asking(Hold.Awaits.SENDER, RefusalMessages.LIKE_AN_AWAY_MESSAGE));
    }
    boolean post = arrival.to().detail().isEmpty();
    return post
        ? PipelineStep.on(arrival)
        : PipelineStep.drop(RefusalMessages.AUTOMATIC + "away message");
  }

  private static boolean isMembersPost(PipelineContext arrival) {
    String detail = arrival.to().plain();
    return arrival.writer().person() != null
        && (detail.isEmpty()
            || AddressPlan.isOpening(detail)
            || detail.startsWith(AddressPlan.REPLY));
  }

  /** Whether it may be what somebody's calendar answers; that step ends it if it is not. */
  private static boolean isCalendars(PipelineContext arrival) {
    return arrival.to().detail().startsWith(AddressPlan.REPLY)
        && CalendarAnswer.isMeant(arrival.incoming());
  }
}
