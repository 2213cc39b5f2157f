package org.caucus.mail.smtp.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.smtp.server.SmtpServer;
import org.caucus.mail.smtp.server.SmtpServerSettings;

/**
 * Whatever octets we are given to send, over a real connection the next host sees one letter, octet
 * for octet, or none: no line end we write ends it early.
 */
class SmugglingTest {
  private static final MailAddress ADA = MailAddress.of("ada@rights.example");
  private static final List<String> STORED = new CopyOnWriteArrayList<>();
  private static SmtpServer host;
  private static SmtpClient client;

  @BeforeContainer
  static void open() {
    SmtpServerSettings settings =
        SmtpServerSettings.of(InetAddress.getLoopbackAddress(), 0, "host.example");
    host =
        new SmtpServer(
            settings,
            a -> Optional.empty(),
            (envelope, letter) -> STORED.add(new String(letter, ISO_8859_1)),
            InstantSource.system());
    host.start();
    SmtpUrl url = SmtpUrl.parse("smtp://127.0.0.1:" + host.port() + "?starttls=off");
    client = new SmtpClient(url, SmtpClientSettings.of("caucus.example"));
  }

  @AfterContainer
  static void close() {
    client.close();
    host.close();
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.of(
            "\r\n",
            "\n",
            "\r",
            ".",
            "..",
            "\0",
            "x",
            "words",
            "\r\n.\r\n",
            "\n.\n",
            "\r.\r",
            "\n.\r\n",
            "\r\n.\n",
            "\r\n.\r",
            "\r\n..\r\n",
            "\r\n\0.\r\n",
            "MAIL FROM:<eve@x.example>\r\n",
            "RCPT TO:<eve@x.example>\r\n",
            "DATA\r\n",
            "é")
        .list()
        .ofMaxSize(14)
        .map(pieces -> "Subject: memo\r\n\r\n" + String.join("", pieces));
  }

  @Property(tries = 300)
  void oneLetterOrNone(@ForAll("letters") String letter) throws Exception {
    STORED.clear();
    boolean bare = letter.replace("\r\n", "").matches("(?s).*[\r\n].*");
    try {
      client.send(ADA, List.of(ADA), letter.getBytes(ISO_8859_1));
    } catch (IllegalArgumentException e) {
      assertThat(bare).isTrue();
      assertThat(STORED).isEmpty();
      return;
    }
    assertThat(bare).isFalse();
    assertThat(STORED).hasSize(1);
    String arrived = STORED.getFirst();
    String end = letter.endsWith("\n") ? "" : "\r\n";
    assertThat(arrived.substring(arrived.indexOf("Subject: memo"))).isEqualTo(letter + end);
  }
}
