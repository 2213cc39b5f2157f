package org.caucus.messaging.inbound.pipeline;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;

/**
 * Everyone a letter says it went to, and everyone it came here for.
 *
 * @param all addresses of To and Cc, and those of this installation it was delivered to
 * @param people who holds which of them, and of those for whom a calendar in it answers, by {@link
 *     MailAddress#comparisonForm}
 */
public record Addressees(List<MailAddress> all, Map<String, String> people) {
  /** Addresses of one letter that are looked up; anyone who is named beyond is not known. */
  public static final int MAX_LOOKED_UP = 100;

  /** Copies that nobody else can change. */
  public Addressees {
    all = List.copyOf(all);
    people = Map.copyOf(people);
  }

  /** The addresses a letter names, and those it came to, each once. */
  public static List<MailAddress> of(IncomingLetter incoming, Collection<String> delivered) {
    Map<String, MailAddress> all = new LinkedHashMap<>();
    Stream<MailAddress> named =
        Stream.concat(incoming.raw().values("To").stream(), incoming.raw().values("Cc").stream())
            .flatMap(field -> NamedAddress.parseList(field).stream())
            .map(NamedAddress::address);
    Stream.concat(named, delivered.stream().flatMap(d -> MailAddress.parse(d).stream()))
        .forEach(a -> all.putIfAbsent(a.comparisonForm(), a));
    return List.copyOf(all.values());
  }

  /** Who holds this address; empty if nobody here does. */
  public Optional<String> holder(MailAddress address) {
    return Optional.ofNullable(people.get(address.comparisonForm()));
  }
}
