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
 * What the constants of enums are called: in {@code words/enums.*}, the same words in letters,
 * feeds, tables and pages. They are read in every language, no matter who wrote them: people write
 * back the words that they were sent. {@code words/variants.*} has other words that are read.
 */
public final class EnumNames {
  /** Names of audiences are in it, too. */
  public static final MessageCatalogue NAMES = MessageCatalogue.of("enums");

  /** Read, and never printed. */
  public static final MessageCatalogue VARIANTS = MessageCatalogue.of("variants");

  private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\u0640\\p{Cf}]+");

  private EnumNames() {}

  /** By itself, such as in a cell: {@code In progress}. */
  public static String say(Language language, Enum<?> constant) {
    return NAMES.say(language, key(constant));
  }

  /** Within a sentence: {@code in progress}. */
  public static String within(Language language, Enum<?> constant) {
    String name = say(language, constant);
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** {@code Action.Kind.CALL}, or {@code Priority.HIGH} of a class of its own. */
  static String key(Enum<?> constant) {
    Class<?> kind = constant.getDeclaringClass();
    Class<?> around = kind.getEnclosingClass();
    String name = kind.getSimpleName() + "." + constant.name();
    return around == null ? name : around.getSimpleName() + "." + name;
  }

  /** The one that is called so in some language. */
  public static <E extends Enum<E>> Optional<E> of(String said, E[] all) {
    String bare = bare(said);
    return words(all).entrySet().stream()
        .filter(one -> bare(one.getKey()).equals(bare))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** What each is called, in all languages, in small letters. */
  public static <E extends Enum<E>> Map<String, E> words(E[] all) {
    Map<String, E> words = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      Arrays.stream(all).forEach(one -> words.putIfAbsent(word(say(language, one)), one));
    }
    for (Language language : Language.values()) {
      Arrays.stream(all)
          .forEach(one -> variants(language, one).forEach(word -> words.putIfAbsent(word, one)));
    }
    return words;
  }

  /** Other words for it, such as its masculine form. */
  private static List<String> variants(Language language, Enum<?> one) {
    String words = VARIANTS.in(language).get(key(one));
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

  private static String word(String name) {
    return name.replace('\u00a0', ' ').toLowerCase(Locale.ROOT);
  }
}
