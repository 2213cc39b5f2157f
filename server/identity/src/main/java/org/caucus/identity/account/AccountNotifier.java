package org.caucus.identity.account;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.caucus.identity.Persons;
import org.caucus.identity.addresses.AddressHistory;
import org.caucus.identity.addresses.DatedAddress;
import org.caucus.mail.message.MailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a person, at each address they hold, what was done about their account. */
public final class AccountNotifier implements BiConsumer<String, String> {
  private static final Logger LOG = LoggerFactory.getLogger(AccountNotifier.class);

  private final Persons persons;
  private final BiFunction<List<MailAddress>, String, Future<Void>> mail;

  /**
   * Tells these.
   *
   * @param mail sends to each of these addresses what is to be told
   */
  public AccountNotifier(
      Persons persons, BiFunction<List<MailAddress>, String, Future<Void>> mail) {
    this.persons = persons;
    this.mail = mail;
  }

  /** Tells this person this. */
  @Override
  public void accept(String person, String what) {
    persons
        .addresses(person)
        .map(found -> found.map(AddressHistory::current).orElse(List.of()))
        .map(held -> held.stream().map(DatedAddress::address).toList())
        .onSuccess(held -> tell(held, what))
        .onFailure(AccountNotifier::notTold);
  }

  /** Tells these addresses this. */
  public void tell(List<MailAddress> addresses, String what) {
    mail.apply(addresses, what).onFailure(AccountNotifier::notTold);
  }

  /** A failure is told in the log alone: what was to be told of has happened. */
  private static void notTold(Throwable e) {
    LOG.warn("a person was not told: {}", e.getClass().getSimpleName());
  }
}
