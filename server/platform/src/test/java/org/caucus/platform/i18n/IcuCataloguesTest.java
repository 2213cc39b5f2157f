package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sentence with named values is there in every language, with the same values, complete. */
class IcuCataloguesTest {
  private static final Pattern SCRIPT = Pattern.compile("\\p{IsArabic}");
  private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

  /** The same word in English and French. */
  private static final Set<String> ALIKE =
      Set.of("Position", "Correction", "Question", "Cause", "Conversations", "article");

  /** At least one number of each form of each language. */
  private static final List<Integer> NUMBERS = List.of(0, 1, 2, 3, 11, 100, 1_000_000);

  static List<String> areas() throws IOException {
    return MessageCatalogueTest.areas();
  }

  @ParameterizedTest
  @MethodSource("areas")
  void eachSentenceIsThereInEachLanguageWithTheSameValues(String area) {
    MessageCatalogue phrases = MessageCatalogue.of(area);
    Set<String> keys = phrases.in(Language.ENGLISH).keySet();
    for (Language language : Language.values()) {
      assertThat(phrases.in(language).keySet()).as("%s in %s", area, language).isEqualTo(keys);
      for (String key : keys) {
        assertThat(phrases.message(language, key).names())
            .as("%s: %s in %s", area, key, language)
            .isEqualTo(phrases.message(Language.ENGLISH, key).names());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("areas")
  void aTranslationIsNotTheEnglishSentence(String area) {
    MessageCatalogue phrases = MessageCatalogue.of(area);
    for (Language language : List.of(Language.FRENCH, Language.ARABIC)) {
      phrases
          .in(language)
          .forEach(
              (key, text) -> {
                String said = PLACE.matcher(text).replaceAll("");
                boolean words = said.codePoints().anyMatch(Character::isLetter);
                assertThat(
                        words
                            && !ALIKE.contains(text)
                            && text.equals(phrases.in(Language.ENGLISH).get(key)))
                    .as("%s: %s in %s is still English: %s", area, key, language, text)
                    .isFalse();
                assertThat(SCRIPT.matcher(said).find())
                    .as("%s: %s in %s: %s", area, key, language, text)
                    .isEqualTo(language.isRightToLeft() && words);
              });
    }
  }

  /** In French that is a form of its own for millions. */
  @ParameterizedTest
  @MethodSource("areas")
  void aNumberHasAllFormsOfItsLanguageOrOneByChoice(String area) {
    MessageCatalogue phrases = MessageCatalogue.of(area);
    for (Language language : Language.values()) {
      Set<String> all = PluralRules.forLocale(language.icuLocale()).getKeywords();
      phrases
          .in(language)
          .forEach(
              (key, text) ->
                  plurals(text)
                      .forEach(
                          forms ->
                              assertThat(forms)
                                  .as("%s: %s in %s", area, key, language)
                                  .isIn(all, Set.of("other"))));
    }
  }

  /** The forms of each number of a sentence; those for one number alone, such as =0, left out. */
  private static List<Set<String>> plurals(String text) {
    MessagePattern pattern = new MessagePattern(text);
    return IntStream.range(0, pattern.countParts())
        .filter(i -> pattern.getPart(i).getType() == Part.Type.ARG_START)
        .filter(i -> pattern.getPart(i).getArgType() == ArgType.PLURAL)
        .mapToObj(i -> forms(pattern, i))
        .toList();
  }

  private static Set<String> forms(MessagePattern pattern, int start) {
    Set<String> forms = new TreeSet<>();
    for (int i = start + 1; i < pattern.getLimitPartIndex(start); i++) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_SELECTOR) {
        forms.add(pattern.getSubstring(part));
      } else if (part.getType() == Part.Type.MSG_START) {
        i = pattern.getLimitPartIndex(i);
      }
    }
    forms.removeIf(form -> form.startsWith("="));
    return forms;
  }

  @ParameterizedTest
  @MethodSource("areas")
  void noFormOfANumberLosesAValue(String area) {
    MessageCatalogue phrases = MessageCatalogue.of(area);
    for (String key : phrases.in(Language.ENGLISH).keySet()) {
      if (!plurals(phrases.in(Language.ENGLISH).get(key)).isEmpty()) {
        for (Language language : Language.values()) {
          NUMBERS.forEach(n -> assertNothingLost(phrases, language, key, n));
        }
      }
    }
  }

  /** Each value but the number itself, which "one reader" need not name. */
  private static void assertNothingLost(
      MessageCatalogue phrases, Language language, String key, int number) {
    Map<String, Object> values = new HashMap<>();
    String text = phrases.in(Language.ENGLISH).get(key);
    for (String name : phrases.message(language, key).names()) {
      boolean counted = text.contains("{" + name + ", plural,");
      values.put(name, counted ? (Object) number : "<" + name + ">");
    }
    String said = phrases.say(language, key, values);
    values.values().stream()
        .filter(String.class::isInstance)
        .forEach(v -> assertThat(said).as("%s in %s", key, language).contains(v.toString()));
  }
}
