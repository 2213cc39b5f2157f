package org.caucus.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a request is refused can be said in every language: read from the sources that refuse. */
class RefusalsTest {
  private static final Phrases REFUSALS = Phrases.of("refusals");
  private static final Path SOURCES = Path.of("src/main/java/org/caucus");
  private static final Pattern REFUSED =
      Pattern.compile("Refused\\s{0,80}\\.(invalid|forbidden|conflict|tooLarge|unsupported)\\(");
  private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");

  /** Sentences that are put together piece by piece; to be fewer, never more. */
  private static final int MOST_UNSAID = 12;

  @Test
  void aSentenceThatRefusesIsInTheCatalogue() throws IOException {
    Set<String> known = Set.copyOf(REFUSALS.in(Language.ENGLISH).values());
    Set<String> unsaid = new TreeSet<>();
    int all = 0;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        for (String sentence : sentences(Files.readString(file))) {
          all++;
          if (!known.contains(sentence)) {
            unsaid.add(sentence);
          }
        }
      }
    }
    assertThat(all).as("sentences that were found").isGreaterThan(200);
    assertThat(unsaid)
        .as("add them to words/refusals.*.properties, with {0} for each value")
        .hasSizeLessThanOrEqualTo(MOST_UNSAID);
  }

  /** What stands in quotes alone, or with values between, as it stands in the catalogue. */
  private static List<String> sentences(String source) {
    List<String> all = new ArrayList<>();
    Matcher call = REFUSED.matcher(source);
    while (call.find()) {
      List<String> arguments = parts(source, call.end(), ',');
      String said = arguments.getLast();
      if (said.startsWith("\"")) {
        all.add(template(said));
      }
    }
    return all;
  }

  private static String template(String expression) {
    StringBuilder sentence = new StringBuilder();
    int values = 0;
    for (String part : parts(expression + ")", 0, '+')) {
      Matcher literal = LITERAL.matcher(part);
      if (literal.matches()) {
        sentence.append(literal.group(1).replace("\\\"", "\""));
      } else {
        sentence.append('{').append(values++).append('}');
      }
    }
    return sentence.toString();
  }

  /** What stands between separators up to the bracket that closes, outside quotes and brackets. */
  private static List<String> parts(String text, int from, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int begun = from;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && depth-- == 0) {
        parts.add(text.substring(begun, i).strip());
        return parts;
      } else if (!quoted && depth == 0 && c == separator) {
        parts.add(text.substring(begun, i).strip());
        begun = i + 1;
      }
    }
    throw new AssertionError("a bracket is not closed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A workspace has at most 100 trackers. | Un espace a au plus 100 suivis.",
        "This issue is closed already. | Ce dossier est déjà fermé.",
        "Two fields are called \"{1}\". | Deux champs s’appellent « {1} ».",
        "title is missing. | title manque.",
        "Something nobody wrote down. | Something nobody wrote down.",
        "Piece 2 has 5 bytes; 4 came. | Le morceau 2 a 5 octets ; 4 sont venus.",
      })
  void valuesStayAsTheyAre(String english, String french) {
    assertThat(REFUSALS.rendered(Language.FRENCH, english)).isEqualTo(french);
    assertThat(REFUSALS.rendered(Language.ENGLISH, english)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr-CH, fr;q=0.9, en;q=0.8 | FRENCH",
        "de, ar;q=0.5, en;q=0.4 | ARABIC",
        "de | ENGLISH",
        "* | ENGLISH",
        "fr;q=0, en | ENGLISH",
        "fr;q=abc, ar;q=0.1 | ARABIC",
        "'' | ENGLISH",
      })
  void theLanguageIsTheOneReadBest(String accepted, Language best) {
    assertThat(Language.accepted(accepted)).isEqualTo(best);
    assertThat(Language.accepted(null)).isEqualTo(Language.ENGLISH);
  }
}
