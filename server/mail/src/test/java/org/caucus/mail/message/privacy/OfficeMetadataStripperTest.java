package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
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

  /** It is no reason to fail. */
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

  private static RawLetter letter(byte[]... documents) {
    StringBuilder all = new StringBuilder("Content-Type: multipart/mixed; boundary=x\r\n\r\n");
    for (byte[] one : documents) {
      all.append("--x\r\nContent-Type: application/octet-stream; name=memo.docx\r\n")
          .append("Content-MD5: Q2hlY2sgSW50ZWdyaXR5IQ==\r\n")
          .append("Content-Transfer-Encoding: base64\r\n\r\n")
          .append(Base64.getMimeEncoder().encodeToString(one))
          .append("\r\n");
    }
    return RawLetter.of(all.append("--x--\r\n").toString().getBytes(UTF_8));
  }

  private static boolean isClosed(byte[] file) {
    return OfficeMetadataStripper.isClosed("memo.docx", DOCX, file);
  }

  /** A ZIP of which each record tells of the one entry that is there. */
  private static byte[] overlapping(int records, int length) {
    byte[] name = "[Content_Types].xml".getBytes(UTF_8);
    int directory = 30 + name.length + length;
    ByteBuffer out =
        ByteBuffer.allocate(directory + records * (46 + name.length) + 22)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0x04034b50).putInt(18, length).putInt(22, length);
    out.putShort(26, (short) name.length).put(30, name);
    for (int n = 0; n < records; n++) {
      int at = directory + n * (46 + name.length);
      out.putInt(at, 0x02014b50).putInt(at + 20, length).putInt(at + 24, length);
      out.putShort(at + 28, (short) name.length).put(at + 46, name);
    }
    int end = out.capacity() - 22;
    out.putInt(end, 0x06054b50).putShort(end + 10, (short) records).putInt(end + 16, directory);
    return out.array();
  }

  @Test
  void entriesThatOverlapOrReachTooFarAreNotCopied() {
    byte[] small = overlapping(1, 60_000);
    byte[] many = overlapping(2_000, 60_000);
    byte[] far = overlapping(1, 60_000);
    ByteBuffer.wrap(far).order(ByteOrder.LITTLE_ENDIAN).putInt(far.length - 22 - 65 + 20, 70_000);

    assertThat(OfficeMetadataStripper.of(small)).isPresent();
    for (byte[] file : List.of(many, far)) {
      assertThat(OfficeMetadataStripper.of(file)).isEmpty();
      assertThat(isClosed(file)).isTrue();
    }
  }

  private static byte[] withLargePicture() throws IOException {
    Map<String, String> memo = memo();
    int length = 30_000_000;
    String head = PNG.substring(0, PNG.indexOf("\0\0\0\u0006tEXt"));
    String size = new String(ByteBuffer.allocate(4).putInt(length).array(), ISO_8859_1);
    String rest = PNG.substring(head.length());
    String data = size + "IDAT" + "\0".repeat(length) + "0000";
    memo.put("word/media/image1.png", head + data + rest);
    return zip(memo);
  }

  @Test
  void aLargePictureComesOutPackedAndFilesOfALetterShareWhatMayBeUnpacked() throws IOException {
    byte[] memo = withLargePicture();

    byte[] bare = bare(memo);

    assertThat(bare.length).isLessThan(memo.length + ZipRewriter.MOST_ADDED);
    assertThat(unzipped(bare).get("word/media/image1.png")).hasSize(30_000_000 + 44);
    assertThat(LetterPictureStripper.hasClosed(letter(memo, memo))).isFalse();
    assertThat(LetterPictureStripper.hasClosed(letter(memo, memo, memo))).isTrue();
  }

  private static String relation(String type, String target) {
    return "<Relationship Target='" + target + "' Id=\"r\" Type=\"" + type + "\"/>";
  }

  @Test
  void propertiesAreFoundByWhatTheRootPointsAtAndInAnyCase() throws IOException {
    String core = "package/services/metadata/core-properties/0f3a.psmdcp";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    Map<String, String> memo = memo();
    memo.remove("docProps/core.xml");
    memo.put(
        "_RELS/.rels",
        "<Relationships>"
            + relation("http://x/package/2006/relationships/metadata/core-properties", "/" + core)
            + relation(office + "extended-properties", "./About/%41pp.xml")
            + relation("http://purl.oclc.org/ooxml/x/customProperties", "a/../Own&#x2e;XML")
            + relation("http://x/relationships/metadata/thumbnail", "small.jpeg")
            + relation("http://x/2020/02/relationships/classificationlabels", "labels.xml")
            + relation(office + "officeDocument", "word/document.xml")
            + "</Relationships>");
    for (String name :
        List.of(
            core,
            "about/App.xml",
            "own.xml",
            "Small.JPEG",
            "labels.xml",
            "DOCPROPS/CORE.XML",
            "docProps/thumbnail.emf")) {
      memo.put(name, "<x>canary</x>");
    }

    Map<String, String> left = unzipped(bare(zip(memo)));

    assertThat(left.toString()).doesNotContainIgnoringCase("canary");
    assertThat(left.get(core)).contains("coreProperties");
    assertThat(left.get("own.xml")).contains("purl.oclc.org");
    assertThat(left).doesNotContainKeys("Small.JPEG", "docProps/thumbnail.emf");
    assertThat(left.get("_RELS/.rels"))
        .doesNotContain("small.jpeg")
        .contains("word/document.xml", "</Relationships>");
  }

  @Test
  void accountsAndPathsAndDocumentsWithinGo() throws IOException {
    Map<String, String> memo = memo();
    String account = " userId=\"S::canary@example\" providerId='canary'/>";
    memo.put("word/people.xml", "<p author=\"Ada\"><i" + account + "</p>");
    memo.put("xl/persons/person.xml", "<person displayName=\"Ada\"" + account);
    memo.put("ppt/authors.xml", "<p188:author name=\"Ada\"" + account);
    memo.put(
        "xl/workbook.xml",
        "<w><fileSharing userName=\"canary\"/><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice"
            + " Requires=\"x15\"><x15ac:absPath url=\"C:\\Users\\canary\\\" xmlns:x15ac=\"a\"/>"
            + "</mc:Choice></mc:AlternateContent><x:absPath url='/home/canary'/><sheets/></w>");
    memo.put("word/embeddings/sheet.xlsx", new String(zip(memo()), ISO_8859_1));

    Map<String, String> left = unzipped(bare(zip(memo)));

    String sheet = left.remove("word/embeddings/sheet.xlsx");
    assertThat(unzipped(sheet.getBytes(ISO_8859_1)).toString())
        .doesNotContainIgnoringCase("canary");
    assertThat(left.toString()).doesNotContainIgnoringCase("canary");
    assertThat(left.get("word/people.xml"))
        .isEqualTo("<p author=\"Author 1\"><i userId=\"\" providerId=\"None\"/></p>");
    assertThat(left.get("xl/workbook.xml"))
        .isEqualTo("<w><fileSharing userName=\"\"/><sheets/></w>");
  }

  private static Map<String, String> commented() {
    Map<String, String> memo = memo();
    memo.put(
        "word/document.xml",
        "<w:p w:rsidR=\"00A1B2C3\" w:rsidRDefault='00A1B2C3' w:x=\"1\"><w:ins w:id=\"1\""
            + " w:author=\"Bo Canary\" w:date=\"2026-06-01T00:00:00Z\"><w:t>w:author=\"Us\" is"
            + " &lt;b&gt;</w:t></w:ins><!-- <w:a w:author=\"as it is\"> --></w:p>");
    memo.put(
        "word/comments.xml",
        "<w:comment w:initials=\"CC\" w:author=\"Cy Canary\"/>"
            + "<w:comment w:author = \"Bo Canary\" w:initials='BC'>Yes</w:comment>");
    memo.put(
        "word/settings.xml",
        "<w:s><w:rsids><w:rsidRoot w:val=\"0CA0A1\"/><w:rsid w:val=\"0CA0A2\"/></w:rsids>"
            + "<w15:docId w15:val=\"{0CA0A3}\"/><w:zoom/></w:s>");
    memo.put(
        "xl/comments1.xml",
        "<authors><author>Dee Canary</author><author>tc={1}</author></authors><t>Dee Canary:</t>"
            + "<t>Dee Canary: why?</t><t>Of: course</t>");
    memo.put("xl/persons/person.xml", "<person displayName=\"Dee Canary\" id=\"{7}\"/>");
    memo.put("xl/pivotCache/pivotCacheDefinition1.xml", "<p refreshedBy=\"Dee Canary\"/>");
    memo.put("xl/revisions/userNames.xml", "<users><userInfo guid=\"7\" name=\"Canary\"/></users>");
    memo.put("ppt/commentAuthors.xml", "<p:cmAuthor id=\"0\" name=\"Canary\" initials=\"C\"/>");
    memo.put("ppt/changesInfos/changesInfo1.xml", "<c name=\"Canary\" userId=\"S::canary@a\"/>");
    memo.put(
        "word/documenttasks/documenttasks1.xml",
        "<t:A userId=\"canary@a\" userName='Cana&#x72;y'/>");
    return memo;
  }

  /** Readers still see who answers whom, and no word of the text is another. */
  @Test
  void authorsOfCommentsAndChangesHaveNumbersInsteadOfNames() throws IOException {
    byte[] bare = bare(zip(commented()));
    Map<String, String> left = unzipped(bare);

    assertThat(left.toString())
        .doesNotContainIgnoringCase("canary")
        .doesNotContain("Cana&#x72;y", "0CA0A", "00A1B2C3");
    assertThat(left.get("word/document.xml"))
        .isEqualTo(
            "<w:p w:x=\"1\"><w:ins w:id=\"1\" w:author=\"Author 1\""
                + " w:date=\"2026-06-01T00:00:00Z\"><w:t>w:author=\"Us\" is &lt;b&gt;</w:t></w:ins>"
                + "<!-- <w:a w:author=\"as it is\"> --></w:p>");
    assertThat(left.get("word/comments.xml"))
        .isEqualTo(
            "<w:comment w:initials=\"A2\" w:author=\"Author 2\"/>"
                + "<w:comment w:author = \"Author 1\" w:initials='A1'>Yes</w:comment>");
    assertThat(left).containsEntry("word/settings.xml", "<w:s><w:zoom/></w:s>");
    assertThat(left.get("xl/comments1.xml"))
        .isEqualTo(
            "<authors><author>Author 3</author><author>tc={1}</author></authors><t>Author 3:</t>"
                + "<t>Author 3: why?</t><t>Of: course</t>");
    assertThat(left.get("xl/persons/person.xml")).contains("\"Author 3\"", "{7}");
    assertThat(OfficeMetadataStripper.of(bare)).contains(bare);
  }

  @Test
  void soDoThoseOfAnOpenDocument() throws IOException {
    Map<String, String> memo = new LinkedHashMap<>();
    memo.put("mimetype", "application/vnd.oasis.opendocument.text");
    memo.put(
        "content.xml",
        "<office:annotation><dc:creator>Bo Canary</dc:creator><meta:creator-initials>BC"
            + "</meta:creator-initials></office:annotation><text:creator>Us</text:creator>"
            + "<s officeooo:rsid=\"0ca0a1\" officeooo:paragraph-rsid=\"0ca0a2\"/>");
    memo.put(
        "settings.xml",
        "<config:config-item config:name=\"Rsid\" config:type=\"int\">0ca0a3</config:config-item>"
            + "<config:config-item config:name=\"PrinterName\">canary</config:config-item>"
            + "<config:config-item config:name=\"View\">2</config:config-item>");
    memo.put("meta.xml", "<x/>");

    Map<String, String> left = unzipped(bare(zip(memo)));

    assertThat(left.toString()).doesNotContainIgnoringCase("canary").doesNotContain("0ca0a");
    assertThat(left.get("content.xml"))
        .isEqualTo(
            "<office:annotation><dc:creator>Author 1</dc:creator><meta:creator-initials>A"
                + "</meta:creator-initials></office:annotation><text:creator>Us</text:creator><s/>");
    assertThat(left.get("settings.xml")).contains(">0<", "PrinterName\"><", ">2<");
  }

  /** No program writes a name so; a hand does. */
  @Test
  void namesInCdataBesideCommentsAndWithinElementsAreNames() {
    UnaryOperator<String> change = new OfficeAuthors().change("xl/comments1.xml").orElseThrow();

    assertThat(change.apply("<author><![CDATA[Ada </author> Obi]]></author><author>Bo</author>"))
        .isEqualTo("<author>Author 1</author><author>Author 2</author>");
    assertThat(change.apply("<author>B<!-- x -->o</author><author><i>B</i><![CDATA[o]]></author >"))
        .isEqualTo("<author>Author 2</author><author>Author 2</author >");
    assertThat(change.apply("<t><![CDATA[Bo: <b> & more]]></t><t><![CDATA[As]]> said</t>"))
        .isEqualTo("<t>Author 2: &lt;b&gt; &amp; more</t><t>As said</t>");
    assertThat(change.apply("<author><![CDATA[]]></author><authors><a/></authors>"))
        .isEqualTo("<author><![CDATA[]]></author><authors><a/></authors>");
  }

  /** What stands behind a name of its own cannot be told from words. */
  @Test
  void aPartWithEntitiesOfItsOwnIsNotRead() {
    UnaryOperator<String> change = new OfficeAuthors().change("content.xml").orElseThrow();
    String old =
        "<!DOCTYPE office:document-content PUBLIC \"-//OpenOffice.org//DTD\" \"office.dtd\">";

    assertThat(change.apply(old + "<dc:creator>Bo</dc:creator>"))
        .startsWith(old)
        .contains("Author 1");
    assertThatThrownBy(
            () -> change.apply("<!DOCTYPE d [<!ENTITY a \"Bo\">]><dc:creator>&a;</dc:creator>"))
        .isInstanceOf(ZipRewriter.UnreadableException.class);
  }

  /** One pass, whatever stands there. */
  @Test
  void tagsOfEveryShapeAreReadInOnePass() {
    UnaryOperator<String> change = new OfficeAuthors().change("word/document.xml").orElseThrow();
    for (String shape :
        List.of("<a ", " ", "<w:rsids>", "<!--", "<a b", "=", "'", "</a", "<", "<![CDATA[")) {
      assertThat(change.apply(many(shape))).isNotNull();
    }
    for (String shape : List.of("<a b='", "<a b=\"", " w:initials=''")) {
      assertThatThrownBy(() -> change.apply(many(shape))).hasMessage("too many attributes");
    }
  }

  private static String many(String shape) {
    return "<x " + shape.repeat(400_000 / shape.length());
  }

  @Test
  void allEndingsOfOfficeProgramsAreLookedAt() {
    for (String end :
        List.of(
            "docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xltx", "xltm", "xlsb", "xlam", "pptx",
            "pptm", "potx", "potm", "ppsx", "ppsm", "odt", "ods")) {
      assertThat(OfficeMetadataStripper.isOne("Memo." + end.toUpperCase(Locale.ROOT), ""))
          .as(end)
          .isTrue();
    }
    String template = "application/vnd.ms-word.template.macroEnabledTemplate";
    assertThat(OfficeMetadataStripper.isOne("memo", template)).isTrue();
    assertThat(OfficeMetadataStripper.isOne("memo.doc", "application/msword")).isFalse();
    assertThat(OfficeMetadataStripper.isOne("memo.zip", "application/zip")).isFalse();
  }

  @Test
  void whatIsSignedInAnotherPlaceOrHasAPasswordStays() throws IOException {
    Map<String, String> placed = memo();
    placed.put("package/services/digital-signature/origin.psdsor", "");
    Map<String, String> related = memo();
    String type = "http://x/package/2006/relationships/digital-signature/origin";
    related.put("_rels/.rels", "<R>" + relation(type, "signs") + "</R>");
    Map<String, String> locked = new LinkedHashMap<>();
    locked.put("mimetype", "application/vnd.oasis.opendocument.text");
    locked.put("meta.xml", "packed");
    locked.put("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>");

    for (Map<String, String> one : List.of(placed, related, locked)) {
      assertThat(OfficeMetadataStripper.of(zip(one))).isEmpty();
      assertThat(isClosed(zip(one))).isFalse();
    }
  }

  /** A company gets none of it; it does not pass whole. */
  @Test
  void whatCannotBeReadIsClosedAndLeftOutOfLetters() throws IOException {
    byte[] whole = zip(memo());
    byte[] zip64 = whole.clone();
    ByteBuffer end = ByteBuffer.wrap(zip64).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(whole.length - "canary".length() - 6, -1);
    Map<String, String> tiff = memo();
    tiff.put("word/media/image2.tiff", "II*\0 GPS");
    Map<String, String> many = memo();
    many.put("_rels/.rels", "<Relationship '".repeat(5_000));
    Map<String, String> wide = memo();
    wide.put("word/comments.xml", "<w:comment" + " w:initials=\"AO\"".repeat(5_000) + "/>");

    for (byte[] file :
        List.of(Arrays.copyOf(whole, whole.length - 40), zip64, zip(tiff), zip(many), zip(wide))) {
      assertThat(OfficeMetadataStripper.of(file)).isEmpty();
      assertThat(isClosed(file)).isTrue();
      assertThat(PassedFile.isClosed("memo.docx", "application/zip", file)).isTrue();
      RawLetter letter = letter(file);
      assertThat(LetterPictureStripper.hasClosed(letter)).isTrue();
      assertThat(LetterPictureStripper.out(letter)).isSameAs(letter);
      assertThat(new String(LetterPictureStripper.leavingOut(letter).toBytes(), UTF_8))
          .contains("An office document stood here", "filename=left-out.txt")
          .doesNotContain("Content-MD5");
    }
    assertThat(isClosed("words".getBytes(UTF_8))).as("no ZIP at all").isFalse();
    assertThat(
            OfficeMetadataStripper.isClosed(
                "a.zip", "application/zip", new byte[] {'P', 'K', 3, 4}))
        .as("an archive")
        .isFalse();
  }
}
