package org.caucus;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.caucus.accounts.Persons;
import org.caucus.bounces.Holders;
import org.caucus.email.MailAddress;
import org.caucus.relay.SeatAddresses;

/** Where persons take mail, for those who send it and know nothing of accounts. */
record Addressbook(Persons persons) implements SeatAddresses, Holders {
  @Override
  public Future<Optional<MailAddress>> of(String person) {
    return persons.find(person).map(p -> p.flatMap(found -> MailAddress.parse(found.address())));
  }

  @Override
  public Future<Optional<MailAddress>> current(String person) {
    return of(person);
  }

  @Override
  public Future<List<Held>> all(String person) {
    return persons
        .addresses(person)
        .map(all -> all.stream().map(a -> new Held(a.address(), a.verified())).toList());
  }

  @Override
  public Future<Optional<String>> holder(MailAddress address) {
    return persons.byAddress(address.toString()).map(p -> p.map(found -> found.id()));
  }
}
