package org.caucus.postmaster.guards;

import java.util.List;
import org.caucus.command.Refused;
import org.caucus.letters.Intent;
import org.caucus.letters.Letters;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.postmaster.readers.AudienceWords;

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
    Scope place =
        intent instanceof Intent.NewUpdate
            ? Scope.place(Audience.everyone())
            : Letters.place(arrival.workspace(), intent);
    try {
      arrival.workspace().access().choose(seat.id(), place, wished);
      return Step.on(arrival);
    } catch (Refused no) {
      AudienceWords words = new AudienceWords(arrival.workspace());
      return Head.refused(
          Words.AUDIENCE_REFUSED + no.why(),
          words
              .put(words.say(wished), seat, place)
              .map(right -> Head.asking(arrival, right))
              .orElse(List.of()));
    }
  }
}
