package org.caucus.app.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caucus.mail.auth.dns.HostRecords;
import org.caucus.mail.auth.dns.TxtRecords.NotNow;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.smtp.client.SmtpHostCheck;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Both directions of mail, as far as they can be seen from this machine.
 *
 * @param ehlo the name that Caucus gives itself
 * @param port of mail between hosts, 25 but for tests
 */
record MailPathCheck(HostRecords records, String domain, String ehlo, int port) {
  /** SMTP between hosts (RFC 5321, section 4.5.4.2). */
  static final int PORT = 25;

  /** The smarthost: reached, encrypted, logged in at. */
  List<Finding> smarthost(@Nullable SmtpUrl url) {
    if (url == null) {
      return List.of(
          Finding.fail(
              "smarthost",
              "CAUCUS_SMTP_URL is not set: no mail leaves, and serve does not start.",
              "CAUCUS_SMTP_URL=smtp://localhost:25, or smtp://user:password@host"));
    }
    Optional<String> fault = SmtpHostCheck.loginFault(url, ehlo);
    return List.of(
        fault.isPresent()
            ? Finding.fail(
                "smarthost",
                "The smarthost does not take mail from here: " + fault.get() + ".",
                "Correct CAUCUS_SMTP_URL (host, port, user, password, starttls), or start that host.")
            : Finding.ok(
                "smarthost",
                url + (url.login().isPresent() ? " takes the login." : " greets and takes mail.")));
  }

  /** Caucus' own port. */
  List<Finding> listener(String host, int smtpPort) {
    String here = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    return List.of(
        taken(
            "smtp port",
            here,
            smtpPort,
            "Start the server: systemctl start caucus. See its log: journalctl -u caucus"));
  }

  /** Whether the hosts to which the world sends the lists' mail lead it to Caucus. */
  List<Finding> inward() throws NotNow {
    List<String> exchanges = records.exchanges(domain);
    if (exchanges.isEmpty()) {
      return List.of(
          Finding.fail(
              "port 25 in",
              "No host is known that takes mail for " + domain + ".",
              "Publish its MX record first."));
    }
    List<Finding> found = new ArrayList<>();
    for (String exchange : exchanges) {
      found.add(
          taken(
              "port 25 in",
              address(exchange),
              port,
              "Open TCP port 25 to that host in its firewall, and have its mail server lead "
                  + domain
                  + " to CAUCUS_SMTP_PORT (infra/mail has the lines for Postfix)."));
    }
    return found;
  }

  private Finding taken(String name, String host, int at, String fix) {
    MailAddress postmaster = new MailAddress("postmaster", domain);
    SmtpUrl url = new SmtpUrl(host, at, SmtpUrl.Tls.IF_OFFERED, Optional.empty());
    try {
      String answer = SmtpHostCheck.answerTo(postmaster, url, ehlo);
      String said = host + ":" + at + " answers to " + postmaster + ": " + answer + ".";
      return answer.startsWith("2") ? Finding.ok(name, said) : Finding.fail(name, said, fix);
    } catch (IOException e) {
      return Finding.fail(
          name,
          host + ":" + at + " cannot be spoken to (" + e.getClass().getSimpleName() + ").",
          fix);
    }
  }

  /**
   * Whether this machine reaches other hosts' port 25, tried with those of the operators' own
   * domains. Where a smarthost elsewhere sends, that is its business.
   */
  List<Finding> outward(@Nullable SmtpUrl smarthost, List<MailAddress> operators) throws NotNow {
    String name = "port 25 out";
    if (smarthost != null && !smarthost.isThisMachine()) {
      return List.of(Finding.ok(name, "Not needed: mail leaves by " + smarthost + "."));
    }
    String fix =
        "Ask the provider to open TCP port 25 outward, or send by a smarthost: CAUCUS_SMTP_URL";
    List<String> tried = new ArrayList<>();
    for (MailAddress operator : operators) {
      for (String exchange : records.exchanges(operator.asciiDomain())) {
        SmtpUrl url = new SmtpUrl(address(exchange), port, SmtpUrl.Tls.OFF, Optional.empty());
        if (SmtpHostCheck.fault(url).isEmpty()) {
          return List.of(Finding.ok(name, exchange + " greets: port 25 is open outward."));
        }
        tried.add(exchange);
      }
    }
    return List.of(
        tried.isEmpty()
            ? Finding.warn(name, "No operator's domain has a mail host to try it with.", fix)
            : Finding.fail(
                name, "None of " + String.join(", ", tried) + " could be reached.", fix));
  }

  /** By the name servers that are set, which are not always the machine's. */
  private String address(String host) throws NotNow {
    for (boolean ipv6 : new boolean[] {false, true}) {
      for (InetAddress address : records.addresses(host, ipv6)) {
        return address.getHostAddress();
      }
    }
    return host;
  }
}
