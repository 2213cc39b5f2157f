package org.caucus.quotes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The words of a text document or of slides, as office programs pack them: a ZIP of XML. */
public final class OfficeText {
  /** Octets that one file may unpack to, pictures too; what is beyond is not read. */
  static final int MAX_UNPACKED_BYTES = 16 * 1024 * 1024;

  private static final List<String> TYPES =
      List.of("wordprocessingml.document", "presentationml.presentation", "opendocument.text");

  private static final List<String> ENDS = List.of(".docx", ".pptx", ".odt");

  private static final Pattern WITH_WORDS =
      Pattern.compile(
          "word/(document|footnotes|endnotes|comments|header\\d{1,3}|footer\\d{1,3})\\.xml"
              + "|ppt/(slides|notesSlides)/[a-zA-Z]{1,20}\\d{1,4}\\.xml|content\\.xml");

  private static final Pattern PARAGRAPH =
      Pattern.compile("/(w:p|a:p|text:p|text:h)|(w:br|w:tab|text:tab|text:line-break|text:s)/?");

  private OfficeText() {}

  /** Whether it says that it is one. */
  public static boolean is(String type, String name) {
    String called = name.toLowerCase(Locale.ROOT);
    return TYPES.stream().anyMatch(type::contains) || ENDS.stream().anyMatch(called::endsWith);
  }

  /** Its texts; none if it cannot be read. */
  public static List<String> of(byte[] bytes) {
    List<String> texts = new ArrayList<>();
    int left = MAX_UNPACKED_BYTES;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        // what is passed over is unpacked all the same, and counted
        byte[] part = zip.readNBytes(left);
        left -= part.length;
        if (WITH_WORDS.matcher(entry.getName()).matches()) {
          texts.add(words(new String(part, UTF_8)));
        }
        if (left <= 0) {
          break;
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return texts; // cut short or no ZIP: what was read counts
    }
    return texts;
  }

  /** What stands between the tags; a paragraph ends a line. */
  private static String words(String xml) {
    StringBuilder words = new StringBuilder();
    int at = 0;
    while (at < xml.length()) {
      int tag = xml.indexOf('<', at);
      words.append(xml, at, tag < 0 ? xml.length() : tag);
      int end = tag < 0 ? -1 : xml.indexOf('>', tag);
      if (end < 0) {
        break;
      }
      if (PARAGRAPH.matcher(name(xml, tag + 1, end)).matches()) {
        words.append('\n');
      }
      at = end + 1;
    }
    return plain(words.toString());
  }

  private static String name(String xml, int from, int end) {
    int space = xml.indexOf(' ', from);
    return xml.substring(from, Math.min(end, space < 0 ? end : space));
  }

  private static String plain(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
