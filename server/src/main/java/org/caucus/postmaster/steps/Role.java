package org.caucus.postmaster.steps;

import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.letters.words.ReplyOrder;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

/** Asks a convenor about a letter of someone who reads along, unless it says nothing to others. */
record Role() implements Step {
  @Override
  public Next take(Arrival arrival) {
    Seat seat = arrival.seat();
    return Step.on(
        seat != null
                && seat.role() == org.caucus.members.Role.OBSERVER
                && !(arrival.intent() instanceof Intent.Answer a
                    && ReplyOrder.isAll(a.parent(), a.answers(), arrival.text()))
            ? arrival.asking(Hold.Awaits.CONVENOR, Words.OBSERVER)
            : arrival);
  }
}
