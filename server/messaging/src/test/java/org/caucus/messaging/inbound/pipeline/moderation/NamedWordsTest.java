package org.caucus.messaging.inbound.pipeline.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.caucus.kernel.support.Checkout;
import org.caucus.mail.reply.PhraseFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that letters say to answer with are read, and are of the language of the letter. */
class NamedWordsTest {
  private static final String CODE = "abcdefghijklmnopqrstuvwxyz";

  private static Properties catalogue(String name, String language) throws IOException {
    Properties all = new Properties();
    all.load(
        Files.newBufferedReader(
            Checkout.server("src/main/resources/words/" + name + "." + language + ".properties"),
            StandardCharsets.UTF_8));
    return all;
  }

  /** What stands first on each line that is set in. */
  private static List<String> listed(String language, String key) throws IOException {
    return catalogue("holds", language)
        .getProperty(key)
        .lines()
        .filter(line -> line.startsWith("  "))
        .map(line -> line.strip().split("\\s", 2)[0])
        .toList();
  }

  private static List<ModerationDecision.Word> read(List<String> words) {
    return words.stream()
        .map(
            word ->
                ModerationDecision.in("Re: it", word + "\n\n> " + CODE, "lists.example")
                    .map(ModerationDecision::word)
                    .orElseThrow(() -> new AssertionError(word)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void wordsThatAreListedDecideWhatTheirLineSays(String language) throws IOException {
    for (String key : List.of("by-mail", "draft.by-mail")) {
      List<String> words = listed(language, key);
      assertThat(read(words)).isEqualTo(read(listed("en", key))).isNotEmpty();
      if (!language.equals("en")) {
        assertThat(words).doesNotContainAnyElementsOf(listed("en", key));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "holds, withdraw, withdraw",
    "notices, take-back, recall",
    "holds, say-yes, yes no",
  })
  void sentencesNameWordsOfTheirLanguage(String name, String key, String meant) throws IOException {
    for (String language : List.of("fr", "ar")) {
      String sentence = catalogue(name, language).getProperty(key).toLowerCase(Locale.ROOT);
      List<String> words = Arrays.asList(sentence.split("[\\s,.;:\u060c\u061b]+", -1));
      for (String meaning : meant.split(" ", -1)) {
        Stream<String> heard = PhraseFile.of("decisions").get(meaning).stream();
        assertThat(words).as(sentence).containsAnyElementsOf(heard.toList());
        assertThat(words).as(sentence).doesNotContain(meaning);
      }
    }
  }
}
