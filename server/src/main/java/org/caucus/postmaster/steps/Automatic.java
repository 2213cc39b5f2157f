package org.caucus.postmaster.steps;

import org.caucus.email.Automation;
import org.caucus.postmaster.arrival.AddressPlan;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Incoming;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

/** Ends what a machine wrote: bounces, automatic answers, mail of other lists (RFC 3834). */
record Automatic() implements Step {
  @Override
  public Next take(Arrival arrival) {
    if (arrival.to().detail().startsWith(AddressPlan.BOUNCE)) {
      return Step.drop(Words.BOUNCE);
    }
    Incoming incoming = arrival.incoming();
    return Automation.of(incoming.raw(), incoming.envelopeSender())
        .map(a -> Step.drop(Words.AUTOMATIC + a.name()))
        .orElse(Step.on(arrival));
  }
}
