package org.caucus.postmaster.guards;

import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.lists.MailContent.Waits;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

/**
 * Tells the author of an answer that changes something by its subject what that is, a minute before
 * others see it: a subject is easily overlooked, and much of it was written by others. Where mail
 * of a post does not wait, it is done at once.
 *
 * @param usual what waits where a workspace did not choose
 */
public record Announced(Waits usual) implements Step {
  @Override
  public Next take(Arrival arrival) {
    boolean acts =
        arrival.intent() instanceof Intent.Answer answer
            && isActing(answer)
            && !Added.settings(arrival).isEmpty();
    return Step.on(
        acts && arrival.concerns().isEmpty() && waits(arrival)
            ? arrival.asking(Hold.Awaits.SENDER, Words.ANNOUNCED)
            : arrival);
  }

  private static boolean isActing(Intent.Answer answer) {
    return answer.asks() != null || answer.change() != null || answer.course() != null;
  }

  private boolean waits(Arrival arrival) {
    return arrival.workspace().lists().waits("", usual) != Waits.NONE;
  }
}
