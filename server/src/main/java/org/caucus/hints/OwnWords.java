package org.caucus.hints;

import java.util.List;

/** What somebody wrote above the letter they answer. */
public final class OwnWords {
  /** Shorter lines are a rule between somebody's own words, in characters. */
  private static final int RULE_CHARS = 20;

  private OwnWords() {}

  /**
   * The words without a quote that ends them, and the line that leads it; all of them, if others
   * follow it. A signature below two dashes is none of them (RFC 3676, section 4.3).
   */
  public static String of(String text) {
    List<String> lines =
        text.strip().lines().takeWhile(line -> !endsWords(line.stripTrailing())).toList();
    int quote = 0;
    while (quote < lines.size() && !isQuoted(lines.get(quote))) {
      quote++;
    }
    boolean last =
        lines.subList(quote, lines.size()).stream().allMatch(l -> isQuoted(l) || l.isBlank());
    if (quote == lines.size() || !last) {
      return unsigned(lines);
    }
    int end = quote;
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }
    boolean leads = end > 0 && lines.get(end - 1).strip().endsWith(":");
    return unsigned(lines.subList(0, leads ? end - 1 : end));
  }

  /** Some programs draw a line above what is answered, and quote it without marks. */
  private static boolean endsWords(String line) {
    boolean named = line.startsWith("-----") && line.endsWith("-----");
    return line.equals("--")
        || (named && line.chars().anyMatch(Character::isLetter))
        || (line.length() >= RULE_CHARS && line.chars().allMatch(c -> c == '_'));
  }

  /** Without what a phone puts below it. */
  private static String unsigned(List<String> lines) {
    int end = lines.size();
    while (end > 0 && (lines.get(end - 1).isBlank() || Signature.isOne(lines.get(end - 1)))) {
      end--;
    }
    return String.join("\n", lines.subList(0, end)).strip();
  }

  private static boolean isQuoted(String line) {
    return line.strip().startsWith(">");
  }
}
