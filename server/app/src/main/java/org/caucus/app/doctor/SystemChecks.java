package org.caucus.app.doctor;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.SmtpCertificate;
import org.caucus.mail.auth.dns.HostRecords;
import org.caucus.mail.auth.dns.NameServerCheck;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at, under settings that can be used.
 *
 * @param backups where backups arrive; null if nobody said
 */
record SystemChecks(Settings settings, @Nullable Path backups) {
  private static final SystemCheck MEMORY = new SystemCheck("memory", MachineCheck::memory);
  private static final SystemCheck CLOCK = new SystemCheck("clock", MachineCheck::clock);

  /** What needs no settings. */
  static List<SystemCheck> ofMachine() {
    return List.of(MEMORY, CLOCK);
  }

  List<SystemCheck> all() {
    HostRecords records = settings.signatures().hostRecords(InstantSource.system());
    String host = settings.baseUrl().getHost();
    SmtpUrl smarthost = settings.smtpUrl();
    var dns = new MailDnsCheck(records, settings.domain(), host, smarthost);
    var path = new MailPathCheck(records, settings.domain(), host, MailPathCheck.PORT);
    var pages = new WebCheck(settings.baseUrl());
    var loop = new TestLetterCheck(smarthost, settings.domain(), host, settings.metricsPort());
    return List.of(
        new SystemCheck("name server", this::nameServer),
        new SystemCheck("mx", dns::mx),
        new SystemCheck("spf", dns::spf),
        new SystemCheck(
            "dkim", () -> dns.dkim(settings.signatures().signingKey(settings.domain()))),
        new SystemCheck("dmarc", dns::dmarc),
        new SystemCheck("ptr", dns::ptr),
        new SystemCheck("smarthost", () -> path.smarthost(smarthost)),
        new SystemCheck("smtp port", () -> path.listener(settings.smtpHost(), settings.smtpPort())),
        new SystemCheck("port 25 in", path::inward),
        new SystemCheck("port 25 out", () -> path.outward(smarthost, settings.operators())),
        new SystemCheck("test letter", loop::findings),
        new SystemCheck("mail certificate", this::mailCertificate),
        new SystemCheck("page certificate", pages::certificate),
        new SystemCheck("pages", pages::reached),
        new SystemCheck("stream", pages::proxy),
        new SystemCheck("server", () -> ReadinessCheck.of(settings.metricsPort())),
        new SystemCheck("database", () -> DatabaseCheck.of(settings.mongodbUri(), settings.data())),
        new SystemCheck("disk", () -> MachineCheck.disk(settings.data())),
        MEMORY,
        CLOCK,
        new SystemCheck("backup", () -> BackupCheck.of(backups, Instant.now())));
  }

  private List<Finding> nameServer() {
    Optional<String> fault =
        NameServerCheck.fault(settings.signatures().nameServer(), settings.domain());
    return List.of(
        fault.isEmpty()
            ? Finding.ok("name server", "The name servers answer.")
            : Finding.fail(
                "name server",
                fault.get() + ". Nothing can be said of records, and no letter can be proven.",
                "See /etc/resolv.conf, or set CAUCUS_DNS_SERVER=host[:port]"));
  }

  private List<Finding> mailCertificate() {
    if (settings.tls().certificate() == null) {
      return List.of(
          Finding.warn(
              "mail certificate",
              "CAUCUS_TLS_CERTIFICATE is not set: letters come to Caucus unencrypted.",
              "Not needed where a mail server on this machine is in front. Else set it and"
                  + " CAUCUS_TLS_KEY to the files of a certificate for "
                  + settings.baseUrl().getHost()
                  + "."));
    }
    Optional<String> fault = SmtpCertificate.fault(settings.tls(), Instant.now());
    return List.of(
        fault.isEmpty()
            ? Finding.ok("mail certificate", "It fits its key and is valid.")
            : fault.get().contains("expires on")
                ? Finding.warn("mail certificate", fault.get(), "certbot renew, then restart.")
                : Finding.fail("mail certificate", fault.get(), "certbot renew, then restart."));
  }
}
