package org.caucus.messaging.notifications;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/** Where people take their mail in tests, and in which language. */
final class Readers implements SeatAddresses {
  private final Map<String, String> addresses = new ConcurrentHashMap<>();
  private final Map<String, Language> languages = new ConcurrentHashMap<>();
  private final Set<String> textOnly = ConcurrentHashMap.newKeySet();

  void lives(String person, String address) {
    addresses.put(person, address);
  }

  void speaks(String address, Language language) {
    languages.put(address, language);
  }

  void wantsText(String address) {
    textOnly.add(address);
  }

  @Nullable String addressOf(String person) {
    return addresses.get(person);
  }

  @Override
  public Future<Optional<MailAddress>> of(String person) {
    return Future.succeededFuture(Optional.ofNullable(addresses.get(person)).map(MailAddress::of));
  }

  @Override
  public Future<Boolean> textOnly(MailAddress address) {
    return Future.succeededFuture(textOnly.contains(address.toString()));
  }

  @Override
  public Future<Optional<Language>> chosen(MailAddress address) {
    return Future.succeededFuture(Optional.ofNullable(languages.get(address.toString())));
  }
}
