package org.caucus.messaging.delivery.bounces;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caucus.mail.message.MailAddress;

/** Whose an address is, as the accounts know it. */
public interface AddressOwners {
  /**
   * An address of a person.
   *
   * @param since when they proved to hold it
   */
  record Held(MailAddress address, Instant since) {}

  /** Where a person takes mail now, and since when they do. */
  Future<Optional<Held>> current(String person);

  /** All addresses that a person holds now. */
  Future<List<Held>> all(String person);

  /** Who holds an address. */
  Future<Optional<String>> holder(MailAddress address);
}
