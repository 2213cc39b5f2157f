package org.caucus.mail.message.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.octets.SmtpLines;
import org.junit.jupiter.api.Test;

/** A letter for a host that takes seven bits, and lines of 998 octets. */
class WireFormTest {
  private static final String HEAD =
      "From: Ada <ada@rights.example>\nDate: Mon, 1 Jun 2026 10:00:00 +0200\nSubject: Memo\n";
  private static final String LONG = "x".repeat(1_200);

  private static RawLetter letter(String fields, String body) {
    return RawLetter.of((HEAD + fields + "\n" + body).replace("\n", "\r\n").getBytes(UTF_8));
  }

  private static RawLetter sevenBit(RawLetter letter) {
    RawLetter form = WireForm.sevenBit(letter).orElseThrow();
    assertThat(SmtpLines.of(form.toBytes(), 0).isEightBit()).isFalse();
    assertThat(SmtpLines.of(form.toBytes(), 0).areTooLong()).isFalse();
    assertThat(ParsedLetter.of(form).damaged()).isFalse();
    return form;
  }

  @Test
  void whatFitsStaysTheSameOctets() {
    RawLetter letter = letter("Content-Type: text/plain\n", "words\n");
    assertThat(WireForm.sevenBit(letter)).containsSame(letter);
    RawLetter eight = letter("Content-Type: text/plain; charset=utf-8\n", "Grüße\n");
    assertThat(WireForm.shortLines(eight)).containsSame(eight);
  }

  @Test
  void wordsAreQuotedAndAreTheSameWords() {
    String words = "Grüße = Ада\n.dot\nFrom here on \n" + LONG + "é\n";
    for (String fields :
        List.of(
            """
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit
            """,
            "Content-Type: text/plain; charset=utf-8\n",
            "")) {
      RawLetter form = sevenBit(letter(fields, words));
      assertThat(form.values("Content-Transfer-Encoding")).containsExactly("quoted-printable");
      assertThat(form.value("MIME-Version")).contains("1.0");
      assertThat(new String(TransferEncoding.decoded(form), UTF_8).replace("\r\n", "\n"))
          .isEqualTo(words);
    }
  }

  @Test
  void wordsOfNoKnownCharsetAreToldAsSuch() {
    byte[] raw = (HEAD + "\nGr\u00fc\u00dfe\n").replace("\n", "\r\n").getBytes(ISO_8859_1);
    RawLetter form = sevenBit(RawLetter.of(raw));
    assertThat(form.value("Content-Type")).contains("text/plain; charset=unknown-8bit");
  }

  @Test
  void onlyThePartsThatDoNotFitAreEncoded() {
    String picture = Base64.getEncoder().encodeToString(new byte[30]);
    RawLetter letter =
        letter(
            """
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="a b"
            Content-Transfer-Encoding: 8bit
            """,
            """
            Grüße
            --a b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            Grüße
            --a b
            Content-Type: image/png; name="übung.png"
            Content-Transfer-Encoding: base64

            %s
            --a b
            Content-Type: application/octet-stream
            Content-Transfer-Encoding: binary

            \u0000\u00ff%s
            --a b
            Content-Type: message/rfc822
            Content-Transfer-Encoding: 8bit

            Subject: Ключ
            Content-Type: text/html; charset=utf-8

            <p>Ада</p>
            --a b--
            """
                .formatted(picture, LONG));
    RawLetter form = sevenBit(letter);
    String text = new String(form.toBytes(), ISO_8859_1);
    assertThat(form.value("Content-Transfer-Encoding")).contains("7bit");
    assertThat(text)
        .contains("Gr=C3=BC=C3=9Fe\r\n--a b", picture, "<p>=D0=90=D0=B4=D0=B0</p>")
        .contains("name=\"=?UTF-8?B?")
        .contains("Content-Transfer-Encoding: base64\r\n\r\nAMO/eHh4")
        .doesNotContain("8bit", "binary");
    assertThat(ParsedLetter.of(form).text()).contains("Grüße");
    assertThat(ParsedLetter.of(form).attachments())
        .hasSameSizeAs(ParsedLetter.of(letter).attachments());
  }

  @Test
  void whatSomebodySignedIsNotTouched() {
    String signed =
        """
        --s
        Content-Type: text/plain; charset=utf-8

        %s
        --s
        Content-Type: application/pgp-signature

        -----BEGIN PGP SIGNATURE-----
        --s--
        """;
    String fields = "Content-Type: multipart/signed; boundary=s\n";
    assertThat(WireForm.sevenBit(letter(fields, signed.formatted("Grüße")))).isEmpty();
    assertThat(WireForm.shortLines(letter(fields, signed.formatted(LONG)))).isEmpty();
    assertThat(WireForm.shortLines(letter(fields, signed.formatted("Grüße")))).isPresent();
    String around =
        "--m\nContent-Type: multipart/signed; boundary=s\n\n"
            + signed.formatted("Grüße")
            + "--m--\n";
    assertThat(WireForm.sevenBit(letter("Content-Type: multipart/mixed; boundary=m\n", around)))
        .isEmpty();
  }

  @Test
  void longLinesOfAHeaderAreFolded() {
    RawLetter letter =
        letter(
            "References: " + "<0123456789@rights.example> ".repeat(60) + "\nX-Long: " + LONG + "\n",
            "words\n");
    RawLetter form = sevenBit(letter);
    assertThat(form.value("References").orElseThrow().split(" +", -1)).hasSize(60);
  }
}
