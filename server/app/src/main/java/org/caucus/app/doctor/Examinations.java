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
record Examinations(Settings settings, @Nullable Path backups) {
  List<Examination> all() {
    HostRecords records = settings.signatures().hostRecords(InstantSource.system());
    String host = settings.baseUrl().getHost();
    SmtpUrl smarthost = settings.smtpUrl();
    var dns =
        new MailDnsExamination(
            records, settings.domain(), host, smarthost == null ? null : smarthost.host());
    var path = new MailPathExamination(records, settings.domain(), host, MailPathExamination.PORT);
    var pages = new PageExamination(settings.baseUrl());
    var loop = new LoopExamination(smarthost, settings.domain(), host, settings.metricsPort());
    return List.of(
        new Examination("name server", this::nameServer),
        new Examination("mx", dns::mx),
        new Examination("spf", dns::spf),
        new Examination(
            "dkim", () -> dns.dkim(settings.signatures().signingKey(settings.domain()))),
        new Examination("dmarc", dns::dmarc),
        new Examination("ptr", dns::ptr),
        new Examination("smarthost", () -> path.smarthost(smarthost)),
        new Examination("smtp port", () -> path.listener(settings.smtpHost(), settings.smtpPort())),
        new Examination("port 25 in", path::inward),
        new Examination("port 25 out", () -> path.outward(smarthost, settings.operators())),
        new Examination("test letter", loop::findings),
        new Examination("mail certificate", this::mailCertificate),
        new Examination("page certificate", pages::certificate),
        new Examination("pages", pages::reached),
        new Examination("stream", pages::proxy),
        new Examination("server", () -> ServerExamination.of(settings.metricsPort())),
        new Examination(
            "database", () -> StoreExamination.of(settings.mongodbUri(), settings.data())),
        new Examination("disk", () -> MachineExamination.disk(settings.data())),
        DoctorCommand.memory(),
        DoctorCommand.clock(),
        new Examination("backup", () -> BackupExamination.of(backups, Instant.now())));
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
