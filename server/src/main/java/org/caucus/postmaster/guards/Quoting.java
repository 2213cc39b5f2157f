package org.caucus.postmaster.guards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caucus.email.EveryWord;
import org.caucus.letters.Hold;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.quotes.Quotes;

/**
 * Asks the sender of a letter that quotes what fewer people can read, in any of its parts: also in
 * the alternative that is not shown, and in a letter sent along. What was said off record is not
 * carried further however its sender answers: such a letter is refused.
 */
public record Quoting(Quotes quotes) implements Step {
  @Override
  public Next take(Arrival arrival) {
    Seat seat = arrival.seat();
    if (seat == null || arrival.intent() == null) {
      return Step.on(arrival);
    }
    List<String> texts = new ArrayList<>(EveryWord.of(arrival.incoming().raw()));
    texts.add(arrival.text());
    texts.add(arrival.incoming().letter().subject());
    arrival.incoming().letter().attachments().forEach(file -> texts.add(file.fileName()));
    texts.addAll(arrival.incoming().enclosed());
    Optional<Quotes.Narrower> found =
        quotes.find(arrival.workspace(), seat.id(), arrival.readers(), texts);
    if (found.filter(Quotes.Narrower::offRecord).isPresent()) {
      return Step.refuse(Words.OFF_RECORD);
    }
    return Step.on(found.isPresent() ? arrival.asking(Hold.Awaits.SENDER, Words.QUOTES) : arrival);
  }
}
