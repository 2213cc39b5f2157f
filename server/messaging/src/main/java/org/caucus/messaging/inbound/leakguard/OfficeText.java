package org.caucus.messaging.inbound.leakguard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.caucus.mail.message.Attachment;
import org.caucus.mail.message.RawLetter;
import org.caucus.platform.limits.WorkBudget;
import org.caucus.platform.limits.WorkBudget.Kind;
import org.jsoup.parser.Parser;

/**
 * The words of text documents and of slides, as office programs pack them: a ZIP of XML. What is
 * unpacked is read as it comes, and only the words are held.
 */
public final class OfficeText {
  /** Octets that one file may unpack to, pictures too; what is beyond is not read. */
  static final int MAX_UNPACKED_BYTES = 16 * 1024 * 1024;

  /** Octets that all files of one letter may unpack to. */
  static final int MAX_UNPACKED_OF_LETTER = 64 * 1024 * 1024;

  /**
   * Characters of the words of all files of one letter; of one file {@link
   * TextFingerprint#MAX_CHARS}.
   */
  static final int MAX_CHARS = 1_000_000;

  /** Characters of the name of a tag; a longer one ends no paragraph. */
  private static final int MAX_NAME = 20;

  private static final int BUFFER = 8192;

  private static final List<String> TYPES =
      List.of("wordprocessingml.document", "presentationml.presentation", "opendocument.text");

  private static final List<String> ENDS = List.of(".docx", ".pptx", ".odt");

  private static final Pattern WITH_WORDS =
      Pattern.compile(
          "word/(document|footnotes|endnotes|comments|header\\d{1,3}|footer\\d{1,3})\\.xml"
              + "|ppt/(slides|notesSlides)/[a-zA-Z]{1,20}\\d{1,4}\\.xml|content\\.xml");

  private static final Pattern PARAGRAPH =
      Pattern.compile("/(w:p|a:p|text:p|text:h)|(w:br|w:tab|text:tab|text:line-break|text:s)/?");

  private final List<String> texts = new ArrayList<>();
  private final WorkBudget budget;
  private int unpackable;
  private int chars;

  private OfficeText(WorkBudget budget, int unpackable, int chars) {
    this.budget = budget;
    this.unpackable = unpackable;
    this.chars = chars;
  }

  /** Whether it says that it is one. */
  public static boolean is(String type, String name) {
    String called = name.toLowerCase(Locale.ROOT);
    return TYPES.stream().anyMatch(type::contains) || ENDS.stream().anyMatch(called::endsWith);
  }

  /** Its texts; none if it cannot be read. */
  public static List<String> of(byte[] bytes) {
    OfficeText one =
        new OfficeText(WorkBudget.ofLetter(), MAX_UNPACKED_BYTES, TextFingerprint.MAX_CHARS);
    one.read(bytes);
    return List.copyOf(one.texts);
  }

  /**
   * The texts of all such files of a letter, and of the letters in it, in one walk and within its
   * budget.
   */
  public static List<String> in(RawLetter letter) {
    OfficeText all = new OfficeText(letter.budget(), MAX_UNPACKED_OF_LETTER, MAX_CHARS);
    Attachment.each(letter, OfficeText::is, FileTextExtractor.MAX_BYTES, all::read);
    return List.copyOf(all.texts);
  }

  private void read(byte[] bytes) {
    int least = Math.max(0, unpackable - MAX_UNPACKED_BYTES);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      int left = Math.min(chars, TextFingerprint.MAX_CHARS);
      while (left > 0 && unpackable > least && budget.takes(Kind.NODES, 1)) {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
          return;
        }
        left -= read(entry.getName(), new Unpacked(zip, least), left);
      }
    } catch (IOException | IllegalArgumentException e) {
      return; // cut short or no ZIP: what was read counts
    }
  }

  /** How many characters were taken. */
  private int read(String name, InputStream part, int most) throws IOException {
    int taken = 0;
    if (WITH_WORDS.matcher(name).matches()) {
      String words = words(new InputStreamReader(part, UTF_8), most);
      taken = (int) budget.takesUpTo(Kind.OCTETS, words.length());
      chars -= taken;
      texts.add(words.substring(0, taken));
    }
    part.transferTo(OutputStream.nullOutputStream()); // counted: the next entry would unpack it
    return taken;
  }

  /** What one entry unpacks to, as far as it may. */
  private final class Unpacked extends FilterInputStream {
    private final int least;

    Unpacked(InputStream zip, int least) {
      super(zip);
      this.least = least;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
      int octets =
          unpackable > least ? in.read(buffer, from, Math.min(most, unpackable - least)) : -1;
      unpackable -= Math.max(0, octets);
      return octets;
    }
  }

  /** What stands between the tags; a paragraph ends a line. */
  private static String words(Reader xml, int most) throws IOException {
    StringBuilder words = new StringBuilder();
    Tag tag = new Tag();
    char[] buffer = new char[BUFFER];
    for (int n = xml.read(buffer); n >= 0 && words.length() < most; n = xml.read(buffer)) {
      for (int i = 0; i < n; i++) {
        tag.take(buffer[i], words);
      }
    }
    String all = Parser.unescapeEntities(words.toString(), false);
    return all.substring(0, Math.min(all.length(), most));
  }

  /** The tag that is open, of which only the name is kept. */
  private static final class Tag {
    private final StringBuilder name = new StringBuilder();
    private boolean open;
    private boolean named;

    void take(char c, StringBuilder words) {
      if (open) {
        inside(c, words);
      } else if (c == '<') {
        open = true;
        named = false;
        name.setLength(0);
      } else {
        words.append(c);
      }
    }

    private void inside(char c, StringBuilder words) {
      if (c == '>') {
        open = false;
        words.append(PARAGRAPH.matcher(name).matches() ? "\n" : "");
        return;
      }
      named |= c <= ' ' || name.length() > MAX_NAME;
      if (!named) {
        name.append(c);
      }
    }
  }
}
