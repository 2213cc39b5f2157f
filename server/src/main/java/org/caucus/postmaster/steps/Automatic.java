package org.caucus.postmaster.steps;

import java.util.Set;
import org.caucus.email.Automation;
import org.caucus.letters.Hold;
import org.caucus.postmaster.answers.CalendarAnswer;
import org.caucus.postmaster.arrival.AddressPlan;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Incoming;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

/**
 * Ends what a machine wrote: bounces, automatic answers, mail of other lists (RFC 3834). What may
 * be a machine's and comes from a member goes on, and a convenor looks before it is posted; of what
 * only reads like one its author is asked. It decides and orders nothing.
 */
record Automatic() implements Step {
  /** What calendars say of the answers that they send at somebody's press of a button. */
  private static final Set<Automation> CALENDARS =
      Set.of(Automation.AUTO_SUBMITTED, Automation.AUTO_REPLY, Automation.SUPPRESSES_ANSWERS);

  @Override
  public Next take(Arrival arrival) {
    if (arrival.to().detail().startsWith(AddressPlan.BOUNCE)) {
      return Step.drop(Words.BOUNCE);
    }
    Incoming incoming = arrival.incoming();
    return Automation.of(incoming.raw(), incoming.envelopeSender())
        .filter(a -> !CALENDARS.contains(a) || !isCalendars(arrival))
        .map(
            a ->
                isMembersPost(arrival)
                    ? Step.automatic(arrival, a)
                    : Step.drop(Words.AUTOMATIC + a.name()))
        .orElseGet(() -> unmarked(arrival));
  }

  /** Its author is asked what became of a post; nothing else that reads so is anybody's word. */
  private static Next unmarked(Arrival arrival) {
    if (!AwayMessage.isSeen(arrival.incoming()) || isCalendars(arrival)) {
      return Step.on(arrival);
    }
    if (isMembersPost(arrival)) {
      return Step.on(arrival.asking(Hold.Awaits.SENDER, Words.LIKE_AN_AWAY_MESSAGE));
    }
    boolean post = arrival.to().detail().isEmpty();
    return post ? Step.on(arrival) : Step.drop(Words.AUTOMATIC + "away message");
  }

  private static boolean isMembersPost(Arrival arrival) {
    String detail = arrival.to().plain();
    return arrival.writer().person() != null
        && (detail.isEmpty()
            || detail.equals(AddressPlan.ACTIONS)
            || detail.startsWith(AddressPlan.REPLY));
  }

  /** Whether it may be what somebody's calendar answers; that step ends it if it is not. */
  private static boolean isCalendars(Arrival arrival) {
    return arrival.to().detail().startsWith(AddressPlan.REPLY)
        && CalendarAnswer.isMeant(arrival.incoming());
  }
}
