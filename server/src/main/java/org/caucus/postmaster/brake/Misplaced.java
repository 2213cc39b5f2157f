package org.caucus.postmaster.brake;

import org.caucus.letters.Intent;
import org.caucus.letters.words.MailWish;
import org.caucus.letters.words.ReplyOrder;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

/**
 * Refuses a letter that only asks for more or less mail where people would read it, and says where
 * that is asked for. What it answers may take one of these words itself.
 */
public record Misplaced() implements Step {
  @Override
  public Next take(Arrival arrival) {
    String subject = arrival.incoming().letter().subject();
    boolean taken =
        arrival.intent() instanceof Intent.Answer a
            && ReplyOrder.wish(a.parent(), arrival.text()).isPresent();
    return !taken && MailWish.isAll(arrival.text(), subject)
        ? Step.refuse(Words.MISPLACED)
        : Step.on(arrival);
  }
}
