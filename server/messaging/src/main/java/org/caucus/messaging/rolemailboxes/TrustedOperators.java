package org.caucus.messaging.rolemailboxes;

import java.util.function.Function;
import org.caucus.mail.auth.AuthenticatedOrigin;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.SenderTrust;

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
