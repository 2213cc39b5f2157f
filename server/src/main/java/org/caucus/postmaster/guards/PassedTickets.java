package org.caucus.postmaster.guards;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.stream.Stream;
import org.caucus.email.EveryWord;
import org.caucus.email.RawLetter;
import org.caucus.email.privacy.OwnTickets;
import org.caucus.email.privacy.Sealed;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

/**
 * Takes what lets people in or out here out of what is shown: a quote of one's own copy has one's
 * return path and one's way to stop mail. The letter itself is cut when it is sent on; one that is
 * signed cannot be cut, and is refused. What is encrypted cannot be read.
 */
public record PassedTickets(OwnTickets tickets) implements Step {
  /** Those of an installation with this mail domain. */
  public PassedTickets(String domain) {
    this(new OwnTickets(domain));
  }

  @Override
  public Next take(Arrival arrival) {
    RawLetter raw = arrival.incoming().raw();
    if (Sealed.isIn(raw) && words(raw).anyMatch(tickets::isIn)) {
      return Step.refuse(Words.TICKETS);
    }
    return Step.on(arrival.saying(kept(arrival.text())));
  }

  /** What is kept of these words. */
  public String kept(String words) {
    return tickets.without(words);
  }

  /** Also the fields of a letter within the letter. */
  private static Stream<String> words(RawLetter raw) {
    return Stream.concat(EveryWord.of(raw).stream(), Stream.of(new String(raw.body(), ISO_8859_1)));
  }
}
