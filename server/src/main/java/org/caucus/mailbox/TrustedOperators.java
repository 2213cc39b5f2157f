package org.caucus.mailbox;

import java.util.function.Function;
import org.caucus.email.origin.Origin;
import org.caucus.postmaster.arrival.Incoming;
import org.caucus.postmaster.arrival.Trust;

/**
 * An operator's answer is believed as a member's letter is.
 *
 * @param origins finds out where a letter is from; may block
 */
public record TrustedOperators(Trust trust, Function<Incoming, Origin> origins)
    implements OperatorMail.Proof {
  @Override
  public boolean of(Incoming incoming, String address) {
    Incoming found = incoming.from(origins.apply(incoming));
    return trust.proves(found, address);
  }
}
