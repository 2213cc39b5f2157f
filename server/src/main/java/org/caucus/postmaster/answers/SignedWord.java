package org.caucus.postmaster.answers;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.email.NamedAddress;
import org.caucus.hints.Courtesy;
import org.caucus.hints.OfficeSignature;
import org.caucus.hints.OwnWords;
import org.caucus.hints.Shown;
import org.caucus.letters.Intent;
import org.caucus.letters.words.ActWord;
import org.caucus.letters.words.ReplyOrder;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;

/**
 * An answer of one word is that word, whatever its author's office puts below it: as a comment it
 * would be read by all, and do nothing.
 */
public record SignedWord() implements Step {
  @Override
  public Next take(Arrival arrival) {
    Seat seat = arrival.seat();
    if (seat == null || !(arrival.intent() instanceof Intent.Answer to)) {
      return Step.on(arrival);
    }
    List<String> own =
        OwnWords.of(arrival.text()).lines().map(Shown::line).dropWhile(String::isEmpty).toList();
    if (own.size() > 1 && Courtesy.isGreeting(own.getFirst())) {
      own = own.stream().skip(1).dropWhile(String::isEmpty).toList();
    }
    boolean signed =
        own.size() > 1
            && (ReplyOrder.isAll(to.parent(), to.answers(), own.getFirst())
                || ActWord.of(to.parent(), own.getFirst()).isPresent())
            && signature(arrival, seat).isAll(own.subList(1, own.size()));
    return Step.on(signed ? arrival.saying(own.getFirst()) : arrival);
  }

  private static OfficeSignature signature(Arrival arrival, Seat seat) {
    String shown = arrival.incoming().author().map(NamedAddress::name).orElse("");
    String address =
        arrival.incoming().author().map(NamedAddress::address).map(Object::toString).orElse("");
    return new OfficeSignature(Stream.of(shown, seat.name()).collect(Collectors.toSet()), address);
  }
}
