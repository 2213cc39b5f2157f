package org.caucus.mail.auth.dkim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.caucus.mail.auth.dmarc.Dmarc;
import org.caucus.mail.auth.dns.TxtRecords;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each freedom that a signed letter leaves to those who have it: {@code proof/letters.txt} takes
 * one after the other and says what the signature still proves.
 */
class FreedomTest {
  private static final Instant NOW = Instant.parse("2026-06-14T09:30:00Z");
  private static final Map<String, String> PUBLISHED = new HashMap<>();
  private static final TxtRecords RECORDS =
      name -> PUBLISHED.containsKey(name) ? List.of(PUBLISHED.get(name)) : List.of();
  private static final DkimKey KEY = key();

  private static final String HEAD =
      """
      From: Ada Obi <ada@rights.example>
      To: coalition@lists.example
      Subject: Notice within 24 hours
      Date: Sun, 14 Jun 2026 09:29:00 +0000
      Message-ID: <1@rights.example>
      MIME-Version: 1.0
      """;

  private static final String ANSWER =
      HEAD.replace("Notice", "Re: Notice")
          + "In-Reply-To: <0@rights.example>\nReferences: <a@rights.example> <0@rights.example>\n";

  private static final String QUOTE =
      """

      No, this must not go to the companies.

      Tobi wrote:
      > Here is what I propose:
      --summary

      We accept the draft as it is. +ADw-b+AD4- =41
      --summary--
      """;

