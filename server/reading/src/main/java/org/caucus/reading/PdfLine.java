package org.caucus.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A line of a page.
 *
 * @param left in points, as all of these, from the left and the top
 * @param size of its letters
 */
record PdfLine(String words, float left, float right, float top, float size) {
  private static final int LONGEST_NUMBER = 24;

  private static final Set<String> PAGE =
      Set.of("page", "p", "pg", "página", "pag", "of", "de", "sur", "صفحة", "من");

  /**
   * A page.
   *
   * @param lines in their order
   */
  record Page(int number, float width, float height, List<PdfLine> lines) {}

  float middle() {
    return (left + right) / 2;
  }

  /** What it says on every page alike: its figures may differ. */
  String alike() {
    return words.strip().replaceAll("\\p{Nd}+", "#").replaceAll("\\s+", " ");
  }

  /** Whether it is the number of a page and no more, as {@code - 12 -} or {@code Page 3 of 9}. */
  boolean isPageNumber() {
    String said = words.strip();
    if (said.isEmpty() || said.length() > LONGEST_NUMBER) {
      return false;
    }
    boolean isRoman = said.chars().allMatch(c -> "ivxlc".indexOf(c) >= 0);
    boolean hasFigures = said.chars().anyMatch(Character::isDigit);
    return isRoman || (hasFigures && hasOnlyWordsOfPages(said));
  }

  private static boolean hasOnlyWordsOfPages(String said) {
    int at = 0;
    while (at < said.length()) {
      int end = at;
      while (end < said.length() && Character.isLetter(said.charAt(end))) {
        end++;
      }
      boolean isWord = end > at;
      if (isWord && !PAGE.contains(said.substring(at, end).toLowerCase(Locale.ROOT))) {
        return false;
      }
      char c = said.charAt(at);
      boolean isBetween =
          Character.isWhitespace(c) || Character.isDigit(c) || "-–—|/".indexOf(c) >= 0;
      if (!isWord && !isBetween) {
        return false;
      }
      at = isWord ? end : at + 1;
    }
    return true;
  }
}
