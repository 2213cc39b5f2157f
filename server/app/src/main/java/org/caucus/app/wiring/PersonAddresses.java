package org.caucus.app.wiring;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.identity.Persons;
import org.caucus.identity.addresses.AddressHistory;
import org.caucus.identity.addresses.DatedAddress;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.delivery.bounces.AddressOwners;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.inbound.AccountLookup;
import org.caucus.platform.i18n.Language;

/** Whose addresses are whose, for those who send and take mail and know nothing of accounts. */
record PersonAddresses(Persons persons) implements SeatAddresses, AddressOwners, AccountLookup {
  @Override
  public Future<Optional<MailAddress>> of(String person) {
    return persons.find(person).map(p -> p.flatMap(found -> MailAddress.parse(found.address())));
  }

  @Override
  public Future<Optional<Language>> chosen(MailAddress address) {
    return persons
        .byAddress(address.toString())
        .map(p -> p.flatMap(found -> Optional.ofNullable(found.language())));
  }

  /** In which language to tell a person, by id: English, if they chose none. Blocks. */
  Language languageOf(String person) {
    return mailboxes(person).await().map(Mailboxes::language).orElse(Language.ENGLISH);
  }

  @Override
  public Future<Optional<Held>> current(String person) {
    return persons
        .addresses(person)
        .map(found -> found.map(a -> new Held(a.receiving(), a.receivingSince())));
  }

  @Override
  public Future<List<Held>> all(String person) {
    return persons
        .addresses(person)
        .map(
            found ->
                found.stream()
                    .flatMap(all -> all.current().stream())
                    .map(a -> new Held(a.address(), a.since()))
                    .toList());
  }

  @Override
  public Future<Map<String, Mailboxes>> of(Collection<String> persons) {
    return persons().written(persons).map(found -> mailboxes(found));
  }

  private static Map<String, Mailboxes> mailboxes(Map<String, Persons.Written> found) {
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> mailboxes(one.getValue())));
  }

  private static Mailboxes mailboxes(Persons.Written person) {
    AddressHistory held = person.addresses();
    return new Mailboxes(
        held.receiving(),
        held.current().stream().map(DatedAddress::address).toList(),
        Objects.requireNonNullElse(person.language(), Language.ENGLISH));
  }

  @Override
  public Future<Optional<String>> holder(MailAddress address) {
    return personByAddress(address.toString());
  }

  @Override
  public Future<Optional<String>> personByAddress(String address) {
    return persons.byAddress(address).map(p -> p.map(found -> found.id()));
  }

  @Override
  public Future<Optional<String>> formerly(MailAddress address) {
    return persons.formerly(address);
  }
}
