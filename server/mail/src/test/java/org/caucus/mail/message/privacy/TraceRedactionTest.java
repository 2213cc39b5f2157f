package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceRedactionTest {
  private static RawLetter letter(String text) {
    return RawLetter.of(text.replace("\n", "\r\n").getBytes(UTF_8));
  }

  private static RawLetter concealed(RawLetter letter) {
    return new TraceRedaction("entry1", "lists.example").of(letter);
  }

  @Test
  void onlyTheFieldsThatALetterNeedsStay() {
    RawLetter letter =
        letter(
            """
            From: Ben <ben@home.example>
            Sender: ben@home.example
            Reply-To: ben@home.example
            To: code@lists.example
            User-Agent: Mutt
            X-Mailer: Outlook
            Organization: Press
            Autocrypt: addr=ben@home.example
            Disposition-Notification-To: ben@home.example
            Errors-To: ben@home.example
            DKIM-Signature: v=1; d=home.example; i=ben@home.example
            Accept-Language: fr-CH
            Content-Language: fr
            Thread-Topic: x
            X-Never-Seen-Before: y
            Face: z
            Message-ID: <1@laptop.home.example>
            MIME-Version: 1.0 (Mac OS X Mail 16.0)
            Content-Type: text/plain; charset=utf-8; x-unix-mode=0644
            Subject: Memo

            words
            """);
    RawLetter left = concealed(letter);
    assertThat(left.names())
        .containsExactly("From", "To", "Message-ID", "MIME-Version", "Content-Type", "Subject");
    assertThat(left.value("Content-Type")).contains("text/plain; charset=\"utf-8\"");
    assertThat(left.value("MIME-Version")).contains("1.0");
    assertThat(left.hasBodyOf(letter)).isTrue();
  }

  @Test
  void aBoundaryOrAnIdentifierThatNamesAHostIsAnother() {
    RawLetter left =
        concealed(
            letter(
                """
                Content-Type: multipart/related; type="text/html"; start="<1@laptop.home.example>";
                 boundary="Apple-Mail=_4F1-DE"

                --Apple-Mail=_4F1-DE
                Content-Type: text/html; charset=utf-8
                Content-ID: <1@laptop.home.example>

                <img src="cid:2@laptop.home.example"> <img src="cid:3%40home.example">
                --Apple-Mail=_4F1-DE
                Content-Type: image/png; name="a.png"; x-mac-type=0
                X-Attachment-Id: f_1
                Content-Disposition: inline; filename=a.png; creation-date="1 Jun 2026 +0200"
                Content-ID: <2@laptop.home.example>

                png
                --Apple-Mail=_4F1-DE
                Content-Type: image/png
                Content-ID: <3@home.example>

                png
                --Apple-Mail=_4F1-DE--
                """));
    String text = new String(left.toBytes(), UTF_8);
    assertThat(text).doesNotContain("Apple", "home.example", "creation", "x-mac", "X-Attach");
    ParsedLetter.Formatted formatted = ParsedLetter.Formatted.of(left.toBytes()).orElseThrow();
    assertThat(formatted.pictures().keySet())
        .hasSize(2)
        .allSatisfy(
            id -> assertThat(formatted.html()).contains("cid:" + id.replaceAll("[<>]", "")));
    assertThat(ParsedLetter.of(left).damaged()).isFalse();
  }

  @Test
  void aBodyThatTellsNothingStaysTheSameOctets() {
    RawLetter letter =
        letter(
            """
            Content-Type: multipart/mixed; boundary="000000000000abc"

            --000000000000abc
            Content-Type: text/plain; charset="utf-8"

            words
            --000000000000abc--
            """);
    assertThat(concealed(letter).hasBodyOf(letter)).isTrue();
  }

  @Test
  void aLetterWithinIsCutOfTheTracesOfItsWay() {
    RawLetter left =
        concealed(
            letter(
                """
                Content-Type: message/rfc822

                Received: from laptop by mx; 1 Jun 2026
                Delivered-To: ben@home.example
                From: Uche <uche@agency.example>
                Subject: To be read

                words
                """));
    assertThat(new String(left.body(), UTF_8)).startsWith("From: Uche").doesNotContain("ben@");
  }

  @Test
  void whatIsSignedKeepsItsParts() {
    RawLetter letter =
        letter(
            """
            X-Mailer: x
            Content-Type: multipart/signed; boundary="Apple-Mail=_1"; protocol="p"

            --Apple-Mail=_1
            X-Part: y

            words
            --Apple-Mail=_1
            Content-Type: application/pgp-signature

            x
            --Apple-Mail=_1--
            """);
    assertThat(concealed(letter).hasBodyOf(letter)).isTrue();
    assertThat(concealed(letter).names()).containsExactly("Content-Type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mon, 1 Jun 2026 10:00:00 +0200 (Central European Summer Time) | 1 Jun 2026 10:00:00 +0200
          1 Jun 2026 10:00 +0100 (WAT)                | 1 Jun 2026 10:00 +0100
          Mon, 01 Jun 2026 10:00:00 GMT               | Mon, 1 Jun 2026 10:00:00 +0000
          yesterday                                   | Thu, 1 Jan 1970 00:00:00 +0000
          """)
  void theDateHasItsOffsetAndNoMore(String said, String shown) {
    assertThat(TraceRedaction.date(letter("Date: " + said + "\n\nx\n"), Instant.EPOCH).value())
        .isEqualTo(shown);
  }
}
