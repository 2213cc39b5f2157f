package org.caucus.mail.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.caucus.kernel.support.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawLetterTest {
  private static final String SIGNED =
      """
      Received: from mail.rights.example ([192.0.2.7])\r
      \tby caucus.example;  Tue, 21 Jun 2022 10:00:00 +0100\r
      SUBJECT:   Memo  to\r
        the agency\t\r
      From: Ada Obi <ada@rights.example>\r
      Content-Type: multipart/signed; micalg=pgp-sha512;\r
       protocol="application/pgp-signature"; boundary="b"\r
      \r
      preamble \u00e9\u00ff kept\r
      --b\r
      Content-Type: text/plain; charset=iso-8859-1\r
      Content-Transfer-Encoding: 8bit\r
      \r
      Caf\u00e9, trailing blanks   \r
      --b\r
      Content-Type: application/pgp-signature; name=signature.asc\r
      \r
      -----BEGIN PGP SIGNATURE-----\r
      \r
      aW52ZW50ZWQ=\r
      -----END PGP SIGNATURE-----\r
      --b--\r
      epilogue\
      """;

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static String text(RawLetter letter) {
    return new String(letter.toBytes(), ISO_8859_1);
  }

  @Test
  void whatDiffersIsNamed() {
    RawLetter letter = RawLetter.of(bytes(SIGNED));

    assertThat(letter.differing(letter)).isEmpty();
    assertThat(letter.without("SUBJECT").differing(letter)).containsExactly("subject");
    assertThat(letter.differing(letter.with(Header.text("Subject", "Memo"))))
        .containsExactly("subject");
    assertThat(
            letter.prepend(Header.text("From", "Eve"), Header.text("X-Own", "1")).differing(letter))
        .containsExactlyInAnyOrder("from", "x-own");
    assertThat(RawLetter.of(bytes(SIGNED)).differing(letter)).contains("received", "from");
  }

  @Test
  void aRelayChangesOnlyTheHeadersItMeansTo() {
    RawLetter letter = RawLetter.of(bytes(SIGNED));

    RawLetter relayed =
        letter
            .without("dkim-signature", "Received")
            .with(Header.text("Subject", "[COP] Memo to the agency"))
            .with(Header.structured("List-Id", "<coalition.caucus.example>"))
            .prepend(Header.structured("Return-Path", "<>"));

    assertThat(relayed.body()).isEqualTo(letter.body());
    assertThat(text(relayed))
        .startsWith("Return-Path: <>\r\nSubject: [COP] Memo to the agency\r\nFrom: Ada Obi")
        .contains("Content-Type: multipart/signed; micalg=pgp-sha512;\r\n protocol=")
        .contains(
            "List-Id: <coalition.caucus.example>\r\n\r\npreamble \u00e9\u00ff kept\r\n--b\r\n")
        .endsWith(SIGNED.substring(SIGNED.indexOf("\r\n\r\n")));
    assertThat(relayed.toBytes()).endsWith(letter.body());
    assertThat(relayed.bodyOffset()).isEqualTo(relayed.toBytes().length - letter.body().length);
  }

  @Test
  void fieldsThatStayKeepTheirFolding() {
    RawLetter letter = RawLetter.of(bytes(SIGNED));

    assertThat(text(letter.without("From")))
        .contains("SUBJECT:   Memo  to\r\n  the agency\t\r\nContent-Type");
    assertThat(letter.value("subject")).contains("Memo  to  the agency");
    assertThat(letter.names()).containsExactly("Received", "SUBJECT", "From", "Content-Type");
  }

  @Property
  void everyOctetsAreALetter(@ForAll byte[] any) throws IOException {
    RawLetter letter = RawLetter.of(any);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    letter.writeTo(stream);

    assertThat(letter.toBytes()).isEqualTo(any);
    assertThat(stream.toByteArray()).isEqualTo(any);
    assertThat(letter.body()).isEqualTo(Arrays.copyOfRange(any, letter.bodyOffset(), any.length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n",
        "\n",
        "Subject: memo",
        "Subject: memo\r\n",
        "Subject: memo\n\nbody\nlines\n",
        "\r\nbody only",
        "no header at all, just words\r\nmore: words\r\n",
        "From ada Tue Jun 21\nSubject: memo\n\nbody",
        "Subject: memo\r\n\nbody after mixed ends",
        "Subject : old form\r\n\r\nbody",
        "Subject: a\rb\r\n\r\nbody"
      })
  void oddLettersRoundTripAndTakeHeaders(String odd) {
    RawLetter letter = RawLetter.of(bytes(odd));

    RawLetter marked = letter.prepend(Header.structured("X-Mark", "1"));

    assertThat(text(letter)).isEqualTo(odd);
    assertThat(marked.body()).isEqualTo(letter.body());
    RawLetter again = RawLetter.of(marked.toBytes());
    assertThat(again.value("X-Mark")).contains("1");
    assertThat(again.body()).isEqualTo(letter.body());
    assertThat(RawLetter.of(letter.with(Header.structured("X-Mark", "2")).toBytes()).body())
        .isEqualTo(letter.body());
  }

  @Test
  void aMegabyteOfHeadersIsEditedInOneWalk() {
    double grows =
        Growth.of(
            30_000,
            fields -> {
              String padding = "X-Pad: removal notice within 24 hours\r\n".repeat(fields);
              RawLetter letter = RawLetter.of(bytes("Subject: memo\r\n" + padding + "\r\nbody"));
              return () ->
                  assertThat(text(letter.without("X-Pad"))).isEqualTo("Subject: memo\r\n\r\nbody");
            });

    assertThat(grows).isLessThan(Growth.LINEAR);
  }

  /** Each field is an object: ten million of them in a letter of an archive would fill any heap. */
  @Test
  void whatIsBehindTheLastFieldStandsAsOneLine() {
    String many = "a:\r\n".repeat(RawLetter.MAX_FIELDS);
    byte[] octets = bytes(many + "Subject: memo\r\nTo: b@x.example\r\n\r\nbody");
    RawLetter letter = RawLetter.of(octets);

    assertThat(letter.names()).hasSize(RawLetter.MAX_FIELDS).doesNotContain("Subject");
    assertThat(letter.hasStrayLine()).isTrue();
    assertThat(text(letter)).isEqualTo(new String(octets, ISO_8859_1));
    assertThat(letter.body()).isEqualTo(bytes("body"));
  }

  @Test
  void repeatedFieldsAreReplacedByOne() {
    RawLetter letter =
        RawLetter.of(
            bytes("Reply-To: a@x.example\r\nTo: b@x.example\r\nreply-to: c@x.example\r\n\r\n"));

    assertThat(text(letter.with(Header.structured("Reply-To", "list@x.example"))))
        .isEqualTo("Reply-To: list@x.example\r\nTo: b@x.example\r\n\r\n");
  }
}
