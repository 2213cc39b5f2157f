package org.caucus.mail.message.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.privacy.LetterPictureStripper;
import org.caucus.mail.message.privacy.RemoteContent;
import org.caucus.mail.message.privacy.TicketRedaction;
import org.junit.jupiter.api.Test;

/** Checksums of parts (RFC 1864), which programs may believe: none is of octets that are gone. */
class PartChangeTest {
  private static final String CHECKSUM = "Content-MD5: Q2hlY2sgSW50ZWdyaXR5IQ==\r\n";
  private static final String TICKET = "cop+b.r3yvncnwf26w255no54tbbyywu@lists.example";

  private static RawLetter letter(String part, String body) {
    String all =
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
            + ("Content-Type: text/plain\r\n" + CHECKSUM + "\r\nAs it was.\r\n--b\r\n")
            + (part + CHECKSUM + "\r\n" + body + "\r\n--b--\r\n");
    return RawLetter.of(all.getBytes(UTF_8));
  }

  private static int checksums(RawLetter letter) {
    return new String(letter.toBytes(), UTF_8).split("Content-MD5", -1).length - 1;
  }

  private static String document() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : new String[] {"[Content_Types].xml", "docProps/core.xml"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<x><dc:creator>Canary</dc:creator></x>".getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return Base64.getMimeEncoder().encodeToString(out.toByteArray());
  }

  private static void assertCut(UnaryOperator<RawLetter> change, String part, String body) {
    RawLetter letter = letter(part, body);
    RawLetter changed = change.apply(letter);
    assertThat(changed).as(part).isNotSameAs(letter);
    assertThat(checksums(changed)).as(new String(changed.toBytes(), UTF_8)).isEqualTo(1);
  }

  @Test
  void whatStandsForOtherOctetsHasNoChecksumOfThoseOfBefore() throws IOException {
    String docx = "Content-Type: application/octet-stream; name=memo.docx\r\n";
    String base64 = "Content-Transfer-Encoding: base64\r\n";
    UnaryOperator<RawLetter> tickets = l -> TicketRedaction.cut(l, "lists.example");
    String words = "Write to " + TICKET;
    String encoded = Base64.getMimeEncoder().encodeToString(words.getBytes(UTF_8));
    assertCut(LetterPictureStripper::out, docx + base64, document());
    assertCut(LetterPictureStripper::leavingOut, docx + base64, "UEsDBA==");
    assertCut(tickets, "Content-Type: text/plain\r\n", words);
    assertCut(tickets, "Content-Type: text/plain\r\n" + base64, encoded);
    assertCut(tickets, "Content-Type: message/rfc822\r\n", "Subject: Copy\r\n\r\n" + words);
    assertCut(
        RemoteContent::out,
        "Content-Type: text/html\r\n",
        "<img src=https://tracker.example/p.gif>");
  }

  @Test
  void whatIsWrittenOtherwiseAndStandsForTheSameKeepsIt() {
    RawLetter letter = letter("Content-Type: text/plain; charset=utf-8\r\n", "Grüße");

    assertThat(checksums(WireForm.sevenBit(letter).orElseThrow())).isEqualTo(2);
  }
}
