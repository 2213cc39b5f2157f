package org.caucus.postmaster.steps;

import java.util.Objects;
import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.letters.Moderation;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Trust;
import org.caucus.postmaster.arrival.Words;
import org.caucus.workspace.Workspace;

/** Asks the sender whether they wrote it, where nothing else proves it. */
record Authentication(Trust trust) implements Step {
  @Override
  public Next take(Arrival arrival) {
    if (arrival.seat() == null) {
      return Step.on(arrival); // with a convenor already, who judges it by its words
    }
    Moderation.Proof asked = asked(arrival);
    boolean proven = trust.proves(arrival.incoming(), arrival.to().address(), asked);
    String why = asked == Moderation.Proof.ASK ? Words.ASKS_EVERYONE : Words.UNPROVEN;
    if (proven) {
      return Step.on(arrival);
    }
    Arrival asking = arrival.asking(Hold.Awaits.SENDER, why);
    String found = Words.of(arrival.incoming().origin());
    return Step.on(
        found.isEmpty() || asked == Moderation.Proof.ASK
            ? asking
            : asking.asking(Hold.Awaits.SENDER, found));
  }

  /** What the list it goes to asks for; elsewhere the usual. */
  private static Moderation.Proof asked(Arrival arrival) {
    Intent intent = Objects.requireNonNull(arrival.intent(), "aimed");
    Workspace w = arrival.workspace();
    return Moderation.listOf(w.lists(), intent)
        .map(list -> w.letters().moderation().rule(list).proof())
        .orElse(Moderation.Proof.SIGNATURE_OR_HOST);
  }
}
