package org.caucus.issues.filter;

/**
 * Words that are looked for in texts, whatever their case. What it costs grows with the length of a
 * text and never with that of both multiplied: either may be written to keep others waiting.
 */
final class Sought {
  /** So many looks at each letter, before no letter is looked at twice. */
  private static final int LOOKS = 2;

  private Sought() {}

  /** Whether they are in it; nothing is in everything. */
  static boolean in(String text, String words) {
    if (words.isEmpty()) {
      return true;
    }
    int last = text.length() - words.length();
    long left = (long) LOOKS * text.length();
    char low = words.charAt(0);
    char high = Character.toUpperCase(low);
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if (c == low || c == high) {
        if (text.regionMatches(true, i, words, 0, words.length())) {
          return true;
        }
        left -= words.length();
        if (left < 0) {
          return isAfter(text, i + 1, words);
        }
      }
    }
    return false;
  }

  /** Whether they are in the rest of it, by Knuth, Morris and Pratt. */
  private static boolean isAfter(String text, int from, String words) {
    char[] sought = new char[words.length()];
    for (int i = 0; i < sought.length; i++) {
      sought[i] = plain(words.charAt(i));
    }
    int[] borders = borders(sought);
    int known = 0;
    for (int i = from; i < text.length(); i++) {
      known = known(sought, borders, known, plain(text.charAt(i)));
      if (known == sought.length) {
        return true;
      }
    }
    return false;
  }

  /** For each beginning of the words, how much of it is its own end again. */
  private static int[] borders(char[] sought) {
    int[] borders = new int[sought.length + 1];
    for (int i = 1; i < sought.length; i++) {
      borders[i + 1] = known(sought, borders, borders[i], sought[i]);
    }
    return borders;
  }

  /** How much of the words ends with this letter, after so much did before it. */
  private static int known(char[] sought, int[] borders, int before, char next) {
    int known = before;
    while (known > 0 && sought[known] != next) {
      known = borders[known];
    }
    return sought[known] == next ? known + 1 : 0;
  }

  /** Without its case, as {@link String#regionMatches} has it. */
  private static char plain(char letter) {
    return Character.toLowerCase(Character.toUpperCase(letter));
  }
}
