package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All that letters say can be said in every language, with the same values in it. */
class MessageCatalogueTest {
  private static final Path CATALOGUES = Checkout.server("src/main/resources/words");
  private static final Pattern VALUE = Pattern.compile("\\{[0-9]\\*?}");
  private static final Pattern SCRIPT = Pattern.compile("\\p{IsArabic}");

  /** What is the same word in two languages. */
  private static final Set<String> ALIKE = Set.of();

  static List<String> areas() throws IOException {
    try (Stream<Path> files = Files.list(CATALOGUES)) {
      return files
          .map(f -> f.getFileName().toString().replaceFirst("\\..*", ""))
          .distinct()
          .sorted()
          .toList();
    }
  }

  private static String bare(String key) {
    return key.replaceFirst("\\.(zero|one|two|few|many|other)$", "");
  }

  private static Set<String> values(String text) {
    return VALUE
        .matcher(text)
        .results()
        .map(r -> r.group().replace("*", ""))
        .collect(Collectors.toSet());
  }

  /** Areas whose values are numbered. */
  static List<String> numbered() throws IOException {
    return areas().stream().filter(MessageCatalogueTest::isNumbered).toList();
  }

  private static boolean isNumbered(String area) {
    return MessageCatalogue.of(area).in(Language.ENGLISH).values().stream()
        .anyMatch(text -> VALUE.matcher(text).find());
  }

  @ParameterizedTest
  @MethodSource("numbered")
  void everySentenceIsThereInEveryLanguageOnceForEachKindOfNumber(String area) {
    MessageCatalogue phrases = MessageCatalogue.of(area);
    Set<String> english = phrases.in(Language.ENGLISH).keySet();
    Set<String> counted =
        english.stream()
            .filter(k -> k.endsWith(".other"))
            .map(MessageCatalogueTest::bare)
            .collect(Collectors.toSet());
    for (Language language : Language.values()) {
      Set<String> due = new TreeSet<>();
      for (String key : english) {
        if (counted.contains(bare(key))) {
          language.forms().forEach(form -> due.add(bare(key) + "." + form));
        } else {
          due.add(key);
        }
      }
      assertThat(phrases.in(language).keySet()).as("%s in %s", area, language).isEqualTo(due);
    }
  }

  @ParameterizedTest
  @MethodSource("numbered")
  void aTranslationHasTheValuesOfTheSentenceAndIsNotTheEnglishOne(String area) {
    MessageCatalogue phrases = MessageCatalogue.of(area);
    Map<String, String> english = phrases.in(Language.ENGLISH);
    for (Language language : List.of(Language.FRENCH, Language.ARABIC)) {
      phrases
          .in(language)
          .forEach(
              (key, text) -> {
                String all = english.get(bare(key) + ".other");
                String model = all == null ? english.get(key) : all;
                boolean one = !key.equals(bare(key)) && !key.endsWith(".other");
                // "one reader" need not name the number
                Set<String> may = values(model);
                assertThat(values(text)).as("%s in %s", key, language).isSubsetOf(may);
                assertThat(one ? without(may) : may)
                    .as("%s in %s", key, language)
                    .allMatch(v -> (one && v.equals("{0}")) || values(text).contains(v));
                boolean words = !isSymbol(text);
                assertThat(words && text.equals(model) && !ALIKE.contains(text))
                    .as("%s in %s is still English: %s", key, language, text)
                    .isFalse();
                assertThat(SCRIPT.matcher(text).find())
                    .as("%s in %s: %s", key, language, text)
                    .isEqualTo(language.isRightToLeft() && words);
              });
    }
  }

  private static boolean isSymbol(String text) {
    return VALUE.matcher(text).replaceAll("").codePoints().noneMatch(Character::isLetter);
  }

  private static Set<String> without(Set<String> all) {
    return all.stream().filter(v -> !v.equals("{0}")).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH,0,other",
    "ENGLISH,1,one",
    "ENGLISH,2,other",
    "FRENCH,0,one",
    "FRENCH,1,one",
    "FRENCH,2,other",
    "ARABIC,0,zero",
    "ARABIC,1,one",
    "ARABIC,2,two",
    "ARABIC,3,few",
    "ARABIC,10,few",
    "ARABIC,11,many",
    "ARABIC,99,many",
    "ARABIC,100,other",
    "ARABIC,102,other",
    "ARABIC,103,few"
  })
  void eachNumberHasTheFormThatUnicodeSays(Language language, int many, String form) {
    assertThat(language.form(many)).isEqualTo(form);
  }

  @Test
  void aValueIsNotLookedThroughForPlaces() {
    MessageCatalogue refusals = MessageCatalogue.of("refusals");
    assertThat(refusals.say(Language.ENGLISH, "an-address-has-at-most", "{1}{0}"))
        .isEqualTo("An address has at most {1}{0} bytes. Nothing was changed.");
  }

  @Test
  void whatIsWrittenFromTheRightKeepsNamesApartAndLinksBare() {
    String said =
        MessageCatalogue.of("account")
            .say(
                Language.ARABIC,
                "invitation",
                Map.of(
                    "inviter", "Ada",
                    "workspace", "Code",
                    "organisation", "Rights",
                    "link", "https://x.example",
                    "until", "noon"));
    assertThat(said).contains("\u2068Ada\u2069").contains("\nhttps://x.example\n");
  }

  @Test
  void aSentenceThatIsNotThereIsAMistake() {
    MessageCatalogue account = MessageCatalogue.of("account");
    assertThatThrownBy(() -> account.say(Language.FRENCH, "no such", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no such");
  }
}
