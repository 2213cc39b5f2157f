package org.caucus.words;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the constants of one kind are called in our sentences. They are read in every language,
 * whoever wrote them: people write back the words that they were sent.
 *
 * @param prefix stands before the name of each in the catalogue
 */
public record Constants(Phrases phrases, String prefix) {
  /** The one that is called so in some language. */
  public <E extends Enum<E>> Optional<E> of(String said, E[] all) {
    return Optional.ofNullable(words(all).get(said.strip().toLowerCase(Locale.ROOT)));
  }

  /** What each is called, in all languages, in small letters. */
  public <E extends Enum<E>> Map<String, E> words(E[] all) {
    Map<String, E> words = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      Arrays.stream(all).forEach(one -> words.putIfAbsent(word(language, one), one));
    }
    return words;
  }

  private String word(Language language, Enum<?> one) {
    return phrases
        .say(language, prefix + one.name())
        .replace('\u00a0', ' ')
        .toLowerCase(Locale.ROOT);
  }
}
