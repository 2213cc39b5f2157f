package org.caucus.mailbox;

import java.util.function.Function;
import org.caucus.email.origin.AuthenticatedOrigin;
import org.caucus.postmaster.arrival.IncomingLetter;
import org.caucus.postmaster.arrival.SenderTrust;

/**
 * An operator's answer is believed as a member's letter is.
 *
 * @param origins finds out where a letter is from; may block
 */
public record TrustedOperators(
    SenderTrust trust, Function<IncomingLetter, AuthenticatedOrigin> origins)
    implements OperatorMail.Proof {
  @Override
  public boolean of(IncomingLetter incoming, String address) {
    IncomingLetter found = incoming.from(origins.apply(incoming));
    return trust.proves(found, address);
  }
}
