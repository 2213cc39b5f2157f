package org.caucus.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.words.Language;
import org.caucus.words.Phrases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Why an order cannot be done is told to each in their language; the log has it in English. */
class FaultsTest {
  private static final Phrases FAULTS = Phrases.of("orders");

  static List<String> faults() {
    Stream<String> words = Arrays.stream(Words.class.getDeclaredFields()).map(FaultsTest::value);
    return Stream.concat(words, Stream.of(Script.NO_LIST)).toList();
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isSaidInEveryLanguage(String fault) {
    assertThat(FAULTS.translated(Language.ENGLISH, fault)).isEqualTo(fault);
    assertThat(FAULTS.translated(Language.FRENCH, fault)).isNotEqualTo(fault);
    assertThat(FAULTS.translated(Language.ARABIC, fault)).containsPattern("\\p{IsArabic}");
  }
}
