package org.caucus.reading;

import java.util.List;

/**
 * A line of a page.
 *
 * @param left in points, as all of these, from the left and the top
 * @param size of its letters
 */
record PdfLine(String words, float left, float right, float top, float size) {
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

  /** Whether it is a number and no more, as {@code - 12 -} or {@code Page 3 of 9}. */
  boolean isPageNumber() {
    return words
            .strip()
            .matches(
                "[-–—|\\s]*(?:\\p{L}{1,6}\\.?\\s*)?\\p{Nd}{1,4}(?:\\s*(?:/|of|de|sur|من)\\s*\\p{Nd}{1,4})?[-–—|\\s]*")
        || words.strip().matches("[ivxlc]{1,6}");
  }
}
