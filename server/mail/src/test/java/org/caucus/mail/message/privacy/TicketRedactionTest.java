package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.caucus.mail.message.LetterFullText;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy that is passed on lets nobody in or out. */
class TicketRedactionTest {
  private static final String TICKET = "r3yvncnwf26w255no54tbbyywu";
  private static final String JOIN = TICKET + "." + TICKET + "." + TICKET + TICKET;
  private static final String COPY =
      "Return-Path: <cop+b."
          + TICKET
          + "@lists.example>\r\nList-Unsubscribe: <https://caucus.example/w/cop/unsubscribe/"
          + TICKET
          + ">,\r\n <mailto:cop+u."
          + TICKET
          + "@lists.example?subject=unsubscribe>\r\nSubject: Memo\r\n\r\nThe memo is due.\r\n";

  private static RawLetter letter(String type, String body) {
    String head = "From: a@a.example\r\nContent-Type: " + type + "\r\n\r\n";
    return RawLetter.of((head + body).getBytes(UTF_8));
  }

  private static String cut(RawLetter letter) {
    return new String(TicketRedaction.cut(letter, "lists.example").toBytes(), UTF_8);
  }

  private static String mixed(String part) {
    return "--b\r\n\r\nSee below.\r\n--b\r\n" + part + "\r\n--b--\r\n";
  }

  @Test
  void anAttachedCopyKeepsItsWordsAndLosesItsTickets() {
    String body = mixed("Content-Type: message/rfc822\r\n\r\n" + COPY);
    assertThat(cut(letter("multipart/mixed; boundary=b", body)))
        .doesNotContain(TICKET)
        .contains("cop+b.removed-0@lists.example", "/w/cop/unsubscribe/removed-0>")
        .contains("Subject: Memo\r\n\r\nThe memo is due.\r\n\r\n--b--");
  }

  /** Most of a text is passed over in steps: none may pass over a ticket. */
  @Test
  void aTicketIsFoundWhereverItStands() {
    for (int i = 0; i < 60; i++) {
      for (String before : List.of(".", "a-2 ")) {
        String text = before.repeat(i) + "cop+r." + TICKET + "@lists.example" + " .".repeat(i % 7);
        assertThat(new TicketRedaction("lists.example").isIn(text)).as(text).isTrue();
        String feed = before.repeat(i) + "/feeds/cfd_" + "a".repeat(20) + ".";
        assertThat(new TicketRedaction("lists.example").without(feed)).doesNotContain("aaaa");
      }
    }
  }

  @Test
  void aCopyWithinACopyIsCutToo() {
    String inner = "Content-Type: message/rfc822\r\n\r\n" + COPY;
    String body = mixed("Content-Type: message/rfc822\r\n\r\nSubject: x\r\n" + inner);
    assertThat(cut(letter("multipart/mixed; boundary=b", body))).doesNotContain(TICKET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cop+r." + TICKET + "@lists.example wrote:",
        "COP+R.R3YVNCNWF26W255NO54TBBYYWU@LISTS.EXAMPLE",
        "<a href='mailto:cop%2Bu." + TICKET + "%40lists.example'>",
        "cop&#43;t." + TICKET + "&#64;lists.example",
        "https://caucus.example/w/cop/recall/" + TICKET,
        "https://caucus.example/join/" + JOIN,
        "https://caucus.example/feeds/cfd_Ab3yvncnwf26w255no54tbbyywu/all.atom"
      })
  void everyFormOfOneIsCut(String words) {
    assertThat(cut(letter("text/html", words)).toLowerCase(Locale.ROOT))
        .doesNotContain(TICKET)
        .doesNotContain("cfd_ab3");
  }

  @Test
  void encodedPartsAreDecodedFirst() {
    String coded = Base64.getMimeEncoder().encodeToString(COPY.getBytes(UTF_8));
    String file =
        "Content-Type: application/octet-stream; name=copy.eml\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + coded;
    String body = cut(letter("multipart/mixed; boundary=b", mixed(file)));
    String left =
        body.substring(body.indexOf("base64\r\n\r\n") + 10, body.lastIndexOf("\r\n--b--"));
    assertThat(new String(Base64.getMimeDecoder().decode(left), UTF_8))
        .doesNotContain(TICKET)
        .contains("The memo is due.");
  }

