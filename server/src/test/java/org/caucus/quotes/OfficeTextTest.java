package org.caucus.quotes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

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

  @Test
  void whatItIsIsSaidByItsTypeOrItsName() {
    assertThat(OfficeText.is("application/octet-stream", "Memo.DOCX")).isTrue();
    assertThat(OfficeText.is("application/vnd.oasis.opendocument.text", "memo")).isTrue();
    assertThat(OfficeText.is("application/pdf", "memo.pdf")).isFalse();
  }
}
