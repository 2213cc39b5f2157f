package org.caucus.identity.addresses;

import java.time.Instant;
import org.caucus.mail.message.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address that a person has proved to hold, and for how long.
 *
 * @param since when it was proved
 * @param until when the person ended it; null while it is theirs
 */
public record DatedAddress(MailAddress address, Instant since, @Nullable Instant until) {
  /** Whether it is the person's now. */
  public boolean current() {
    return until == null;
  }

  DatedAddress ended(Instant at) {
    return new DatedAddress(address, since, at);
  }
}
