package org.caucus.postmaster.guards;

import org.caucus.email.privacy.Sealed;
import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.letters.Moderation;
import org.caucus.lists.Lists;
import org.caucus.members.Role;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;

/**
 * Asks about a letter that is signed or encrypted where the list hides its authors' addresses or
 * takes remote content out: it cannot be changed, and shows at least its author's certificate. A
 * convenor is asked; of their own letter a convenor says so themselves.
 */
public record SignedLetter() implements Step {
  @Override
  public Next take(Arrival arrival) {
    Seat seat = arrival.seat();
    Intent intent = arrival.intent();
    if (seat == null || intent == null) {
      return Step.on(arrival);
    }
    boolean holds =
        Moderation.listOf(arrival.workspace().lists(), intent)
            .filter(list -> Lists.privacy(arrival.workspace(), list).holds())
            .isPresent();
    if (!holds || !Sealed.isIn(arrival.incoming().raw())) {
      return Step.on(arrival);
    }
    boolean own = seat.role() == Role.CONVENOR;
    return Step.on(
        arrival.asking(own ? Hold.Awaits.SENDER : Hold.Awaits.CONVENOR, Moderation.SIGNED));
  }
}
