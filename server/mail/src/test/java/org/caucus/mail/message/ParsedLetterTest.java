package org.caucus.mail.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.caucus.kernel.support.Growth;
import org.junit.jupiter.api.Test;

class ParsedLetterTest {
  private static ParsedLetter read(String letter) {
    return ParsedLetter.of(letter.replace("\n", "\r\n").getBytes(UTF_8));
  }

  @Test
  void anOrdinaryLetterIsReadWhole() {
    ParsedLetter letter =
        read(
            """
            From: =?utf-8?Q?Ada_Ob=C3=AD?= <ada@rights.example>
            To: coalition@caucus.example, Press <press@media.example>
            Cc: liaison@platform.example
            Reply-To: desk@rights.example
            Subject: =?utf-8?B?UmVtb3ZhbCDigJM=?= =?utf-8?Q?_24_hours?=
            Message-ID: <one@rights.example>
            In-Reply-To: Your message of Tuesday <zero@caucus.example>
            References: <root@caucus.example> junk <zero@
             caucus.example> <root@caucus.example>
            Date: Tue, 21 Jun 2022 10:05:00 +0100

            The notice must come within 24 hours.
            """);

    assertThat(letter.from())
        .containsExactly(new NamedAddress("Ada Obí", MailAddress.of("ada@rights.example")));
    assertThat(letter.to()).hasSize(2);
    assertThat(letter.cc()).hasSize(1);
    assertThat(letter.replyTo()).hasSize(1);
    assertThat(letter.subject()).isEqualTo("Removal – 24 hours");
    assertThat(letter.messageId()).contains("one@rights.example");
    assertThat(letter.inReplyTo()).contains("zero@caucus.example");
    assertThat(letter.references()).containsExactly("root@caucus.example", "zero@caucus.example");
    assertThat(letter.date()).contains(Instant.parse("2022-06-21T09:05:00Z"));
    assertThat(letter.text()).isEqualTo("The notice must come within 24 hours.");
    assertThat(letter.attachments()).isEmpty();
    assertThat(letter.damaged()).isFalse();
  }

  private static final String MIXED =
      """
      Content-Type: multipart/mixed; boundary=m

      --m
      Content-Type: multipart/alternative; boundary=a

      --a
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      Caf=C3=A9 memo
      --a
      Content-Type: text/html

      <p>not this</p>
      --a--
      --m
      Content-Type: application/pdf; name="../../etc/memo\u202Efdp.pdf"
      Content-Disposition: attachment
      Content-Transfer-Encoding: base64

      JVBERi0xLjQ=
      --m
      Content-Type: message/rfc822

      Subject: forwarded

      inside
      --m
      Content-Type: application/octet-stream
      Content-Disposition: attachment; filename*0*=utf-8''r%C3%A9ponse; filename*1=.doc

      x
      --m--
      """;

  @Test
  void attachmentsAreListedAndTakenOut() {
    ParsedLetter letter = read(MIXED);

    assertThat(letter.text()).isEqualTo("Café memo");
    assertThat(letter.attachments())
        .containsExactly(
            new Attachment("2", "memofdp.pdf", "application/pdf", 8),
            new Attachment("3", "part-3.eml", "message/rfc822", 28),
            new Attachment("4", "réponse.doc", "application/octet-stream", 1));
    byte[] pdf =
        letter.attachments().getFirst().contentIn(MIXED.replace("\n", "\r\n").getBytes(UTF_8));
    assertThat(new String(pdf, US_ASCII)).isEqualTo("%PDF-1.4");
    assertThat(letter.damaged()).isFalse();
  }

  @Test
  void htmlBecomesReadableWithItsLinks() {
    ParsedLetter letter =
        read(
            """
            Content-Type: text/html; charset=utf-8

            <html><head><title>no</title><style>p {}</style></head><body><h1>Draft code</h1>
            <p>Part&nbsp;III asks<br>for a <a href="https://agency.example/code?a=1&amp;b=2">liaison officer</a>.</p>
            <ul><li>incorporate</li><li>contact <a href="mailto:desk@agency.example">desk@agency.example</a></li></ul>
            <blockquote>earlier words</blockquote><script>alert(1)</script><pre>a  b
            c</pre></body></html>
            """);

    assertThat(letter.text())
        .isEqualTo(
            """
            Draft code

            Part III asks
            for a liaison officer <https://agency.example/code?a=1&b=2>.

            - incorporate
            - contact desk@agency.example

            > earlier words

            a  b
            c\
            """);
  }

  @Test
  void flowedLinesAreJoined() {
    ParsedLetter letter =
        read(
            """
            Content-Type: text/plain; format=flowed

            > quoted\s
            > words
            A long\s
            line.

             From here
            --\s
            Ada
            """);

    assertThat(letter.text()).isEqualTo("> quoted words\nA long line.\n\nFrom here\n-- \nAda");
  }

