package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.caucus.kernel.support.Ports;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.smtp.client.SmtpClient;
import org.caucus.mail.smtp.client.SmtpClientSettings;
import org.caucus.mail.smtp.client.SmtpUnreachable;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A Postfix that relays only for who logs in (RFC 4954), under TLS that was begun in the clear. */
@Tag("slow")
class PostfixLoginTest {
  private static final Path PASSWORDS = Path.of("/usr/sbin/saslpasswd2");
  private static final MailAddress READER = MailAddress.of("amina@lantern.example");
  private static final byte[] LETTER =
      "Subject: By a login\r\n\r\nRemoval within 24 hours.\r\n".getBytes(StandardCharsets.US_ASCII);

  private static String settings(Path home) {
    return """
    mynetworks =
    smtpd_relay_restrictions = permit_sasl_authenticated, reject
    smtpd_sasl_auth_enable = yes
    smtpd_sasl_authenticated_header = yes
    smtpd_tls_auth_only = yes
    smtpd_sasl_local_domain = mail.example
    smtpd_sasl_path = smtpd
    cyrus_sasl_config_path = %1$s/etc
    """
        .formatted(home);
  }

  @Test
  void aPasswordIsToldToAProvenHostAloneAndOpensItsDoor() throws Exception {
    assumeTrue(Postfix.canRun(), "Postfix needs the rights of root");
    assumeTrue(Files.isExecutable(PASSWORDS), "saslpasswd2 is not here");
    Path home = Files.createTempDirectory("caucus-postfix");
    int port = Ports.free();
    passwords(home);
    try (Mailbox mailbox = new Mailbox();
        Postfix postfix = new Postfix(home, port, mailbox.port(), mailbox.port(), settings(home))) {
      SSLContext trust = trusting(home.resolve("etc/cert.pem"));

      assertThatThrownBy(() -> send("caucus:safe", port, null))
          .as("a host that proves nothing hears no password")
          .isInstanceOf(SmtpUnreachable.class);
      assertThat(postfix.log()).doesNotContain("SASL").doesNotContain("sasl_");
      assertThatThrownBy(() -> send("caucus:wrong", port, trust))
          .isInstanceOf(SmtpUnreachable.class);
      assertThat(send("caucus:safe", port, trust)).isTrue();

      Mailbox.Mail mail = mailbox.await(READER.toString(), m -> m.subject().equals("By a login"));
      assertThat(mail.text()).contains("Removal within 24 hours.");
      assertThat(mail.letter().values("Received").getFirst())
          .contains("(Authenticated sender: caucus")
          .contains("by mail.example (Postfix) with ESMTPSA");
      assertThat(mailbox.to(READER.toString())).hasSize(1);
    }
  }

  private static boolean send(String login, int port, @Nullable SSLContext trust)
      throws SmtpUnreachable {
    SmtpUrl url = SmtpUrl.parse("smtp://" + login + "@localhost:" + port + "?starttls=required");
    SmtpClientSettings settings =
        new SmtpClientSettings("lists.example", 1, SmtpClientSettings.Timeouts.RFC_5321, trust);
    try (SmtpClient client = new SmtpClient(url, settings)) {
      return client
          .send(MailAddress.of("cop+b.t@lists.example"), List.of(READER), LETTER)
          .allAccepted();
    }
  }

  private static void passwords(Path home) throws Exception {
    Path etc = Files.createDirectories(home.resolve("etc"));
    Files.writeString(
        etc.resolve("smtpd.conf"),
        """
        pwcheck_method: auxprop
        auxprop_plugin: sasldb
        sasldb_path: %s/sasldb2
        mech_list: PLAIN LOGIN
        """
            .formatted(etc));
    Postfix.run(
        "sh",
        "-c",
        "printf safe | " + PASSWORDS + " -p -c -f " + etc + "/sasldb2 -u mail.example caucus");
    Postfix.run("chown", "postfix", etc + "/sasldb2");
  }

  private static SSLContext trusting(Path certificate) throws Exception {
    KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
    known.load(null, null);
    try (InputStream pem = Files.newInputStream(certificate)) {
      known.setCertificateEntry(
          "host", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
