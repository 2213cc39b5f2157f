package org.caucus.postmaster.guards;

import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

/** A liaison's letter for an update is a draft: it is published when its author confirms it. */
public record Drafted() implements Step {
  @Override
  public Next take(Arrival arrival) {
    boolean update = arrival.intent() instanceof Intent.NewUpdate && arrival.seat() != null;
    return Step.on(update ? arrival.asking(Hold.Awaits.SENDER, Words.DRAFT) : arrival);
  }
}
