package org.caucus.relay;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.caucus.email.MailAddress;

/** Where people take their mail now. */
public interface SeatAddresses {
  /** The address of a person; empty if there is none to write to. */
  Future<Optional<MailAddress>> of(String personId);

  /** All addresses at which they get mail, here or past this server. */
  default Future<List<MailAddress>> every(String personId) {
    return of(personId).map(one -> one.stream().toList());
  }
}
