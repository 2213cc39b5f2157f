package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An office document without its properties: who wrote and changed it, their company and programs,
 * when, and from which template on whose disk (OOXML, ECMA-376; OpenDocument 1.3). Pictures in it
 * are bared by {@link PictureMetadataStripper}. All else is the same packed octets. One that is
 * signed or encrypted stays as it is. Names in comments and tracked changes are words of the
 * document, and stay.
 */
public final class OfficeMetadataStripper {
  private static final List<String> ENDS =
      List.of(
          ".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".xltx", ".pptx", ".pptm", ".potx", ".ppsx",
          ".odt", ".ods", ".odp", ".odg", ".ott", ".ots", ".otp");
  private static final List<String> TYPES =
      List.of(
          "application/vnd.openxmlformats-officedocument.",
          "application/vnd.oasis.opendocument.",
          "application/vnd.ms-word.document.macroenabled",
          "application/vnd.ms-excel.sheet.macroenabled",
          "application/vnd.ms-powerpoint.presentation.macroenabled");
  private static final String TEMPLATE = "word/_rels/settings.xml.rels";
  private static final Pattern TARGET =
      Pattern.compile("Target=(?:\"[^\"]{0,2000}\"|'[^']{0,2000}')");
  private static final Pattern PICTURE =
      Pattern.compile("(?:(?:word|xl|ppt)/media|Pictures|media)/[^/]{1,200}");
  private static final Map<String, String> EMPTY =
      Map.of(
          "docProps/core.xml",
          "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
              + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/"
              + "metadata/core-properties\"/>",
          "docProps/app.xml",
          "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
              + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
              + "extended-properties\"/>",
          "docProps/custom.xml",
          "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
              + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
              + "custom-properties\"/>",
          "meta.xml",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-meta"
              + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
              + " office:version=\"1.3\"><office:meta/></office:document-meta>");

  private OfficeMetadataStripper() {}

  /** Whether a file that is called so, or of that type, is looked at. */
  public static boolean isOne(String name, String type) {
    String lower = name.toLowerCase(Locale.ROOT);
    String kind = type.toLowerCase(Locale.ROOT);
    return ENDS.stream().anyMatch(lower::endsWith) || TYPES.stream().anyMatch(kind::startsWith);
  }

  /** The document without them; empty if it is none, cannot be read, or is signed or encrypted. */
  public static Optional<byte[]> of(byte[] file) {
    return ZipRewriter.isZip(file)
        ? ZipRewriter.entries(file)
            .filter(OfficeMetadataStripper::isDocument)
            .flatMap(all -> new ZipRewriter(file).rewrite(all, OfficeMetadataStripper::bare))
        : Optional.empty();
  }

  private static boolean isDocument(List<ZipRewriter.Entry> all) {
    List<String> names = all.stream().map(ZipRewriter.Entry::name).toList();
    boolean signed =
        names.stream()
            .anyMatch(n -> n.startsWith("_xmlsignatures/") || n.startsWith("META-INF/documentsig"));
    boolean encrypted = all.stream().anyMatch(ZipRewriter.Entry::isEncrypted);
    boolean office =
        names.contains("[Content_Types].xml")
            || (names.contains("mimetype") && names.contains("meta.xml"));
    return office && !signed && !encrypted;
  }

  /** What stands in place of an entry; the same content if it tells nothing. */
  private static Optional<byte[]> bare(String name, ZipRewriter.Content content) {
    String empty = EMPTY.get(name);
    if (empty != null) {
      return Optional.of(empty.getBytes(UTF_8));
    }
    if (name.equals(TEMPLATE)) {
      return content.unpacked().map(OfficeMetadataStripper::withoutTemplate);
    }
    return PICTURE.matcher(name).matches()
        ? content.unpacked().flatMap(OfficeMetadataStripper::picture)
        : Optional.empty();
  }

  private static byte[] withoutTemplate(byte[] relations) {
    return TARGET
        .matcher(new String(relations, UTF_8))
        .replaceAll("Target=\"Normal.dotm\"")
        .getBytes(UTF_8);
  }

  private static Optional<byte[]> picture(byte[] picture) {
    return PictureMetadataStripper.of(picture).filter(bare -> !Arrays.equals(bare, picture));
  }
}
