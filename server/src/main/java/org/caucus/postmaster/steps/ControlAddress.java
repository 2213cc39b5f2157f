package org.caucus.postmaster.steps;

import org.caucus.command.Ref;
import org.caucus.postmaster.arrival.AddressPlan;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

/** Ends letters to a workspace's own addresses that are no answers. */
record ControlAddress() implements Step {
  @Override
  public Next take(Arrival arrival) {
    String detail = arrival.to().detail();
    boolean ofPlace = arrival.to().thing().kind() != Ref.Kind.WORKSPACE;
    if (ofPlace || detail.isEmpty() || detail.startsWith(AddressPlan.REPLY)) {
      return Step.on(arrival);
    }
    return detail.startsWith(AddressPlan.UNSUBSCRIBE)
        ? Step.drop(Words.UNSUBSCRIBE)
        : Step.refuse(Words.CONTROL);
  }
}
