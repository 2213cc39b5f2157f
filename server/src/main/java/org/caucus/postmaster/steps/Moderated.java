package org.caucus.postmaster.steps;

import java.util.Objects;
import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.letters.Moderation;
import org.caucus.letters.words.ReplyOrder;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;

/** Asks a convenor where convenors chose to read first: a list that is stopped, a seat. */
record Moderated() implements Step {
  @Override
  public Next take(Arrival arrival) {
    Seat seat = arrival.seat();
    if (seat == null) {
      return Step.on(arrival);
    }
    Arrival asked = arrival;
    var intent = Objects.requireNonNull(arrival.intent(), "aimed");
    if (intent instanceof Intent.Answer a
        && ReplyOrder.isAll(a.parent(), a.answers(), arrival.text())) {
      return Step.on(arrival);
    }
    for (String reason : Moderation.reasons(arrival.workspace(), intent, seat)) {
      asked = asked.asking(Hold.Awaits.CONVENOR, reason);
    }
    return Step.on(asked);
  }
}
