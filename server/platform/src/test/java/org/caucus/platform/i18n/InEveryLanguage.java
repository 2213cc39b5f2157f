package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What stands in the sources in English, and is told to each in their language. */
public final class InEveryLanguage {
  private InEveryLanguage() {}

  /** The sentences that a class holds, but for the fields of these names. */
  public static Stream<String> sentences(Class<?> words, Set<String> but) {
    return Arrays.stream(words.getDeclaredFields())
        .filter(f -> f.getType() == String.class && !but.contains(f.getName()))
        .map(InEveryLanguage::value);
  }

  private static String value(Field field) {
    try {
      field.setAccessible(true);
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a sentence is said in every language. */
  public static void assertSaid(BiFunction<Language, String, String> said, String english) {
    assertThat(said.apply(Language.ENGLISH, english)).isEqualTo(english);
    assertThat(said.apply(Language.FRENCH, english)).isNotEqualTo(english);
    assertThat(said.apply(Language.ARABIC, english)).containsPattern("\\p{IsArabic}");
  }
}
