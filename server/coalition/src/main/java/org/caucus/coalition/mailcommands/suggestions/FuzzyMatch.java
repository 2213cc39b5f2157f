package org.caucus.coalition.mailcommands.suggestions;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The one of some words that somebody may have meant: whose beginning they wrote, or from which it
 * is a slip or two (Damerau's: a letter too many, missing, wrong, or two exchanged).
 */
public final class FuzzyMatch {
  /** Longer words are not compared, in characters. */
  private static final int MOST_CHARS = 60;

  /** Fewer characters are the beginning of anything. */
  private static final int BEGINNING_CHARS = 3;

  /** One slip is allowed for as many characters, and one in any case. */
  private static final int CHARS_A_SLIP = 4;

  private FuzzyMatch() {}

  /**
   * What may have been meant; of several that are as near, the first of them.
   *
   * @param known in the order in which one is preferred
   */
  public static Optional<String> of(String written, Collection<String> known) {
    String low = written.strip().toLowerCase(Locale.ROOT);
    if (low.isEmpty() || low.length() > MOST_CHARS) {
      return Optional.empty();
    }
    return begun(low, known).or(() -> slipped(low, known));
  }

  /** The same, without those of which no more than the beginning was written. */
  public static Optional<String> slip(String written, Collection<String> known) {
    String low = written.strip().toLowerCase(Locale.ROOT);
    return low.isEmpty() || low.length() > MOST_CHARS ? Optional.empty() : slipped(low, known);
  }

  private static Optional<String> begun(String low, Collection<String> known) {
    return known.stream()
        .filter(word -> low.length() >= BEGINNING_CHARS)
        .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(low))
        .findFirst();
  }

  private static Optional<String> slipped(String low, Collection<String> known) {
    String best = null;
    int fewest = 1 + Math.max(1, low.length() / CHARS_A_SLIP);
    for (String word : known) {
      int slips = slips(low, word.toLowerCase(Locale.ROOT), fewest);
      if (slips < fewest) {
        fewest = slips;
        best = word;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The fewest slips between two words; {@code most} if there are as many or more. */
  private static int slips(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) >= most || other.length() > MOST_CHARS) {
      return most;
    }
    int[][] way = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        way[i][j] = i == 0 || j == 0 ? i + j : step(way, one, other, i, j);
      }
    }
    return Math.min(most, way[one.length()][other.length()]);
  }

  private static int step(int[][] way, String one, String other, int i, int j) {
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int fewest =
        Math.min(way[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(way[i - 1][j], way[i][j - 1]));
    boolean exchanged =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return exchanged ? Math.min(fewest, way[i - 2][j - 2] + 1) : fewest;
  }
}
