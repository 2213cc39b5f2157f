package org.caucus.mail.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.PemCertificate;
import org.caucus.mail.smtp.client.SmtpClient;
import org.caucus.mail.smtp.client.SmtpClientSettings;
import org.caucus.mail.smtp.client.SmtpUnreachable;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** STARTTLS with the self-signed certificate that GreenMail brings. */
class StartTlsTest {
  private static final byte[] MEMO = {'S', ':', ' ', 'm', '\r', '\n', '\r', '\n', 'x', '\r', '\n'};
  private static final MailAddress ADA = MailAddress.of("ada@rights.example");

  @TempDir Path folder;

  private PemCertificate certificate() throws Exception {
    char[] password = "changeit".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = StartTlsTest.class.getResourceAsStream("/greenmail.p12")) {
      store.load(in, password);
    }
    String alias = store.aliases().nextElement();
    Path chain = pem("chain.pem", "CERTIFICATE", store.getCertificate(alias).getEncoded());
    Path key = pem("key.pem", "PRIVATE KEY", store.getKey(alias, password).getEncoded());
    assertThatThrownBy(() -> PemCertificate.load(chain, chain))
        .isInstanceOf(GeneralSecurityException.class);
    Path another = pem("another.pem", "PRIVATE KEY", anotherKey());
    assertThatThrownBy(() -> PemCertificate.load(chain, another))
        .isInstanceOf(PemCertificate.NotItsKey.class);
    return PemCertificate.load(chain, key);
  }

  private static byte[] anotherKey() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();
  }

  private Path pem(String file, String kind, byte[] der) throws Exception {
    String body = Base64.getMimeEncoder().encodeToString(der);
    return Files.writeString(
        folder.resolve(file),
        "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
  }

  @Test
  void aLetterComesEncryptedWhenBothSidesCan() throws Exception {
    List<Envelope> stored = new CopyOnWriteArrayList<>();
    SmtpServerSettings settings =
        SmtpServerSettings.of(InetAddress.getLoopbackAddress(), 0, "caucus.example")
            .withCertificate(certificate());
    try (SmtpServer inbox =
        new SmtpServer(
            settings, a -> Optional.empty(), (e, l) -> stored.add(e), InstantSource.system())) {
      inbox.start();
      String url = "smtp://127.0.0.1:" + inbox.port();
      try (SmtpClient opportunist =
              new SmtpClient(SmtpUrl.parse(url), SmtpClientSettings.of("a.example"));
          SmtpClient careful =
              new SmtpClient(
                  SmtpUrl.parse(url + "?starttls=required"), SmtpClientSettings.of("a.example"))) {
        assertThat(opportunist.send(ADA, List.of(ADA), MEMO).allAccepted()).isTrue();
        assertThatThrownBy(() -> careful.send(ADA, List.of(ADA), MEMO))
            .isInstanceOf(SmtpUnreachable.class);
      }
      assertThat(stored).hasSize(1).allMatch(Envelope::tls);
    }
  }

  /** As one may set where all who write here can: each host, also one of this machine. */
  @Test
  void whereTlsIsRequiredNothingComesInClear() throws Exception {
    List<Envelope> stored = new CopyOnWriteArrayList<>();
    SmtpServerSettings settings =
        SmtpServerSettings.of(InetAddress.getLoopbackAddress(), 0, "caucus.example")
            .withCertificate(certificate())
            .onlyUnderTls();
    try (SmtpServer inbox =
        new SmtpServer(
            settings, a -> Optional.empty(), (e, l) -> stored.add(e), InstantSource.system())) {
      inbox.start();
      try (Conversation clear = new Conversation(inbox.port())) {
        clear.reply();
        assertThat(clear.ask("EHLO a.example")).contains("STARTTLS");
        assertThat(clear.ask("MAIL FROM:<ada@rights.example>"))
            .isEqualTo("530 5.7.0 Must issue a STARTTLS command first");
        assertThat(clear.ask("RCPT TO:<ada@rights.example>")).startsWith("503");
        assertThat(clear.ask("DATA")).startsWith("503");
      }
      String url = "smtp://127.0.0.1:" + inbox.port();
      try (SmtpClient client =
          new SmtpClient(SmtpUrl.parse(url), SmtpClientSettings.of("a.example"))) {
        assertThat(client.send(ADA, List.of(ADA), MEMO).allAccepted()).isTrue();
      }
      assertThat(stored).hasSize(1).allMatch(Envelope::tls);
    }
  }

  @Test
  void commandsSlippedInBeforeTheHandshakeAreNotHeard() throws Exception {
    SmtpServerSettings settings =
        SmtpServerSettings.of(InetAddress.getLoopbackAddress(), 0, "caucus.example")
            .withCertificate(certificate());
    try (SmtpServer inbox =
        new SmtpServer(settings, a -> Optional.empty(), (e, l) -> {}, InstantSource.system())) {
      inbox.start();
      try (Conversation peer = new Conversation(inbox.port())) {
        peer.reply();
        assertThat(peer.ask("EHLO a.example")).contains("STARTTLS");
        peer.say("STARTTLS\r\nMAIL FROM:<eve@x.example>\r\n");
        assertThat(peer.reply()).startsWith("220");
        peer.socket().shutdownOutput();
        assertThat(peer.reply()).doesNotStartWith("250");
      }
    }
  }
}
