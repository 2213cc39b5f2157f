package org.caucus.messaging.distribution.rendering;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A footer is below plain letters and nowhere else, and never touches what somebody signed. */
class FooterTest {
  private static final String FOOTER = "Coalition list\nhttps://caucus.example/w/cop — closed";

  private static RawLetter letter(String fields, String body, Charset charset) {
    return RawLetter.of(
        ("From: <ada@home.example>\r\n" + fields + "\r\n" + body)
            .replace("\n\r", "\n\r")
            .getBytes(charset));
  }

  private static RawLetter letter(String fields, String body) {
    return letter(fields, body, UTF_8);
  }

  private static void isUntouched(RawLetter letter) {
    assertThat(Footer.on(letter, FOOTER, false).toBytes()).isEqualTo(letter.toBytes());
    assertThat(Footer.on(letter, "Plain", false).toBytes()).isEqualTo(letter.toBytes());
  }

  private static void isBelow(RawLetter letter, String footer) {
    RawLetter with = Footer.on(letter, footer, false);
    byte[] body = letter.body();
    assertThat(Arrays.copyOf(with.body(), body.length)).isEqualTo(body);
    assertThat(with.body().length).isGreaterThan(body.length);
    assertThat(ParsedLetter.of(with).text()).contains(ParsedLetter.of(letter).text().strip());
    assertThat(ParsedLetter.of(with).text()).contains(footer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n",
        """
          Content-Type: text/plain; charset="UTF-8"\r
          Content-Transfer-Encoding: quoted-printable\r
          """,
        """
          content-type: TEXT/PLAIN;\r
           format=flowed; charset=utf-8\r
          Content-Transfer-Encoding: 8BIT\r
          """
      })
  void plainTextGoesOnBelow(String fields) {
    isBelow(letter(fields, "Twenty-four hours.\r\n"), FOOTER);
    isBelow(letter(fields, "No line end"), FOOTER);
  }

  @Test
  void aLetterWithoutAnyTypeIsPlainText() {
    isBelow(letter("", "Twenty-four hours.\r\n"), "Coalition list");
  }

  @Test
  void wordsThatDoNotFitTheLettersCharsetStayAway() {
    String latin =
        "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n";
    isUntouched2(letter(latin, "Été\r\n", ISO_8859_1), "Список");
    assertThat(
            ParsedLetter.of(Footer.on(letter(latin, "Été\r\n", ISO_8859_1), "Liste fermée", false))
                .text())
        .contains("Été", "Liste fermée");
    isUntouched2(letter("", "Seven bits\r\n"), "fermée");
  }

  /** A letter in a charset that Java has not is sent on as it is, and not lost. */
  @ParameterizedTest
  @ValueSource(strings = {"iso-8859-10", "iso-8859-12", "iso-8859-14", "windows-1259"})
  void aCharsetThatIsNotKnownHereKeepsTheLetterAsItIs(String charset) {
    isUntouched(
        letter(
            "Content-Type: text/plain; charset="
                + charset
                + "\r\nContent-Transfer-Encoding: 8bit\r\n",
            "Twenty-four hours.\r\n"));
  }

  private static void isUntouched2(RawLetter letter, String footer) {
    assertThat(Footer.on(letter, footer, false).toBytes()).isEqualTo(letter.toBytes());
  }

  @Test
  void multipartMixedGetsAPartAtItsEnd() {
    RawLetter letter =
        letter(
            "Content-Type: multipart/mixed; boundary=\"b1\"\r\n",
            String.join(
                "\r\n",
                "preamble",
                "--b1",
                "Content-Type: text/plain",
                "",
                "Twenty-four hours.",
                "--b1",
                "Content-Type: text/csv; name=\"a.csv\"",
                "Content-Disposition: attachment",
                "",
                "1,2",
                "--b1--",
                "epilogue",
                ""));
    RawLetter with = Footer.on(letter, FOOTER, false);

    ParsedLetter read = ParsedLetter.of(with);
    assertThat(read.text()).contains("Twenty-four hours.", FOOTER);
    assertThat(read.attachments()).hasSize(1);
    assertThat(read.damaged()).isFalse();
    String before = new String(letter.body(), UTF_8);
    String after = new String(with.body(), UTF_8);
    assertThat(after).startsWith(before.substring(0, before.indexOf("--b1--")));
    assertThat(after).endsWith("--b1--\r\nepilogue\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/html; charset=utf-8\r\n",
        "Content-Type: multipart/alternative; boundary=b\r\n",
        "Content-Type: multipart/related; boundary=b\r\n",
        "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b\r\n",
        "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b\r\n",
        "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\r\n",
        "Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n",
        "Content-Type: multipart/report; boundary=b\r\n",
        "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n",
        "Content-Type: text/plain; charset=utf-16\r\n",
        "Content-Type: text/plain\r\nContent-Disposition: attachment\r\n",
        "Content-Type: multipart/mixed\r\n",
        "Content-Type: multipart/mixed; boundary=unclosed\r\n",
        "DKIM-Signature: v=1; a=rsa-sha256; d=home.example; bh=x; b=y\r\n",
        "DKIM-Signature: v=1; a=rsa-sha256; d=home.example; l=20; bh=x; b=y\r\n",
        "ARC-Message-Signature: i=1; a=rsa-sha256; bh=x; b=y\r\n"
      })
  void allElseStaysAsItIs(String fields) {
    isUntouched(
        letter(fields, "--b\r\nContent-Type: text/plain\r\n\r\nTwenty-four hours.\r\n--b--\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nWords\r\n",
        "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n",
      })
  void whatIsSignedWithinTheTextStaysAsItIs(String body) {
    isUntouched(letter("Content-Type: text/plain\r\n", body));
    assertThat(Footer.on(body, FOOTER)).isEqualTo(body);
  }

  @Test
  void aSignedLetterWithinAMixedOneStaysAsItIs() {
    isUntouched(
        letter(
            "Content-Type: multipart/mixed; boundary=b\r\n",
            "--b\r\nContent-Type: Multipart/Signed; boundary=c\r\n\r\n--c--\r\n--b--\r\n"));
  }

  @Test
  void offByDefault() {
    RawLetter letter = letter("", "Words\r\n");
    assertThat(Footer.on(letter, "", false)).isSameAs(letter);
    assertThat(Footer.on("Words", "")).isEqualTo("Words");
  }

  @Test
  void whereAnotherStandsInFromTheAuthorsDomainVouchesNoMoreAnyway() {
    RawLetter letter = letter("DKIM-Signature: v=1; d=home.example; bh=x; b=y\r\n", "Words\r\n");
    assertThat(ParsedLetter.of(Footer.on(letter, "Coalition list", true)).text())
        .contains("Words", "Coalition list");
  }
}