  @Test
  void wideLettersAreReadAsTheyAre() {
    String wide =
        "Content-Type: text/plain; charset=utf-16le\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getMimeEncoder().encodeToString(COPY.getBytes(UTF_16LE));
    RawLetter cut =
        TicketRedaction.cut(letter("multipart/mixed; boundary=b", mixed(wide)), "lists.example");
    assertThat(LetterFullText.of(cut))
        .anyMatch(w -> w.contains("The memo is due."))
        .noneMatch(w -> w.contains(TICKET));
  }

  private static final String ADDRESS = "cop+b." + TICKET + "@lists.example";

  private static byte[] octets(String first, String words, Charset charset) {
    byte[] head = first.getBytes(ISO_8859_1);
    byte[] rest = words.getBytes(charset);
    byte[] all = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, all, head.length, rest.length);
    return all;
  }

  /** By what they are declared to be, and the octets that they really are. */
  static Stream<Arguments> opaque() {
    String ole = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\0";
    String cut = ADDRESS.substring(0, 12) + "\1\2" + ADDRESS.substring(12);
    return Stream.of(
        Arguments.of("memo.msg", "application/vnd.ms-outlook", octets(ole, ADDRESS, UTF_16LE)),
        Arguments.of("memo.msg", "application/octet-stream", octets(ole, ADDRESS, UTF_8)),
        Arguments.of("", "application/vnd.ms-outlook", octets(ole, cut, UTF_16LE)),
        Arguments.of("memo.msg", "text/plain", octets(ole + "\1", ADDRESS, UTF_16LE)),
        Arguments.of("winmail.dat", "application/ms-tnef", octets("x\u009f>\"", ADDRESS, UTF_8)),
        Arguments.of("mails.txt", "text/plain", octets("PK\3\4\n", ADDRESS, UTF_8)),
        Arguments.of("memo.docx", "text/xml", octets("PK\3\4\n", ADDRESS, UTF_8)),
        Arguments.of("log.txt", "text/plain", octets("\u001f\u008b\b", ADDRESS, UTF_8)),
        Arguments.of("print.txt", "text/html", octets("%PDF-1.7\n", ADDRESS, UTF_8)),
        Arguments.of("memo.eml", "application/octet-stream", octets("PK\3\4\n", ADDRESS, UTF_8)),
        Arguments.of("wide.txt", "text/plain", octets("\0", ADDRESS, Charset.forName("UTF-32BE"))),
        Arguments.of("wide.txt", "text/plain", octets("", ADDRESS, UTF_16LE)));
  }

  /** Its lengths, places and sums would be wrong. */
  @ParameterizedTest
  @MethodSource("opaque")
  void ofWhatIsNoWordsNothingIsChangedAndAllIsLeftOut(String name, String type, byte[] octets) {
    byte[] given = file(name, type, octets);
    assertThat(given).as("from the browser").isSameAs(OpaqueFile.LEFT_OUT);
    assertThat(PassedFile.name(name, given)).isEqualTo("left-out.txt");

    String coded =
        "Content-Type: %s; name=\"%s\"\r\nContent-Transfer-Encoding: base64\r\n\r\n%s"
            .formatted(type, name, Base64.getMimeEncoder().encodeToString(octets));
    RawLetter letter = letter("multipart/mixed; boundary=b", mixed(coded));
    assertThat(cut(letter))
        .contains("left-out.txt", "See below.")
        .doesNotContain(Base64.getEncoder().encodeToString(octets).substring(0, 10));
  }

  @ParameterizedTest
  @MethodSource("opaque")
  void ofWhatIsNoWordsAndHasNoTicketEveryOctetStays(String name, String type, byte[] octets) {
    byte[] other = new String(octets, ISO_8859_1).replace('b', '1').getBytes(ISO_8859_1);
    for (int i = 0; i < other.length; i++) {
      other[i] = other[i] == '@' ? (byte) '#' : other[i];
    }
    assertThat(file(name, type, other)).isSameAs(other);
    String coded =
        "Content-Type: %s; name=\"%s\"\r\nContent-Transfer-Encoding: base64\r\n\r\n%s"
            .formatted(type, name, Base64.getMimeEncoder().encodeToString(other));
    RawLetter letter = letter("multipart/mixed; boundary=b", mixed(coded));
    assertThat(TicketRedaction.cut(letter, "lists.example")).isSameAs(letter);
  }

  /** Nobody can tell its parts: what stands there may be of any form. */
  @Test
  void aBodyWithoutPartsIsLeftOutIfItIsNoWords() {
    String body = "%PDF-1.7\n" + ADDRESS;
    assertThat(cut(letter("multipart/mixed", body))).contains("left-out.txt");
    assertThat(cut(letter("multipart/mixed", ADDRESS))).contains("cop+b.removed-0@lists.example");
  }

  @Test
  void aLetterAsAFileIsCutAlsoInItsEncodedParts() {
    String coded = Base64.getMimeEncoder().encodeToString(COPY.getBytes(UTF_8));
    String inner =
        "Subject: x\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + coded;
    String outer = Base64.getMimeEncoder().encodeToString(inner.getBytes(UTF_8));
    for (String type :
        List.of(
            "message/rfc822",
            "application/octet-stream; name=copy.eml",
            "text/plain; name=c.eml")) {
      String part =
          "Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + outer;
      String body = cut(letter("multipart/mixed; boundary=b", mixed(part)));
      assertThat(body).as(type).doesNotContain(outer.substring(0, 200)).contains("See below.");
    }
  }

  private static byte[] file(String name, String type, byte[] octets) {
    return new PassedFile("lists.example").of(name, type, octets, true);
  }

  @Test
  void filesFromTheBrowserAreCutByTheirKind() {
    byte[] copy = COPY.getBytes(UTF_8);
    byte[] wide = ("\ufeff" + COPY).getBytes(UTF_16LE);
    String coded = Base64.getMimeEncoder().encodeToString(copy);
    String part = "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n" + coded;
    byte[] held = letter("multipart/mixed; boundary=b", mixed(part)).toBytes();

    assertThat(new String(file("copy.eml", "message/rfc822", copy), UTF_8))
        .doesNotContain(TICKET)
        .contains("cop+b.removed-0@lists.example", "The memo is due.");
    assertThat(new String(file("copy.txt", "text/plain", copy), UTF_8)).doesNotContain(TICKET);
    assertThat(new String(file("wide.txt", "text/plain", wide), UTF_16LE))
        .doesNotContain(TICKET)
        .contains("The memo is due.");
    assertThat(new String(file("held.eml", "message/rfc822", held), UTF_8))
        .doesNotContain(coded.substring(0, 60));
    assertThat(file("copy.bin", "application/octet-stream", copy)).isSameAs(copy);
    byte[] none = "Nothing here.".getBytes(UTF_8);
    assertThat(file("note.txt", "text/plain", none)).isSameAs(none);
  }

  @Test
  void whatHasNoneStaysTheSameOctets() {
    String body =
        mixed(
            "Content-Type: text/plain\r\n\r\nhttps://caucus.example/w/cop/threads/"
                + TICKET
                + " and cop+x."
                + TICKET
                + "@elsewhere.example\r\n");
    RawLetter given = letter("multipart/mixed; boundary=b", body);
    assertThat(TicketRedaction.cut(given, "lists.example")).isSameAs(given);
  }

  /** It opens to proven members alone, and stands in the From line that is quoted. */
  @Test
  void theAddressOfAMemberStays() {
    String from = "Ada via Coalition <cop+m." + TICKET + "@lists.example> wrote:\r\n> Fees?\r\n";
    RawLetter given = letter("text/plain", from);
    assertThat(TicketRedaction.cut(given, "lists.example")).isSameAs(given);
    assertThat(new TicketRedaction("lists.example").isIn(from)).isFalse();
  }

  @Test
  void whatIsSignedStaysTheSameOctets() {
    RawLetter given = letter("multipart/signed; boundary=b", mixed("\r\n" + COPY));
    assertThat(TicketRedaction.cut(given, "lists.example")).isSameAs(given);
  }
}
