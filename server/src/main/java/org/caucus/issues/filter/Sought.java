package org.caucus.issues.filter;

/**
 * Words that are looked for in texts, whatever their case. What it costs grows with the length of a
 * text and never with that of both multiplied: either may be written to keep others waiting.
 */
final class Sought {
  /** So long words are compared letter by letter wherever they may begin. */
  static final int SHORT_CHARS = 24;

  private Sought() {}

  /** Whether they are in it; nothing is in everything. */
  static boolean in(String text, String words) {
    if (words.length() > text.length()) {
      return false;
    }
    return words.length() <= SHORT_CHARS ? isShortIn(text, words) : isLongIn(text, words);
  }

  private static boolean isShortIn(String text, String words) {
    if (words.isEmpty()) {
      return true;
    }
    int last = text.length() - words.length();
    char low = words.charAt(0);
    char high = Character.toUpperCase(low);
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if ((c == low || c == high) && text.regionMatches(true, i, words, 0, words.length())) {
        return true;
      }
    }
    return false;
  }

  /** No letter of the text is looked at twice (Knuth, Morris and Pratt). */
  private static boolean isLongIn(String text, String words) {
    int[] borders = borders(words);
    int known = 0;
    for (int i = 0; i < text.length(); i++) {
      known = known(words, borders, known, text.charAt(i));
      if (known == words.length()) {
        return true;
      }
    }
    return false;
  }

  /** For each beginning of the words, how much of it is its own end again. */
  private static int[] borders(String words) {
    int[] borders = new int[words.length() + 1];
    for (int i = 1; i < words.length(); i++) {
      borders[i + 1] = known(words, borders, borders[i], words.charAt(i));
    }
    return borders;
  }

  /** How much of the words ends with this letter, after so much did before it. */
  private static int known(String words, int[] borders, int before, char next) {
    int known = before;
    while (known > 0 && !isSame(words.charAt(known), next)) {
      known = borders[known];
    }
    return isSame(words.charAt(known), next) ? known + 1 : 0;
  }

  /** As {@link String#regionMatches} has it. */
  private static boolean isSame(char one, char other) {
    return one == other
        || Character.toLowerCase(Character.toUpperCase(one))
            == Character.toLowerCase(Character.toUpperCase(other));
  }
}
