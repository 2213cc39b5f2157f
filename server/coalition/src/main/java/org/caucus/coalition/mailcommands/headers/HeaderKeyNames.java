package org.caucus.coalition.mailcommands.headers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.caucus.mail.reply.PhraseFile;
import org.caucus.mail.reply.VisibleLine;

/**
 * What the lines at a head are called in every language that is spoken here, with or without
 * accents: people write back the labels that they were sent. A word can be of several keys, such as
 * "responsable"; those that a place knows decide.
 */
public final class HeaderKeyNames {
  /** A shorter word is like too many others, in characters. */
  private static final int LIKELY_CHARS = 5;

  private static final Map<String, List<String>> KEYS = keys();

  private HeaderKeyNames() {}

  private static Map<String, List<String>> keys() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    PhraseFile.of("heads")
        .forEach(
            (key, words) ->
                words.forEach(
                    word -> keys.computeIfAbsent(bare(word), w -> new ArrayList<>()).add(key)));
    return keys;
  }

  private static String bare(String written) {
    return VisibleLine.bare(written.replace('-', ' ').replace('_', ' '));
  }

  /** The key that a word is of, among those that are known; as it is written in an example. */
  public static Optional<String> key(String written, Predicate<String> known) {
    return KEYS.getOrDefault(bare(written), List.of()).stream()
        .filter(known)
        .findFirst()
        .map(HeaderKeyNames::shown);
  }

  /** Whether a word is of this key. */
  public static boolean is(String key, String written) {
    return KEYS.getOrDefault(bare(written), List.of()).contains(key.toLowerCase(Locale.ROOT));
  }

  /** The key that a slip in one of the words may have been meant for. */
  public static Optional<String> slip(String written, Predicate<String> known) {
    String bare = bare(written);
    return bare.length() < LIKELY_CHARS || KEYS.containsKey(bare)
        ? Optional.empty()
        : FuzzyMatch.slip(bare, words(known).toList()).flatMap(word -> key(word, known));
  }

  private static Stream<String> words(Predicate<String> known) {
    return KEYS.entrySet().stream()
        .filter(one -> one.getValue().stream().anyMatch(known))
        .map(Map.Entry::getKey);
  }

  private static String shown(String key) {
    return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
  }
}
