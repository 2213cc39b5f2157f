package org.caucus.mail.message.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;

class AsciiHeaderTest {
  private static RawLetter of(String fields, Charset charset) {
    String letter = fields.replace("\n", "\r\n") + "\r\nGrüße, Ада.\r\n";
    return AsciiHeader.of(RawLetter.of(letter.getBytes(charset)));
  }

  private static String head(RawLetter letter) {
    return new String(letter.head(), UTF_8);
  }

  @Test
  void aHeaderInAsciiIsLeftAsItIsOctetByOctet() {
    RawLetter letter =
        RawLetter.of("Subject:  =?utf-8?q?Zo=C3=AB?=\r\n\r\nЗоя\r\n".getBytes(UTF_8));
    assertThat(AsciiHeader.of(letter)).isSameAs(letter);
  }

  @Test
  void wordsBecomeEncodedWordsAndTheBodyStays() {
    RawLetter letter =
        of("Subject: Über =?utf-8?q?Zo=C3=AB?=\nX-Note: Ада\nX-Plain: as  it was\n", UTF_8);
    assertThat(head(letter).chars()).allMatch(c -> c < 0x80);
    assertThat(ParsedLetter.of(letter).subject()).isEqualTo("Über Zoë");
    assertThat(head(letter))
        .contains("X-Note: =?UTF-8?B?0JDQtNCw?=\r\n", "X-Plain: as  it was\r\n");
    assertThat(letter.body()).isEqualTo("Grüße, Ада.\r\n".getBytes(UTF_8));
  }

  @Test
  void octetsThatAreNoUtf8AreReadAsTheyWereMeant() {
    RawLetter letter = of("Subject: Caf\u00e9\n", ISO_8859_1);
    assertThat(ParsedLetter.of(letter).subject()).isEqualTo("Café");
    assertThat(head(letter).chars()).allMatch(c -> c < 0x80);
  }

  @Test
  void anAddressThatHasNoOtherFormIsShownAndNotAnswered() {
    RawLetter letter =
        of(
            """
            To: coalition@lists.example, Зоя <зоя@пошта.example>, "Ö, Bo" <bo@bücher.example>
            Cc: ада@почта.example
            Reply-To: ада@почта.example
            Sender: ада@почта.example
            """,
            UTF_8);
    assertThat(head(letter).replace("\r\n ", " "))
        .isEqualTo(
            """
            To: coalition@lists.example, =?UTF-8?B?0JfQvtGP?=:;, =?ISO-8859-1?B?1iwgQm8=?= <bo@xn--bcher-kva.example>
            Cc: =?UTF-8?B?0LDQtNCwQNC/0L7Rh9GC0LAuZXhhbXBsZQ==?=:;

            """
                .replace("\n", "\r\n"));
  }

  @Test
  void identifiersStayDistinctAndWhatProgramsReadStaysReadable() {
    RawLetter letter =
        of(
            """
            Message-ID: <1@почта.example>
            References: <a@x.example> <0@почта.example>
            Received: from почта.example ([192.0.2.1]) by mx.example; Thu, 26 Nov 2026 06:00:00 +0000
            Content-Type: application/pdf; name="Мемо.pdf"
            DKIM-Signature: v=1; d=почта.example; b=x
            не поле вовсе
            """,
            UTF_8);
    assertThat(head(letter).replace("\r\n ", " "))
        .isEqualTo(
            """
            Message-ID: <1@=D0=BF=D0=BE=D1=87=D1=82=D0=B0.example>
            References: <a@x.example> <0@=D0=BF=D0=BE=D1=87=D1=82=D0=B0.example>
            Received: from ?????.example ([192.0.2.1]) by mx.example; Thu, 26 Nov 2026 06:00:00 +0000
            Content-Type: application/pdf; name="=?UTF-8?B?0JzQtdC80L4ucGRm?="

            """
                .replace("\n", "\r\n"));
  }

  @Test
  void aWordThatFitsOnNoLineTakesItsFieldAway() {
    RawLetter letter =
        of("X-Long: " + "ы".repeat(30_000) + "\nTo: " + "я".repeat(2_000) + "@x.example\n", UTF_8);
    assertThat(head(letter).lines()).allMatch(l -> l.length() <= 998);
    assertThat(head(letter).chars()).allMatch(c -> c < 0x80);
  }
}
