package org.caucus.heads;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.hints.Nearest;

/**
 * What lines at a head may be of.
 *
 * @param has whether a line of this key is one of them
 * @param words with which a key that is none may have been meant; in small letters
 * @param opens whether a slip in the first line is one, too: else a head begins as it is written
 */
public record Keys(Predicate<String> has, List<String> words, boolean opens) {
  /** A shorter word at the beginning of a letter is as likely a name, in characters. */
  private static final int LIKELY_CHARS = 5;

  /** What is like one of so many characters is no other word, in characters. */
  private static final int CERTAIN_CHARS = 7;

  /** Those that are known, and the slips in writing them. */
  public static Keys of(Predicate<String> has, List<String> words) {
    return new Keys(has, words, true);
  }

  /** The same, and one more. */
  public Keys and(String word) {
    return new Keys(
        key -> word.equalsIgnoreCase(key) || has.test(key),
        Stream.concat(Stream.of(word.toLowerCase(Locale.ROOT)), words.stream()).toList(),
        opens);
  }

  /** The same, where a head begins with a line that is written right. */
  public Keys openedRight() {
    return new Keys(has, words, false);
  }

  /** The key as it is known, if it is: two words of it may have a blank between them. */
  Optional<String> known(String written) {
    return Stream.of(written, written.replace(' ', '-')).filter(has).findFirst();
  }

  /** The word that a key may have been meant for, below other lines. */
  Optional<String> meant(String written) {
    return Nearest.of(written.replace(' ', '-'), words);
  }

  /**
   * Whether a key that is none begins a head.
   *
   * @param alone whether nothing but lines of a head stand with it
   */
  boolean isSlip(String written, boolean alone) {
    int chars = written.length();
    return opens
        && chars >= (alone ? LIKELY_CHARS : CERTAIN_CHARS)
        && Nearest.slip(written.replace(' ', '-'), words).isPresent();
  }
}
