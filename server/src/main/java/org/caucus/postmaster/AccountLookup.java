package org.caucus.postmaster;

import io.vertx.core.Future;
import java.util.Optional;

/** Finds the person behind a mail address. */
@FunctionalInterface
public interface AccountLookup {
  /**
   * The id of the person who holds this address now.
   *
   * @param address as in {@link org.caucus.email.MailAddress#comparisonForm}
   */
  Future<Optional<String>> personByAddress(String address);
}