  private static final String FORMS =
      """

      --outer
      Content-Type: text/plain; charset=utf-8

      The draft asks for removal within 24 hours.
      --outer
      Content-Type: multipart/related; boundary=inner

      --inner
      Content-Type: text/html; charset=utf-8

      <p>The draft asks for removal within 24 hours.</p>
      --inner--
      --outer--
      """;

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry(
              "plain",
              HEAD + "Content-Type: text/plain; charset=utf-8\n\nThe draft asks for removal.\n"),
          Map.entry(
              "old",
              HEAD.replace("14 Jun 2026", "8 Jun 2026").replace("Sun", "Mon")
                  + "Content-Type: text/plain; charset=utf-8\n\nThe draft asks for removal.\n"),
          Map.entry("answer", ANSWER + "Content-Type: text/plain; charset=utf-8\n" + QUOTE),
          Map.entry(
              "alternative",
              HEAD + "Content-Type: multipart/alternative; boundary=outer\n" + FORMS),
          Map.entry(
              "told",
              HEAD
                  + "Content-Type: multipart/alternative; boundary=outer\n"
                  + "\nThis is a multi-part message in MIME format."
                  + FORMS),
          Map.entry(
              "leading",
              ANSWER.replaceFirst("References:.*\n", "")
                  + "Content-Type: text/plain; charset=utf-8\n\nYes.\n"),
          Map.entry(
              "attached",
              HEAD
                  + "Content-Type: multipart/mixed; boundary=outer\n"
                  + FORMS.replace(
                      "--outer--",
                      "--outer\nContent-Type: text/csv; name=a.csv\n"
                          + "Content-Disposition: attachment; filename=a.csv\n\n1,2\n--outer--")),
          Map.entry(
              "base64",
              HEAD
                  + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                  + Base64.getMimeEncoder().encodeToString("Délai de 24 heures.\n".getBytes(UTF_8))
                  + "\n"),
          Map.entry(
              "quoted",
              HEAD
                  + "Content-Type: text/plain; charset=utf-8\n"
                  + "Content-Transfer-Encoding: quoted-printable\n\nD=C3=A9lai de 24 heures.\n"),
          Map.entry(
              "flowed",
              HEAD
                  + "Content-Type: text/plain; charset=utf-8; format=flowed\n\n"
                  + "The draft asks \nfor removal.\n"),
          Map.entry(
              "html",
              HEAD
                  + "Content-Type: text/html; charset=utf-8\n\n"
                  + "<!DOCTYPE html><html><body><p>Within <b>24</b> hours.</p></body></html>\n"),
          Map.entry(
              "calendar",
              HEAD
                  + "Content-Type: multipart/mixed; boundary=outer\n"
                  + "\n--outer\nContent-Type: multipart/alternative; boundary=inner\n\n--inner\n"
                  + "Content-Type: text/plain\n\nAda has accepted.\n--inner\n"
                  + "Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\n"
                  + "END:VCALENDAR\n--inner--\n--outer\n"
                  + "Content-Type: application/ics; name=invite.ics\n"
                  + "Content-Disposition: attachment; filename=invite.ics\n\n"
                  + "BEGIN:VCALENDAR\nEND:VCALENDAR\n--outer--\n"));

  /** One row of the table. */
  record Row(String letter, String signer, List<String> changes, SignatureExtent proves) {}

  private static DkimKey key() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] all = pair.getPublic().getEncoded();
      byte[] octets = Arrays.copyOfRange(all, 12, all.length);
      PUBLISHED.put(
          "e._domainkey.rights.example",
          "v=DKIM1; k=ed25519; p=" + Base64.getEncoder().encodeToString(octets));
      return new DkimKey("rights.example", "e", pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = FreedomTest.class.getResourceAsStream("/proof/letters.txt")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  static Stream<Row> rows() throws IOException {
    return lines().stream()
        .filter(line -> !line.startsWith("signer "))
        .map(line -> line.split("\\|", -1))
        .map(
            cells ->
                new Row(
                    cells[0].strip(),
                    cells[1].strip(),
                    Stream.of(cells[2].split(" ;(?= [-+] )", -1))
                        .map(String::strip)
                        .filter(change -> !change.isEmpty())
                        .toList(),
                    SignatureExtent.valueOf(cells[3].strip())));
  }

  private static RawLetter signed(Row row) throws IOException {
    RawLetter letter =
        RawLetter.of(LETTERS.get(row.letter()).replace("\n", "\r\n").getBytes(UTF_8));
    String list =
        lines().stream()
            .filter(line -> line.startsWith("signer " + row.signer() + " "))
            .map(line -> line.substring(line.indexOf('=') + 1).strip())
            .findFirst()
            .orElseThrow();
    boolean partly = list.endsWith(":l=");
    List<String> names =
        Stream.of(list.replace(":l=", "").split(":", -1))
            .filter(name -> !name.endsWith("?") || !letter.raw(name.replace("?", "")).isEmpty())
            .map(name -> name.replace("?", "").toLowerCase(Locale.ROOT))
            .toList();
    Map<String, String> more =
        partly
            ? Map.of("l", Integer.toString(Canonicalization.RELAXED.body(letter.body()).length))
            : Map.of();
    return SignedAs.of(letter, names, KEY, more);
  }

  private static RawLetter changed(RawLetter letter, List<String> changes) {
    RawLetter now = letter;
    List<String> added = new ArrayList<>();
    for (String change : changes) {
      if (change.startsWith("- ")) {
        now = now.without(change.substring(2));
      } else {
        added.add(change.substring(2) + "\r\n");
      }
    }
    // below the first: a line on top that is no field would be taken for that of an mbox
    String text = new String(now.toBytes(), UTF_8);
    return RawLetter.of(("X-First: 1\r\n" + String.join("", added) + text).getBytes(UTF_8));
  }

  private static SignatureExtent extent(RawLetter letter) {
    return new DmarcAlignment(RECORDS, new Dmarc(RECORDS, InstantSource.fixed(NOW)))
        .extent(letter, "rights.example", NOW);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachFreedomIsTaken(Row row) throws IOException {
    RawLetter letter = changed(signed(row), row.changes());

    assertThat(extent(letter)).isEqualTo(row.proves());
    if (row.proves() != SignatureExtent.NOTHING) {
      assertThat(DmarcAlignment.mayLeaveOut(letter, "rights.example", NOW))
          .as("whether a host in front that believes it is asked how far it goes")
          .isEqualTo(row.proves() == SignatureExtent.WORDS);
    }
  }

  @Test
  void aSignatureThatCoversEverythingIsEnoughBesideOneThatDoesNot() throws IOException {
    Row all = new Row("answer", "fastmail", List.of(), SignatureExtent.LETTER);
    Row few = new Row("answer", "proton", List.of(), SignatureExtent.WORDS);
    RawLetter both =
        signed(all)
            .prepend(
                org.caucus.mail.message.Header.structured(
                    "DKIM-Signature", signed(few).value("DKIM-Signature").orElseThrow()));

    assertThat(extent(both)).isEqualTo(SignatureExtent.LETTER);
  }
}
