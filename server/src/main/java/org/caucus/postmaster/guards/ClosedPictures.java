package org.caucus.postmaster.guards;

import org.caucus.email.privacy.BarePictures;
import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.letters.Moderation;
import org.caucus.lists.Lists;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

/**
 * Asks the sender of a picture that tells where and when it was taken, and whose form allows
 * nothing to be taken out, where a list takes that out of all others. Where companies read, it is
 * left out of the copies instead, and civil society has it on the page.
 */
public record ClosedPictures() implements Step {
  @Override
  public Next take(Arrival arrival) {
    Intent intent = arrival.intent();
    boolean asks =
        arrival.seat() != null
            && intent != null
            && asks(arrival, intent)
            && BarePictures.hasClosed(arrival.incoming().raw());
    return Step.on(asks ? arrival.asking(Hold.Awaits.SENDER, Words.PICTURES) : arrival);
  }

  private static boolean asks(Arrival arrival, Intent intent) {
    return Moderation.listOf(arrival.workspace().lists(), intent)
        .map(list -> Lists.privacy(arrival.workspace(), list))
        .map(privacy -> privacy.bares() && !privacy.closes())
        .orElse(false);
  }
}
