package org.caucus.app.doctor;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.caucus.mail.auth.dkim.DkimKey;
import org.caucus.mail.auth.dkim.PublishedKey;
import org.caucus.mail.auth.dns.HostRecords;
import org.caucus.mail.auth.dns.TxtRecords.NotNow;
import org.caucus.mail.auth.spf.SpfCheck;
import org.caucus.mail.auth.spf.SpfResult;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What the domain name system says of the lists' domain: MX, SPF (RFC 7208), DKIM (RFC 6376), DMARC
 * (RFC 7489) and the names of the hosts' addresses.
 *
 * @param domain of the lists
 * @param host of the pages, which a small installation receives its mail at
 * @param smarthost that mail leaves by; null for none
 */
record MailDnsCheck(HostRecords records, String domain, String host, @Nullable SmtpUrl smarthost) {
  private static final Pattern DMARC = Pattern.compile("v\\s*=\\s*DMARC1\\s*(;.*)?");
  private static final Pattern SPF = Pattern.compile("(?i)v=spf1( .*)?");

  List<Finding> mx() throws NotNow {
    List<String> exchanges = records.exchanges(domain);
    String line = line(domain, "MX", "10 " + host + ".");
    if (exchanges.isEmpty()) {
      return List.of(
          Finding.fail("mx", domain + " has no MX record: mail to its lists gets lost.", line));
    }
    List<Finding> found = new ArrayList<>();
    for (String exchange : exchanges) {
      List<InetAddress> addresses = addresses(exchange);
      found.add(
          addresses.isEmpty()
              ? Finding.fail(
                  "mx",
                  "The MX host " + exchange + " has no address.",
                  line(exchange, "A", "the address of this machine"))
              : Finding.ok("mx", "Mail for " + domain + " goes to " + exchange + "."));
    }
    return found;
  }

  List<Finding> spf() throws NotNow {
    List<String> all =
        records.of(domain).stream().filter(text -> SPF.matcher(text).matches()).toList();
    SmtpUrl away = away();
    String line =
        line(
            domain,
            "TXT",
            "\"v=spf1 mx " + (away == null ? "" : "a:" + away.host() + " ") + "-all\"");
    if (all.isEmpty()) {
      return List.of(
          Finding.fail(
              "spf", domain + " has no SPF record: many hosts refuse or hide its mail.", line));
    }
    if (all.size() > 1) {
      return List.of(
          Finding.fail(
              "spf",
              domain + " has " + all.size() + " SPF records. With more than one, none counts.",
              "Remove all but one of them."));
    }
    List<InetAddress> senders = addresses(away == null ? mxHost() : away.host());
    SpfCheck check = new SpfCheck(records);
    for (InetAddress sender : senders) {
      SpfResult result = check.check(sender, host, "postmaster@" + domain).result();
      if (result != SpfResult.PASS) {
        return List.of(
            Finding.warn(
                "spf",
                "The SPF record of "
                    + domain
                    + " does not name "
                    + sender.getHostAddress()
                    + ", by which mail seems to leave ("
                    + result.name().toLowerCase(Locale.ROOT)
                    + ").",
                "Name it in the record, or what the smarthost's provider asks for: " + line));
      }
    }
    return List.of(Finding.ok("spf", "The SPF record names where mail leaves from."));
  }

  List<Finding> dkim(@Nullable DkimKey key) throws Exception {
    if (key == null) {
      return List.of(
          Finding.warn(
              "dkim",
              "CAUCUS_DKIM_KEY is not set: nothing is signed, and large providers refuse lists'"
                  + " mail without a signature.",
              "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out dkim.pem, then"
                  + " CAUCUS_DKIM_KEY=dkim.pem"));
    }
    String name = key.selector() + "._domainkey." + key.domain();
    records.of(name); // where nobody answers, that is what is told
    Optional<String> fault = PublishedKey.fault(key, records);
    return List.of(
        fault.isEmpty()
            ? Finding.ok("dkim", "The key published as " + name + " is the one that signs.")
            : Finding.fail(
                "dkim", fault.get(), line(name, "TXT", quoted(PublishedKey.record(key)))));
  }

  List<Finding> dmarc() throws NotNow {
    String name = "_dmarc." + domain;
    List<String> all =
        records.of(name).stream().filter(text -> DMARC.matcher(text.strip()).matches()).toList();
    String line =
        line(name, "TXT", "\"v=DMARC1; p=quarantine; rua=mailto:postmaster@" + domain + "\"");
    if (all.isEmpty()) {
      return List.of(
          Finding.warn(
              "dmarc", domain + " has no DMARC record: anybody can write in its name.", line));
    }
    if (all.size() > 1) {
      return List.of(
          Finding.fail(
              "dmarc",
              domain + " has " + all.size() + " DMARC records. With more than one, none counts.",
              "Remove all but one of them."));
    }
    return List.of(
        all.getFirst().replace(" ", "").contains(";p=none")
            ? Finding.warn(
                "dmarc", "The DMARC record asks for nothing (p=none): forged mail passes.", line)
            : Finding.ok("dmarc", domain + " has a DMARC record with a policy."));
  }

  /** Hosts refuse mail from an address whose name does not lead back to it (RFC 8601, iprev). */
  List<Finding> ptr() throws NotNow {
    SmtpUrl away = away();
    if (away != null) {
      return List.of(
          Finding.ok("ptr", "Mail leaves by " + away.host() + ", whose names its provider keeps."));
    }
    List<InetAddress> addresses = addresses(mxHost());
    if (addresses.isEmpty()) {
      return List.of(
          Finding.warn(
              "ptr", "No address is known by which mail leaves.", "Mend the MX record first."));
    }
    List<Finding> found = new ArrayList<>();
    for (InetAddress address : addresses) {
      found.add(named(address));
    }
    return found;
  }

  private Finding named(InetAddress address) throws NotNow {
    for (String name : records.names(address)) {
      if (addresses(name).contains(address)) {
        return Finding.ok("ptr", address.getHostAddress() + " is " + name + ", and back.");
      }
    }
    return Finding.warn(
        "ptr",
        address.getHostAddress() + " has no name that leads back to it: large hosts refuse it.",
        "Have the provider of that address set its PTR record to " + mxHost() + ".");
  }

  private String mxHost() throws NotNow {
    return records.exchanges(domain).stream().findFirst().orElse(host);
  }

  /** The smarthost, if it is another machine than this. */
  private @Nullable SmtpUrl away() {
    return smarthost == null || smarthost.isThisMachine() ? null : smarthost;
  }

  private List<InetAddress> addresses(String name) throws NotNow {
    List<InetAddress> all = new ArrayList<>(records.addresses(name, false));
    all.addAll(records.addresses(name, true));
    return all;
  }

  private static String line(String name, String type, String value) {
    return name + ". IN " + type + " " + value;
  }

  /** A string of a TXT record has at most 255 octets (RFC 1035, section 3.3). */
  private static String quoted(String text) {
    return "\"" + String.join("\" \"", text.split("(?<=\\G.{250})", -1)) + "\"";
  }
}
