package org.caucus.coalition.mailcommands.suggestions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One of a few things, as people write it in a line: {@code in review} or {@code In-Review}. */
public final class ChoiceParser {
  private ChoiceParser() {}

  /** How one is written. */
  public static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** How they are written, with commas between them. */
  public static String words(Enum<?>[] all) {
    return String.join(", ", list(all));
  }

  /** The one that is written so. */
  public static <E extends Enum<E>> Optional<E> of(String written, E[] all) {
    String plain = plain(written);
    return Arrays.stream(all).filter(one -> word(one).equals(plain)).findFirst();
  }

  /**
   * The one that may have been meant; of several that are as near, the first of them.
   *
   * @param all in the order in which one is preferred
   */
  public static <E extends Enum<E>> Optional<E> nearest(String written, E[] all) {
    return FuzzyMatch.of(plain(written), list(all)).flatMap(word -> of(word, all));
  }

  /** The words that may have been meant among some with commas between them; each once. */
  public static <E extends Enum<E>> Optional<String> nearestOfEach(String written, E[] all) {
    String words =
        Arrays.stream(written.split(","))
            .flatMap(one -> nearest(one, all).stream())
            .distinct()
            .map(ChoiceParser::word)
            .collect(Collectors.joining(", "));
    return Optional.of(words).filter(some -> !some.isEmpty());
  }

  private static List<String> list(Enum<?>[] all) {
    return Arrays.stream(all).map(ChoiceParser::word).toList();
  }

  private static String plain(String written) {
    return written.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
  }
}
