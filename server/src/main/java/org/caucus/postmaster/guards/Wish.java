package org.caucus.postmaster.guards;

import org.caucus.command.Refused;
import org.caucus.letters.Intent;
import org.caucus.letters.Letters;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

/** Refuses the whole letter if it asks for an audience that its author cannot give it here. */
public record Wish() implements Step {
  @Override
  public Next take(Arrival arrival) {
    Audience wished = arrival.audience();
    Seat seat = arrival.seat();
    Intent intent = arrival.intent();
    if (wished == null || seat == null || intent == null) {
      return Step.on(arrival);
    }
    try {
      arrival.workspace().access().choose(seat.id(), place(arrival, intent), wished);
      return Step.on(arrival);
    } catch (Refused no) {
      return SentBack.refused(
          arrival, Words.AUDIENCE_REFUSED + no.why(), HeadLine.besides(arrival));
    }
  }

  /** Within which readers it can ask for some: everyone reads what comes of an update. */
  static Scope place(Arrival arrival, Intent intent) {
    return intent instanceof Intent.NewUpdate
        ? Scope.place(Audience.everyone())
        : Letters.place(arrival.workspace(), intent);
  }
}
