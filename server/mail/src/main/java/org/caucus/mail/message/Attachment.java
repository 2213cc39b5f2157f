package org.caucus.mail.message;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.platform.limits.WorkBudget;

/**
 * A part of a letter that is offered as a file.
 *
 * @param path where it stands in the letter, child numbers from 1 joined by dots as in IMAP: {@code
 *     2.1}
 * @param fileName a name without path, control characters or reserved ones; invented from the type
 *     when there is none
 * @param type the declared content type, lower case, such as {@code application/pdf}
 * @param size octets after the transfer encoding is undone
 */
public record Attachment(String path, String fileName, String type, long size) {
  /** Octets of a letter within the letter beyond which it is not looked into for files. */
  static final int MAX_INNER_OCTETS = 8 * 1024 * 1024;

  /**
   * Passes the octets of the wanted files of a letter, and of the letters in it, in one walk that
   * holds one file at a time.
   *
   * @param wanted asked for type and name
   * @param most octets of a file; a larger one is left out
   */
  public static void each(
      RawLetter letter, BiPredicate<String, String> wanted, int most, Consumer<byte[]> file) {
    each(letter, wanted, most, file, 0);
  }

  private static void each(
      RawLetter letter,
      BiPredicate<String, String> wanted,
      int most,
      Consumer<byte[]> file,
      int depth) {
    Predicate<MimePart> isFile = part -> !part.isWords() && wanted.test(part.type(), part.name());
    Predicate<MimePart> isInner = part -> part.isLetter() && depth < LetterFullText.MAX_DEPTH;
    LetterParser.each(
        letter,
        isFile.or(isInner),
        MAX_INNER_OCTETS,
        (part, octets) -> {
          if (isFile.test(part) && part.size() <= most) {
            file.accept(octets);
          } else if (isInner.test(part)) {
            each(RawLetter.within(letter, octets), wanted, most, file, depth + 1);
          }
        });
  }

  /**
   * The part's octets out of the letter it was found in, transfer encoding undone; empty when it is
   * not there.
   */
  public byte[] contentIn(byte[] letter) {
    return contentIn(RawLetter.of(letter));
  }

  /** The same, out of a letter whose header block is already known. */
  public byte[] contentIn(RawLetter letter) {
    return LetterParser.contentAt(letter, path);
  }

  /**
   * A part as text.
   *
   * @param text in the charset it declares
   * @param parameters of its content type, by name in lower case
   * @param whole whether all of it was read
   */
  public record Text(String text, Map<String, String> parameters, boolean whole) {
    /** A copy that nobody else can change. */
    public Text {
      parameters = Map.copyOf(parameters);
    }
  }

  /**
   * The part as text, out of the letter it was found in; no words when it is not there.
   *
   * @param octets how many of it are read at most, transfer encoding undone
   */
  public Text textIn(RawLetter letter, int octets) {
    return LetterParser.walked(letter, part -> part.path().equals(path), octets)
        .find(path)
        .map(part -> new Text(part.asText(), part.parameters(), size <= octets))
        .orElse(new Text("", Map.of(), true));
  }

  /**
   * The same of a calendar, its long lines put together: they are folded between octets, within a
   * character if it comes to that (RFC 5545 section 3.1).
   */
  public Text unfoldedIn(RawLetter letter, int octets) {
    return letter.calendar(path, () -> unfolded(letter, octets));
  }

  /** Within the budget of the letter; what it has no room for is not read. */
  private Text unfolded(RawLetter letter, int octets) {
    int room = (int) letter.budget().takesUpTo(WorkBudget.Kind.OCTETS, Math.min(octets, size));
    return LetterParser.walked(letter, part -> part.path().equals(path), room)
        .find(path)
        .map(part -> new Text(text(part), part.parameters(), size <= room))
        .orElse(new Text("", Map.of(), true));
  }

  private static String text(MimePart part) {
    byte[] folded = part.kept();
    ByteArrayOutputStream lines = new ByteArrayOutputStream(folded.length);
    for (int i = 0; i < folded.length; i++) {
      int end = folded[i] == '\r' && i + 1 < folded.length && folded[i + 1] == '\n' ? i + 1 : i;
      boolean goesOn =
          folded[end] == '\n'
              && end + 1 < folded.length
              && (folded[end + 1] == ' ' || folded[end + 1] == '\t');
      if (goesOn) {
        i = end + 1;
      } else {
        lines.write(folded[i]);
      }
    }
    return HeaderText.of(lines.toByteArray(), part.parameters().get("charset"));
  }
}
