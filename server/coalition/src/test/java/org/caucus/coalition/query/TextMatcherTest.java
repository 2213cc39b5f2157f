package org.caucus.coalition.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words are found where a comparison at each place of a text finds them, and nowhere else. */
class TextMatcherTest {
  @Provide
  Arbitrary<String> texts() {
    // few characters, so that much is found: of one form, of two, of more (k, s, i, sharp s, sigma)
    return Arbitraries.strings()
        .withChars("aAzZ kK\u212Asſıİi\u00DF\u1E9EσςΣéÉ7-خا")
        .ofMaxLength(9);
  }

  @Property(tries = 20_000)
  void asAComparisonAtEachPlaceFindsThem(
      @ForAll("texts") String text, @ForAll("texts") String words) {
    boolean there =
        IntStream.rangeClosed(0, text.length() - words.length())
            .anyMatch(i -> text.regionMatches(true, i, words, 0, words.length()));
    assertThat(new TextMatcher(words).in(text)).isEqualTo(there);
  }

  @ParameterizedTest
  @CsvSource({
    "take-down NOTICE, notice, true",
    "a note on ice, notice, false",
    "the notices, NOTICES, true",
    "notic, notice, false",
    "KISS, kiss, true",
    "حظر المحتوى, المحتوى, true",
    "Délai, délai, true",
    "'', a, false",
    "anything, '', true"
  })
  void whateverTheirCase(String text, String words, boolean there) {
    assertThat(new TextMatcher(words).in(text)).isEqualTo(there);
  }

  /** Also where so much of them begins that the text is gone through another way. */
  @Property(tries = 500)
  void wordsAreFoundWhereverTheyStand(
      @ForAll @StringLength(min = 1, max = 60) @CharRange(from = 'a', to = 'b') String words,
      @ForAll @IntRange(max = 60) int begun,
      @ForAll @CharRange(from = 'A', to = 'B') @StringLength(max = 40) String before) {
    String part = words.substring(0, Math.min(begun, words.length() - 1));
    for (String text : List.of(before + part, before + part + words + before, part + part)) {
      assertThat(new TextMatcher(words).in(text))
          .isEqualTo(text.toLowerCase(Locale.ROOT).contains(words));
    }
  }
}
