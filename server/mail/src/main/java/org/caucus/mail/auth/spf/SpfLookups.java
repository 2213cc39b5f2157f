package org.caucus.mail.auth.spf;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.caucus.mail.auth.dns.HostRecords;
import org.caucus.mail.auth.dns.TxtRecords;
import org.jspecify.annotations.Nullable;

/** What one check asks of name servers, counted: a stranger chose the names (section 4.6.4). */
final class SpfLookups {
  /** Terms of all records that ask something. */
  static final int MAX_TERMS = 10;

  /** Terms that find nothing. */
  static final int MAX_VOID = 2;

  /** Hosts of one {@code mx}, and names of one address. */
  static final int MAX_HOSTS = 10;

  /** All questions together. */
  static final Duration MAX_TIME = Duration.ofSeconds(20);

  private final HostRecords records;
  private final LongSupplier nanos;
  private final long start;
  private int terms;
  private int voids;
  private @Nullable List<String> validated;

  @FunctionalInterface
  private interface Question<T> {
    List<T> ask() throws TxtRecords.NotNow;
  }

  SpfLookups(HostRecords records, LongSupplier nanos) {
    this.records = records;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  /** One more term that asks. */
  void count() throws SpfError {
    if (++terms > MAX_TERMS) {
      throw SpfError.forGood("more than " + MAX_TERMS + " terms that ask name servers");
    }
  }

  private <T> List<T> asked(Question<T> question) throws SpfError {
    if (nanos.getAsLong() - start > MAX_TIME.toNanos()) {
      throw SpfError.forNow("it took more than " + MAX_TIME.toSeconds() + " s");
    }
    try {
      return question.ask();
    } catch (TxtRecords.NotNow e) {
      throw SpfError.forNow("no answer from the name servers");
    }
  }

  private <T> List<T> counted(Question<T> question) throws SpfError {
    List<T> found = asked(question);
    if (found.isEmpty() && ++voids > MAX_VOID) {
      throw SpfError.forGood("more than " + MAX_VOID + " names that are not there");
    }
    return found;
  }

  /** The records a domain has. */
  List<String> policies(String domain) throws SpfError {
    return asked(() -> records.of(domain)).stream().filter(SpfRecord::isOne).toList();
  }

  /** Addresses of the kind that the host has. */
  List<InetAddress> addresses(String name, InetAddress like) throws SpfError {
    return counted(() -> records.addresses(name, !(like instanceof Inet4Address)));
  }

  /** Whether a name has an address of IPv4. */
  boolean exists(String name) throws SpfError {
    return !counted(() -> records.addresses(name, false)).isEmpty();
  }

  /** Addresses of the hosts that take mail for a domain. */
  List<InetAddress> exchangers(String domain, InetAddress like) throws SpfError {
    List<String> hosts = counted(() -> records.exchanges(domain));
    if (hosts.size() > MAX_HOSTS) {
      throw SpfError.forGood("more than " + MAX_HOSTS + " hosts that take mail");
    }
    List<InetAddress> all = new ArrayList<>();
    for (String host : hosts) {
      if (!host.isEmpty() && !host.equals(".")) { // a single dot: it takes no mail (RFC 7505)
        all.addAll(asked(() -> records.addresses(host, !(like instanceof Inet4Address))));
      }
    }
    return all;
  }

  /** The names of an address that lead back to it (section 5.5), in lower case. */
  List<String> validated(InetAddress address) throws SpfError {
    List<String> known = validated;
    if (known == null) {
      known = new ArrayList<>();
      for (String name : namesOf(address)) {
        if (leadsTo(name, address)) {
          known.add(name.toLowerCase(Locale.ROOT));
        }
      }
      validated = known;
    }
    return known;
  }

  /** The domain checked has no hand in them: what goes wrong there is no match, and no mistake. */
  private List<String> namesOf(InetAddress address) throws SpfError {
    try {
      List<String> names = counted(() -> records.names(address));
      return names.subList(0, Math.min(names.size(), MAX_HOSTS));
    } catch (SpfError e) {
      if (e.result() == SpfResult.PERMERROR) {
        throw e;
      }
      return List.of();
    }
  }

  private boolean leadsTo(String name, InetAddress address) throws SpfError {
    if (nanos.getAsLong() - start > MAX_TIME.toNanos()) {
      throw SpfError.forNow("it took more than " + MAX_TIME.toSeconds() + " s");
    }
    try {
      return records.addresses(name, !(address instanceof Inet4Address)).contains(address);
    } catch (TxtRecords.NotNow e) {
      return false;
    }
  }
}
