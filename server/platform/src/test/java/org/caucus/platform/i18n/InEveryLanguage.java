package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.caucus.kernel.Message;

/** What stands in the sources in English, and is told to each in their language. */
public final class InEveryLanguage {
  private InEveryLanguage() {}

  /** The sentences that a class holds, but for the fields of these names. */
  public static Stream<String> sentences(Class<?> words, Set<String> but) {
    return Arrays.stream(words.getDeclaredFields())
        .filter(f -> f.getType() == String.class && !but.contains(f.getName()))
        .map(f -> (String) value(f));
  }

  /** The messages that a class holds. */
  public static Stream<Message> messages(Class<?> words) {
    return Arrays.stream(words.getDeclaredFields())
        .filter(f -> f.getType() == Message.class)
        .map(f -> (Message) value(f));
  }

  private static Object value(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a message is said in every language. */
  public static void assertMessage(Message message) {
    String english = message.english();
    assertThat(Messages.say(Language.FRENCH, message)).isNotEqualTo(english);
    assertThat(Messages.say(Language.ARABIC, message)).containsPattern("\\p{IsArabic}");
  }

  /** Whether a sentence is said in every language. */
  public static void assertSaid(BiFunction<Language, String, String> said, String english) {
    assertThat(said.apply(Language.ENGLISH, english)).isEqualTo(english);
    assertThat(said.apply(Language.FRENCH, english)).isNotEqualTo(english);
    assertThat(said.apply(Language.ARABIC, english)).containsPattern("\\p{IsArabic}");
  }
}
