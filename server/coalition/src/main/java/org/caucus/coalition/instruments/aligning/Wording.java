package org.caucus.coalition.instruments.aligning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a provision in one edition, as they are compared.
 *
 * @param path its address there
 * @param isHead whether others are part of it, as of a chapter
 * @param plain its words without its number, in small letters, with one blank between two
 * @param counts how often it has each word
 * @param runs each three words that follow each other; each word of a shorter one
 */
public record Wording(
    String path, boolean isHead, String plain, Map<String, Integer> counts, Set<String> runs) {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** An address: where a link leads is no word of a text. */
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)\\]]+");

  /** Words that follow each other and are compared as one. */
  private static final int RUN = 3;

  /** A wording. */
  public static Wording of(String path, boolean isHead, String text) {
    List<String> words =
        Arrays.stream(
                BETWEEN_WORDS.split(
                    ADDRESS.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT), -1))
            .filter(word -> !word.isEmpty())
            .toList();
    Map<String, Integer> counts = new HashMap<>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + RUN)));
    }
    if (words.size() < RUN) {
      runs.addAll(words);
    }
    return new Wording(path, isHead, String.join(" ", words), counts, runs);
  }

  int size() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Share of the words of both that they have in common, from 0 to 1 (Dice). */
  double alike(Wording other) {
    int all = size() + other.size();
    if (all == 0) {
      return 1;
    }
    int common =
        counts.entrySet().stream()
            .mapToInt(e -> Math.min(e.getValue(), other.counts.getOrDefault(e.getKey(), 0)))
            .sum();
    return 2.0 * common / all;
  }

  /** Share of the runs of both that they have in common: the order of words counts. */
  double runAlike(Wording other) {
    int all = runs.size() + other.runs.size();
    return all == 0 ? 1 : 2.0 * runs.stream().filter(other.runs::contains).count() / all;
  }
}
