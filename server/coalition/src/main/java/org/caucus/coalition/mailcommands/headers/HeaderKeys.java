package org.caucus.coalition.mailcommands.headers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;

/**
 * What lines at a head may be of.
 *
 * @param has whether a line of this key is one of them
 * @param words with which a key that is not one may have been meant; in small letters
 * @param opens whether a slip in the first line is one, too: else a head begins as it is written
 * @param spoken whether they are known by their words in every language, too
 */
public record HeaderKeys(Predicate<String> has, List<String> words, boolean opens, boolean spoken) {
  /** Of a letter that has no head. */
  public static final HeaderKeys NONE = HeaderKeys.of(key -> false, List.of());

  /** A shorter word at the beginning of a letter is as likely a name, in characters. */
  private static final int LIKELY_CHARS = 5;

  /** What is like one of so many characters is no other word, in characters. */
  private static final int CERTAIN_CHARS = 7;

  /** Those that are known, and the slips in writing them. */
  public static HeaderKeys of(Predicate<String> has, List<String> words) {
    return new HeaderKeys(has, words, true, true);
  }

  /** Those that are known as they are written, in no other language and without slips. */
  public static HeaderKeys asWritten(Predicate<String> has) {
    return new HeaderKeys(has, List.of(), true, false);
  }

  /** The same, and one more. */
  public HeaderKeys and(String word) {
    return new HeaderKeys(
        key -> word.equalsIgnoreCase(key) || has.test(key),
        Stream.concat(Stream.of(word.toLowerCase(Locale.ROOT)), words.stream()).toList(),
        opens,
        spoken);
  }

  /** The same, where a head begins with a line that is written right. */
  public HeaderKeys openedRight() {
    return new HeaderKeys(has, words, false, spoken);
  }

  /** The key as it is known, in whatever language: words of it may have blanks between them. */
  Optional<String> known(String written) {
    return Stream.of(written, written.replace(' ', '-'))
        .filter(has)
        .findFirst()
        .or(() -> spoken ? HeaderKeyNames.key(written, has) : Optional.empty());
  }

  /** Lines by the keys as they are known, whatever language they were written in. */
  public List<CommandLine> named(List<CommandLine> lines) {
    return lines.stream()
        .map(
            line ->
                known(line.key())
                    .filter(key -> !has.test(line.key()))
                    .map(line::called)
                    .orElse(line))
        .toList();
  }

  /** The word that a key may have been meant for, below other lines. */
  Optional<String> meant(String written) {
    return FuzzyMatch.of(written.replace(' ', '-'), words).or(() -> slip(written));
  }

  /**
   * Whether a key that is not one begins a head.
   *
   * @param alone whether nothing but lines of a head stand with it
   */
  boolean isSlip(String written, boolean alone) {
    int chars = written.length();
    return opens
        && chars >= (alone ? LIKELY_CHARS : CERTAIN_CHARS)
        && FuzzyMatch.slip(written.replace(' ', '-'), words).or(() -> slip(written)).isPresent();
  }

  private Optional<String> slip(String written) {
    return spoken ? HeaderKeyNames.slip(written, has) : Optional.empty();
  }
}
