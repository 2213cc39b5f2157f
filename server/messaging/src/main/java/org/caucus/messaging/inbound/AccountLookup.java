package org.caucus.messaging.inbound;

import io.vertx.core.Future;
import java.util.Optional;
import org.caucus.mail.message.MailAddress;

/** Finds the person behind a mail address. */
public interface AccountLookup {
  /**
   * The id of the person who holds this address now.
   *
   * @param address as in {@link org.caucus.mail.message.MailAddress#comparisonForm}
   */
  Future<Optional<String>> personByAddress(String address);

  /** The id of the person who held this address last and has ended it, if nobody holds it now. */
  Future<Optional<String>> formerly(MailAddress address);
}
