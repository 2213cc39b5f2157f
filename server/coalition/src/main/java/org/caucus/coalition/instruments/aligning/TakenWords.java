package org.caucus.coalition.instruments.aligning;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How much of a proposed change the next edition made. */
public final class TakenWords {
  private TakenWords() {}

  /** What is compared: a word or a figure; blanks and marks come and go. */
  private static boolean isWord(String piece) {
    return piece.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** How often each word was removed, or added, by a change. */
  private static Map<String, Integer> changed(String from, String to) {
    Map<String, Integer> changed = new HashMap<>();
    for (WordDiff.Span span : WordDiff.of(from, to)) {
      if (span.kind() != WordDiff.Kind.KEPT) {
        for (String word : WordDiff.words(span.text())) {
          if (isWord(word)) {
            String key = span.kind() + " " + word.toLowerCase(Locale.ROOT);
            changed.merge(key, 1, Integer::sum);
          }
        }
      }
    }
    return changed;
  }

  /**
   * The share of the words that a proposal removes and adds which the later text removed and added
   * as well, from 0 to 1; 1 if it proposes no change.
   *
   * @param after empty if the provision is gone
   */
  public static double share(String before, String proposed, String after) {
    Map<String, Integer> wanted = changed(before, proposed);
    Map<String, Integer> made = changed(before, after);
    int all = wanted.values().stream().mapToInt(Integer::intValue).sum();
    int taken =
        wanted.entrySet().stream()
            .mapToInt(e -> Math.min(e.getValue(), made.getOrDefault(e.getKey(), 0)))
            .sum();
    return all == 0 ? 1 : (double) taken / all;
  }
}
