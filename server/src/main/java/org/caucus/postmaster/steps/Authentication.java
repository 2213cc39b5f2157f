package org.caucus.postmaster.steps;

import org.caucus.letters.Hold;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Trust;
import org.caucus.postmaster.arrival.Words;

/** Asks the sender whether they wrote it, where nothing else proves it. */
record Authentication(Trust trust) implements Step {
  @Override
  public Next take(Arrival arrival) {
    boolean proven =
        arrival
            .incoming()
            .author()
            .filter(a -> trust.proves(arrival.incoming(), a.address(), arrival.to().address()))
            .isPresent();
    // a stranger's letter is with a convenor already, who judges it by its words
    return Step.on(
        proven || arrival.seat() == null
            ? arrival
            : arrival.asking(Hold.Awaits.SENDER, Words.UNPROVEN));
  }
}
