package org.caucus.app.wiring;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.caucus.identity.Persons;
import org.caucus.identity.addresses.AddressHistory;
import org.caucus.identity.addresses.DatedAddress;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.delivery.bounces.AddressOwners;
import org.caucus.messaging.distribution.headers.TextOnly;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.inbound.AccountLookup;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.SeatIndex;
import org.caucus.workspace.Workspace;

/** Whose addresses are whose, for those who send and take mail and know nothing of accounts. */
record PersonAddresses(Persons persons, Rooms rooms, SeatIndex seatings)
    implements SeatAddresses, AddressOwners, AccountLookup {
  /** So long a letter waits for what its reader chose in workspaces that are not loaded yet. */
  private static final long MOST_SECONDS = 2;

  static PersonAddresses of(Wiring.House house, Wiring.Entry entry) {
    return new PersonAddresses(entry.persons(), house.rooms(), house.seatings());
  }

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

  /**
   * Text can be read everywhere: so it is text too where a workspace does not answer in time, for a
   * code to sign in must not wait for it.
   */
  @Override
  public Future<Boolean> textOnly(MailAddress address) {
    return persons
        .byAddress(address.toString())
        .compose(
            p ->
                p.isEmpty()
                    ? Future.succeededFuture(false)
                    : textOnly(p.get().id())
                        .timeout(MOST_SECONDS, TimeUnit.SECONDS)
                        .otherwise(true));
  }

  private Future<Boolean> textOnly(String person) {
    return seatings
        .of(person)
        .compose(all -> Future.all(all.stream().map(rooms::read).toList()))
        .map(
            read ->
                read.<Workspace>list().stream()
                    .anyMatch(
                        state ->
                            state.members().seatsOf(person).stream()
                                .anyMatch(seat -> TextOnly.chose(state, seat.id()))));
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