  @Test
  void charsetsThatLieAreSeenThrough() {
    byte[] latin = "Content-Type: text/plain; charset=utf-8\r\n\r\nCaf\u00e9".getBytes(ISO_8859_1);
    byte[] utf8 = "Content-Type: text/plain; charset=iso-8859-1\r\n\r\nCafé".getBytes(UTF_8);
    byte[] unknown = "Content-Type: text/plain; charset=x-klingon\r\n\r\nCafé".getBytes(UTF_8);
    byte[] rawSubject = "Subject: Caf\u00e9\r\n\r\n".getBytes(ISO_8859_1);

    assertThat(ParsedLetter.of(latin).text()).isEqualTo("Café");
    assertThat(ParsedLetter.of(utf8).text()).isEqualTo("Café");
    assertThat(ParsedLetter.of(unknown).text()).isEqualTo("Café");
    assertThat(ParsedLetter.of(rawSubject).subject()).isEqualTo("Café");
  }

  @Test
  void brokenMimeIsReadAsFarAsItGoes() {
    ParsedLetter cut =
        read("Content-Type: multipart/mixed; boundary=m\n\n--m\n\nThe first words\n");
    ParsedLetter wrong =
        read("Content-Type: multipart/mixed; boundary=other\n\n--m\n\nThe words\n--m--\n");
    ParsedLetter none = read("Content-Type: multipart/mixed\n\nThe words\n");

    assertThat(cut.text()).isEqualTo("The first words");
    assertThat(cut.damaged()).isTrue();
    assertThat(wrong.text()).contains("The words");
    assertThat(none.text()).isEqualTo("The words");
  }

  @Test
  void aHundredThousandPartsAreReadInOneWalk() {
    double grows =
        Growth.of(
            100_000,
            parts -> {
              String bomb =
                  "Content-Type: multipart/mixed; boundary=m\n\n"
                      + "--m\n\nx\n".repeat(parts)
                      + "--m--\n";
              return () -> {
                ParsedLetter letter = read(bomb);
                assertThat(letter.damaged()).isTrue();
                assertThat(letter.text()).startsWith("x\n\nx");
              };
            });

    assertThat(grows).isLessThan(Growth.LINEAR);
  }

  @Test
  void aDepthBombIsReadInOneWalk() {
    int most = 20_000;
    assertThat(Growth.of(most, depth -> () -> assertThat(parts(depth).damaged()).isTrue()))
        .isLessThan(Growth.LINEAR);
    double grows =
        Growth.of(
            most,
            depth -> {
              String html =
                  "Content-Type: text/html\n\n"
                      + "<blockquote><a href='http://x.example'>".repeat(depth)
                      + "deep";
              return () -> assertThat(read(html).text()).isNotEmpty();
            });
    assertThat(grows).isLessThan(Growth.LINEAR);
  }

  /** Each part within the one before. */
  private static ParsedLetter parts(int depth) {
    StringBuilder bomb = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      bomb.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');
    }
    return read(bomb.toString());
  }

  @Property(tries = 200)
  void nothingThrows(@ForAll byte[] any) {
    assertThat(ParsedLetter.of(any).text()).isNotNull();
  }

  @Test
  void aMangledLetterNeverThrows() {
    byte[] whole = MIXED.replace("\n", "\r\n").getBytes(UTF_8);
    Random random = new Random(24);
    for (int round = 0; round < 500; round++) {
      byte[] mangled = whole.clone();
      for (int i = 0; i < 10; i++) {
        mangled[random.nextInt(mangled.length)] = (byte) random.nextInt(256);
      }
      ParsedLetter letter = ParsedLetter.of(mangled);
      letter.attachments().forEach(a -> assertThat(a.contentIn(mangled)).hasSize((int) a.size()));
    }
  }

  @Test
  void allPartsOfALetterHaveOneBudgetOfElements() {
    String part =
        "--b\r\nContent-Type: text/html\r\n\r\n"
            + "<p><a href=\"http://a.example/%d\">the memo</a></p>".repeat(1)
            + "<p>x</p>".repeat(3_000)
            + "\r\n";
    StringBuilder letter =
        new StringBuilder("Content-Type: multipart/mixed; boundary=b\r\nFrom: a@a.example\r\n\r\n");
    for (int i = 0; i < 10; i++) {
      letter.append(part.formatted(i));
    }
    ParsedLetter read = ParsedLetter.of(letter.append("--b--\r\n").toString().getBytes(UTF_8));

    // links stand where a tree was built; of what is beyond the budget the words are read all the
    // same
    assertThat(read.text().split("<http", -1)).hasSizeBetween(2, 6);
    assertThat(read.text().split("the memo", -1)).hasSize(11);
  }

  @Test
  void textFilesLeaveRoomForTheWordsThatAreShown() {
    String file =
        "--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=a.csv\r\n\r\n"
            + "a,b,c\r\n".repeat(150_000);
    String letter =
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
            + file.repeat(5)
            + "--b\r\n\r\nThe table is attached.\r\n--b--\r\n";
    ParsedLetter read = ParsedLetter.of(letter.getBytes(UTF_8));

    assertThat(read.text()).isEqualTo("The table is attached.");
    assertThat(read.attachments()).hasSize(5);
    assertThat(read.damaged()).isFalse();
  }
}
