package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A memo as a company gets it: who wrote it, where and with what stands in it no more. */
class OfficeMetadataStripperTest {
  private static final String WORDS = "<w:document>" + "Part III. ".repeat(500) + "</w:document>";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String PNG =
      "\u0089PNG\r\n\u001a\n\0\0\0\0IHDR0000\0\0\0\u0006tEXtcanary0000\0\0\0\0IEND0000";

  @TempDir Path directory;

  private static Map<String, String> memo() {
    Map<String, String> memo = new LinkedHashMap<>();
    memo.put("[Content_Types].xml", "<Types/>");
    memo.put("docProps/core.xml", "<x><dc:creator>Canary</dc:creator></x>");
    memo.put("docProps/app.xml", "<x><Company>Canary Ltd</Company></x>");
    memo.put("docProps/custom.xml", "<x>canary</x>");
    memo.put("word/document.xml", WORDS);
    memo.put(
        "word/_rels/settings.xml.rels", "<R Target=\"file:///C:\\Users\\canary\\memo.dotx\"/>");
    memo.put("word/media/image1.png", PNG);
    return memo;
  }

  private static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> one : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(one.getKey());
        entry.setExtra(new byte[] {0x34, 0x12, 2, 0, 'u', 'i'});
        entry.setComment("canary");
        zip.putNextEntry(entry);
        zip.write(one.getValue().getBytes(ISO_8859_1));
        zip.closeEntry();
      }
      zip.setComment("canary");
    }
    return out.toByteArray();
  }

  /** All that is in it, unpacked by another than what wrote it. */
  private static Map<String, String> unzipped(byte[] file) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        all.put(e.getName(), new String(in.readAllBytes(), ISO_8859_1));
      }
    }
    return all;
  }

  private static byte[] bare(byte[] file) {
    return OfficeMetadataStripper.of(file).orElseThrow();
  }

  @Test
  void aMemoTellsNothingOfItsAuthorAndSaysTheSame() throws IOException {
    byte[] bare = bare(zip(memo()));

    Map<String, String> left = unzipped(bare);
    assertThat(left.keySet()).containsExactlyElementsOf(memo().keySet());
    assertThat(left.toString()).doesNotContainIgnoringCase("canary");
    assertThat(left).containsEntry("word/document.xml", WORDS);
    assertThat(left.get("word/_rels/settings.xml.rels")).contains("Target=\"Normal.dotm\"");
    assertThat(left.get("word/media/image1.png")).startsWith("\u0089PNG").doesNotContain("tEXt");
    assertThat(new String(bare, ISO_8859_1)).doesNotContain("canary");
    Path file = Files.write(directory.resolve("memo.docx"), bare);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry words = zip.getEntry("word/document.xml");
      assertThat(new String(zip.getInputStream(words).readAllBytes(), UTF_8)).isEqualTo(WORDS);
    }
    assertThat(bare(bare)).as("once more").isEqualTo(bare);
  }

  @Test
  void anOpenDocumentKeepsItsTypeInFront() throws IOException {
    Map<String, String> memo = new LinkedHashMap<>();
    memo.put("mimetype", "application/vnd.oasis.opendocument.text");
    memo.put("content.xml", WORDS);
    memo.put("meta.xml", "<x><dc:creator>Canary</dc:creator></x>");

    Map<String, String> left = unzipped(bare(zip(memo)));

    assertThat(left.keySet()).first().isEqualTo("mimetype");
    assertThat(left.get("meta.xml")).contains("<office:meta/>").doesNotContain("Canary");
    assertThat(left).containsEntry("content.xml", WORDS);
  }

  @Test
  void whatIsSignedAndWhatIsNoDocumentStays() throws IOException {
    Map<String, String> signed = memo();
    signed.put("_xmlsignatures/sig1.xml", "<Signature/>");
    Map<String, String> archive = Map.of("docProps/core.xml", "canary");

    assertThat(OfficeMetadataStripper.of(zip(signed))).isEmpty();
    assertThat(OfficeMetadataStripper.of(zip(archive))).isEmpty();
    assertThat(OfficeMetadataStripper.of("%PDF-1.7".getBytes(UTF_8))).isEmpty();
  }

  /** It is no reason to fail; it goes as it is. */
  @Test
  void oneThatIsCutShortOrDamagedAnywhereEndsNothing() throws IOException {
    byte[] whole = zip(memo());
    for (int n = 0; n < whole.length; n += 3) {
      OfficeMetadataStripper.of(Arrays.copyOf(whole, n));
      byte[] damaged = whole.clone();
      damaged[n] ^= (byte) 0xff;
      OfficeMetadataStripper.of(damaged).ifPresent(b -> assertThat(b).isNotEmpty());
    }
  }

  @Test
  void filesOfThePageAndOfLettersAreBaredWhereTheirListSaysSo() throws IOException {
    byte[] memo = zip(memo());
    PassedFile passed = new PassedFile("lists.example");
    assertThat(passed.of("memo.docx", "application/zip", memo, true)).isEqualTo(bare(memo));
    assertThat(passed.of("memo", DOCX, memo, true)).isEqualTo(bare(memo));
    assertThat(passed.of("memo.docx", DOCX, memo, false)).isSameAs(memo);
    assertThat(PassedFile.isLookedAt("memo.docx", "application/octet-stream")).isTrue();
    RawLetter letter =
        RawLetter.of(
            ("Content-Type: "
                    + DOCX
                    + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                    + Base64.getMimeEncoder().encodeToString(memo)
                    + "\r\n")
                .getBytes(UTF_8));

    String body = new String(LetterPictureStripper.out(letter).body(), UTF_8);

    assertThat(Base64.getMimeDecoder().decode(body)).isEqualTo(bare(memo));
  }
}
