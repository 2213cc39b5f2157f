package org.caucus.filters;

/** Words in texts. */
public final class Words {
  private Words() {}

  /**
   * Whether words are in a text, whatever its case.
   *
   * @param words in lower case
   */
  public static boolean in(String text, String words) {
    int last = text.length() - words.length();
    if (words.isEmpty()) {
      return true;
    }
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
}
