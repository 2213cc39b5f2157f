package org.caucus.messaging.distribution.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;

/** Words that somebody signed or encrypted are known however their part is encoded. */
class FooterWithinTest {
  private static void isUntouched(String letter) {
    RawLetter raw = RawLetter.of(letter.replace("\n", "\r\n").getBytes(UTF_8));
    assertThat(Footer.on(raw, "Closed list", false).toBytes()).isEqualTo(raw.toBytes());
  }

  /** A line that begins with a hyphen is often written with =2D. */
  @Test
  void inQuotedPrintable() {
    isUntouched(
        """
        Content-Type: text/plain
        Content-Transfer-Encoding: quoted-printable

        =2D----BEGIN PGP SIGNED MESSAGE-----
        Hash: SHA256

        Words
        """);
  }

  @Test
  void inAPartInBase64() {
    String words =
        Base64.getEncoder().encodeToString("-----BEGIN PGP MESSAGE-----".getBytes(UTF_8));
    isUntouched(
        """
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
            .formatted(words));
  }
}
