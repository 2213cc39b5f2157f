package org.caucus.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Files with oddities: no character is lost against what another reader made of them. */
class DocxCorpusTest {
  private static final Path CORPUS = Checkout.root("../shared/corpus/texts/docx");

  private static final Pattern NATIVE =
      Pattern.compile("(?:Str|Code(?:Block)?\\s*\\([^)]*\\))\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9]+)|(&)|(.))");
  private static final Pattern MARK = Pattern.compile("\\[(?:[0-9]+|[ivx]+)\\]");

  private static List<Path> files(String ending) throws IOException {
    if (!Files.isDirectory(CORPUS)) {
      System.out.println("DocxCorpusTest: skipped, no corpus at " + CORPUS);
      Assumptions.abort("no corpus");
    }
    try (Stream<Path> all = Files.list(CORPUS)) {
      return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** Each character that is no space, and how often. */
  private static Map<String, Integer> characters(String words) {
    Map<String, Integer> all = new TreeMap<>();
    words
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(c -> all.merge(Character.toString(c), 1, Integer::sum));
    return all;
  }

  /** Without the numbers that are computed. */
  private static String typed(JsonNode answer) {
    StringBuilder built = new StringBuilder();
    String text = Answers.text(answer);
    for (JsonNode block : answer.get("blocks")) {
      String words = text.substring(block.get(2).asInt(), block.get(3).asInt());
      String number = block.get(4).isNull() ? "" : block.get(4).asText();
      built.append(words.startsWith(number) ? words.substring(number.length()) : words);
    }
    return MARK.matcher(built).replaceAll("");
  }

  private static String comments(JsonNode answer) {
    StringBuilder built = new StringBuilder();
    answer.get("comments").forEach(c -> built.append(c.get(1).asText()));
    return built.toString();
  }

  private static String words(String written) {
    StringBuilder built = new StringBuilder();
    Matcher matcher = NATIVE.matcher(written);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        built
            .append(ESCAPE.matcher(matcher.group(1)).replaceAll(DocxCorpusTest::plain))
            .append(' ');
      }
    }
    return built.toString();
  }

  private static String plain(java.util.regex.MatchResult escape) {
    String plain =
        escape.group(1) != null
            ? Character.toString(Integer.parseInt(escape.group(1)))
            : escape.group(2) != null ? "" : escape.group(3);
    return Matcher.quoteReplacement(plain);
  }

  @Test
  void losesNoCharacter() throws IOException {
    for (Path file : files(".native")) {
      Path word = file.resolveSibling(file.getFileName().toString().replace(".native", ".docx"));
      String written = Files.readString(file);
      String expected = words(written);
      JsonNode answer = Answers.read(Files.readAllBytes(word), "docx");
      String read = typed(answer) + (written.contains("comment-start") ? comments(answer) : "");

      assertThat(characters(read))
          .as(file.getFileName().toString())
          .isEqualTo(characters(expected));
    }
  }

  /** Truncated, encrypted, found by fuzzers: whole, or refused by name. */
  @Test
  void readsEachWholeOrRefusesIt() throws IOException {
    Map<String, String> refused = new TreeMap<>();
    for (Path file : files(".docx")) {
      JsonNode answer = Answers.read(Files.readAllBytes(file), "docx");
      if (answer.has("refused")) {
        refused.put(file.getFileName().toString(), answer.get("refused").asText());
      } else {
        assertThat(answer.get("text").asText()).as(file.toString()).isNotBlank();
      }
    }

    assertThat(refused)
        .containsEntry("poi-ExternalEntityInText.docx", "document-has-xml-entities")
        .containsEntry("poi-bug53475-password-is-pass.docx", "document-is-encrypted")
        .containsEntry("poi-truncated62886.docx", "document-is-damaged")
        .containsEntry("poi-zero-length.docx", "document-has-no-text")
        .hasSize(6);
  }
}
