package org.caucus.coalition.query;

/**
 * Finds words in a text with one look at each of its letters, whatever their case (Knuth, Morris
 * and Pratt, "Fast pattern matching in strings", 1977). Slower than a comparison where that need
 * not begin often.
 */
final class SubstringSearch {
  private SubstringSearch() {}

  /**
   * Whether words are in a text from a place on.
   *
   * @param words at least one letter
   */
  static boolean isIn(String text, int from, String words) {
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
