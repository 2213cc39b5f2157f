package org.caucus.platform.i18n;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the constants of one kind are called in our sentences. They are read in every language, no
 * matter who wrote them: people write back the words that they were sent.
 *
 * @param prefix stands before the name of each in the catalogue
 */
public record EnumNames(MessageCatalogue phrases, String prefix) {
  private static final MessageCatalogue VARIANTS = MessageCatalogue.of("variants");
  private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\u0640\\p{Cf}]+");

  /** The one that is called so in some language. */
  public <E extends Enum<E>> Optional<E> of(String said, E[] all) {
    String bare = bare(said);
    return words(all).entrySet().stream()
        .filter(one -> bare(one.getKey()).equals(bare))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** What each is called, in all languages, in small letters. */
  public <E extends Enum<E>> Map<String, E> words(E[] all) {
    Map<String, E> words = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      Arrays.stream(all).forEach(one -> words.putIfAbsent(word(language, one), one));
    }
    for (Language language : Language.values()) {
      Arrays.stream(all)
          .forEach(one -> variants(language, one).forEach(word -> words.putIfAbsent(word, one)));
    }
    return words;
  }

  /** Other words for it, such as its masculine form. */
  private static List<String> variants(Language language, Enum<?> one) {
    String key = one.getDeclaringClass().getSimpleName() + "." + one.name();
    String words = VARIANTS.in(language).get(key);
    return words == null ? List.of() : List.of(words.split(", "));
  }

  /**
   * In small letters, without accents; with the letters of Arabic that are written alike as one.
   */
  private static String bare(String word) {
    String apart = Normalizer.normalize(word.replace('\u00a0', ' '), Normalizer.Form.NFD);
    return MARKS
        .matcher(apart.strip().toLowerCase(Locale.ROOT))
        .replaceAll("")
        .replace('\u2019', '\'')
        .replace('\u0629', '\u0647')
        .replace('\u0649', '\u064a');
  }

  private String word(Language language, Enum<?> one) {
    return phrases
        .say(language, prefix + one.name())
        .replace('\u00a0', ' ')
        .toLowerCase(Locale.ROOT);
  }
}
