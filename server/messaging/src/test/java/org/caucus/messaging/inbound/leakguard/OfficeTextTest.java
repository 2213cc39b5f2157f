package org.caucus.messaging.inbound.leakguard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Words in documents are words. */
class OfficeTextTest {
  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("media/picture.png"));
      zip.write(new byte[1000]);
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] document(String body) throws IOException {
    String xml = "<?xml version=\"1.0\"?><w:document><w:body>" + body + "</w:body></w:document>";
    return zip("word/document.xml", xml.getBytes(UTF_8));
  }

  @Test
  void wordsThatAreCutIntoRunsAreWhole() throws IOException {
    byte[] memo =
        document(
            "<w:p><w:r><w:t>If the age</w:t></w:r><w:r><w:rPr/><w:t xml:space=\"preserve\">ncy"
                + " keeps R&amp;D</w:t></w:r></w:p><w:p><w:t>Second</w:t></w:p>");

    assertThat(OfficeText.of(memo)).containsExactly("If the agency keeps R&D\nSecond\n");
  }

  /** Characters may be written as their numbers; programs show them all the same. */
  @Test
  void lettersWrittenAsNumbersAreRead() throws IOException {
    byte[] memo = document("<w:p><w:t>The&#32;ag&#101;ncy&#x2019;s reply</w:t></w:p>");

    assertThat(OfficeText.of(memo)).containsExactly("The agency\u2019s reply\n");
  }

  @Test
  void anOpenDocumentAndSlidesAreRead() throws IOException {
    byte[] text = "<text:p text:style-name=\"P1\">A plan</text:p>".getBytes(UTF_8);
    byte[] slide = "<a:p><a:t>A slide</a:t></a:p>".getBytes(UTF_8);

    assertThat(OfficeText.of(zip("content.xml", text))).containsExactly("A plan\n");
    assertThat(OfficeText.of(zip("ppt/slides/slide1.xml", slide))).containsExactly("A slide\n");
    assertThat(OfficeText.of(zip("xl/sharedStrings.xml", slide))).isEmpty();
  }

  /** What a small file unpacks to is bounded, and a broken one is no error. */
  @Test
  void aBombEndsAndWhatIsBrokenSaysNothing() throws IOException {
    byte[] bomb = zip("word/document.xml", new byte[40 * 1024 * 1024]);

    assertThat(OfficeText.of(bomb))
        .allSatisfy(t -> assertThat(t.length()).isLessThan(OfficeText.MAX_UNPACKED_BYTES));
    assertThat(OfficeText.of(Arrays.copyOf(bomb, 40))).isEmpty();
    assertThat(OfficeText.of("no zip".getBytes(UTF_8))).isEmpty();
  }

  /** Each tag costs what it is long, however many follow without a blank. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void tagsWithoutEndAreReadOnce() throws IOException {
    byte[] tags = "<a>".repeat(4_000_000).getBytes(UTF_8);

    assertThat(OfficeText.of(zip("word/document.xml", tags))).allMatch(String::isBlank);
  }

  /** Many small files cost what one large file does. */
  @Test
  void theFilesOfALetterAreBoundedTogether() throws IOException {
    byte[] bomb = document("<w:p><w:t>" + "word ".repeat(1_000_000) + "</w:t></w:p>");

    List<String> texts = OfficeText.in(letter(Collections.nCopies(20, bomb)));

    assertThat(texts).isNotEmpty();
    assertThat(texts.stream().mapToInt(String::length).sum())
        .isLessThanOrEqualTo(OfficeText.MAX_CHARS);
    assertThat(OfficeText.of(bomb))
        .allSatisfy(t -> assertThat(t.length()).isLessThanOrEqualTo(TextFingerprint.MAX_CHARS));
  }

  @Test
  void allDocumentsOfALetterAndOfALetterInItAreRead() throws IOException {
    byte[] one = document("<w:p>One</w:p>");
    byte[] two = document("<w:p>Two</w:p>");
    String inner = new String(letter(List.of(two)).toBytes(), UTF_8);
    String outer =
        (mixed() + file(one)).replace("=x", "=y").replace("--x", "--y")
            + "--y\r\nContent-Type: message/rfc822\r\n\r\n"
            + inner
            + "--y--\r\n";

    assertThat(OfficeText.in(letter(List.of(one, two)))).containsExactly("One\n", "Two\n");
    assertThat(OfficeText.in(RawLetter.of(outer.getBytes(UTF_8))))
        .containsExactly("One\n", "Two\n");
  }

  private static String mixed() {
    return "Content-Type: multipart/mixed; boundary=x\r\n\r\n";
  }

  private static String file(byte[] bytes) {
    return "--x\r\nContent-Type: application/octet-stream; name=memo.docx\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(bytes)
        + "\r\n";
  }

  private static RawLetter letter(List<byte[]> files) {
    StringBuilder letter = new StringBuilder(mixed());
    files.forEach(bytes -> letter.append(file(bytes)));
    return RawLetter.of(letter.append("--x--\r\n").toString().getBytes(UTF_8));
  }

  @Test
  void whatItIsIsSaidByItsTypeOrItsName() {
    assertThat(OfficeText.is("application/octet-stream", "Memo.DOCX")).isTrue();
    assertThat(OfficeText.is("application/vnd.oasis.opendocument.text", "memo")).isTrue();
    assertThat(OfficeText.is("application/pdf", "memo.pdf")).isFalse();
  }
}
