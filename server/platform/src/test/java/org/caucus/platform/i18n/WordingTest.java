package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How the server words what people read: a ratchet on words to avoid, the twin of {@code
 * web/src/words/wording.test.ts}, and the shape of e-mails.
 */
class WordingTest {
  /** Words to avoid, and how many sentences still have one. Each number may only fall. */
  private record Avoided(int most, String words) {}

  private static final String DASHES = "-- \n";

  private static final Map<Language, Avoided> AVOIDED =
      Map.of(
          Language.ENGLISH,
          new Avoided(
              17,
              "(?i)\\b(whoever|anew|otherwise|stands?(?! aside)|comes? of|by itself|is no(ne)?"
                  + "|no (word|member)|lets? in|turn(ed)? away|hand(ed)? on|said|say it"
                  + "|tak(e|en) back|held back|seats?|letters?)\\b"),
          Language.FRENCH,
          new Avoided(
              9,
              "(?iU)\\b(siège|liaisons?|jet(er|é)e?|recueil|envoi groupé|averti|public|cercle"
                  + "|avis|nouvelles)\\b"),
          Language.ARABIC,
          new Avoided(
              0,
              "مروري|بلا نسب|تواصل|يلزم|مقعد|تجاهل|مؤسس|بريد مجم|المكان هنا|قيد المراجعة|الجمهور"));

  /** Said to nobody: what is read, and what tables called their columns before. */
  private static boolean isPrinted(String area, String key) {
    return !area.equals("variants") && !key.startsWith("also.");
  }

  private static Map<String, String> printed(Language language) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (String area : MessageCatalogueTest.areas()) {
      MessageCatalogue.of(area)
          .in(language)
          .forEach(
              (key, text) -> {
                if (isPrinted(area, key)) {
                  all.put(area + " " + key, text);
                }
              });
    }
    return all;
  }

  /** Without the names of values. */
  private static String bare(String text) {
    return text.replaceAll("\\{\\w+[,}]", "");
  }

  @ParameterizedTest
  @EnumSource
  void fewerAndFewerWordsToAvoid(Language language) throws IOException {
    Avoided avoided = Objects.requireNonNull(AVOIDED.get(language));
    Pattern words = Pattern.compile(avoided.words());

    assertThat(printed(language).entrySet())
        .filteredOn(one -> words.matcher(bare(one.getValue())).find())
        .hasSize(avoided.most());
  }

  /** Why it came, and where that is changed; what its reader can do stands above the dashes. */
  @ParameterizedTest
  @EnumSource
  void aFooterHasTwoLines(Language language) throws IOException {
    Map<String, String> all = printed(language);
    String why = Objects.requireNonNull(all.get("notices why"));

    assertThat(all.entrySet())
        .filteredOn(one -> one.getValue().contains(DASHES))
        .hasSizeGreaterThan(8)
        .allSatisfy(
            one ->
                assertThat(footer(one.getValue().replace("{why}", why)))
                    .hasSizeLessThanOrEqualTo(2));
  }

  /** French sets some marks apart, where no line may break. Two colons are syntax of ICU. */
  @Test
  void marksOfFrenchStandApartAndNoLineBreaksThere() throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (String area : MessageCatalogueTest.areas()) {
      MessageCatalogue.of(area)
          .in(Language.FRENCH)
          .forEach((key, text) -> all.put(area + " " + key, text));
    }
    Pattern breaking = Pattern.compile("[ \\t](?=[:;?!»](?!:))|«(?!\u00a0)|(?<!\u00a0)»");

    assertThat(all.entrySet()).filteredOn(one -> breaking.matcher(one.getValue()).find()).isEmpty();
    assertThat(all.values()).anyMatch(text -> text.contains("\u00a0:"));
  }

  private static List<String> footer(String text) {
    return text.substring(text.indexOf(DASHES) + DASHES.length()).strip().lines().toList();
  }

  @ParameterizedTest
  @EnumSource
  void aSubjectIsShort(Language language) throws IOException {
    assertThat(printed(language).entrySet())
        .filteredOn(one -> one.getKey().contains("subject") && !one.getValue().contains("plural"))
        .allSatisfy(one -> assertThat(bare(one.getValue())).hasSizeLessThanOrEqualTo(60));
  }
}
