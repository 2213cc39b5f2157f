package org.caucus.coalition.mentions;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as people write them: without regard to case, accents and vowel signs. */
final class FoldedName {
  private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Cf}\\u0640]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private FoldedName() {}

  /** A name by which it is found. */
  static String of(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    BLANKS.matcher(name.strip()).replaceAll(" ").codePoints().forEach(c -> folded.append(of(c)));
    return folded.toString();
  }

  /** One character of it; empty for a mark that is written above or below another. */
  static String of(int c) {
    if (c < 128) {
      return String.valueOf((char) Character.toLowerCase(c));
    }
    String apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
    return MARKS
        .matcher(apart)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'')
        .replace('\u02bc', '\'')
        .replace('\u2010', '-')
        .replace('\u2011', '-')
        .replace('\u0629', '\u0647')
        .replace('\u0649', '\u064a');
  }

  /** Whether it is a mark that belongs to the character before it, or is not seen. */
  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.FORMAT || c == 0x640;
  }

  static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
