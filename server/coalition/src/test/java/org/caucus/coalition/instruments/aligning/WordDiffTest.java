package org.caucus.coalition.instruments.aligning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caucus.coalition.instruments.aligning.WordDiff.Kind;
import org.caucus.coalition.instruments.aligning.WordDiff.Span;
import org.caucus.kernel.support.Seeds;
import org.junit.jupiter.api.Test;

/** Which words were removed and added: read together they are both texts, to the octet. */
class WordDiffTest {
  private final Random random = new Random(Seeds.ofToday("WordDiffTest"));

  private static String without(List<Span> spans, Kind kind) {
    return spans.stream()
        .filter(span -> span.kind() != kind)
        .map(Span::text)
        .collect(Collectors.joining());
  }

  private static String shown(String before, String after) {
    return WordDiff.of(before, after).stream()
        .map(
            span ->
                switch (span.kind()) {
                  case KEPT -> span.text();
                  case REMOVED -> "[-" + span.text() + "-]";
                  case ADDED -> "[+" + span.text() + "+]";
                })
        .collect(Collectors.joining());
  }

  @Test
  void wholeWordsChange() {
    assertThat(shown("within 24 hours of a notice", "within 72 hours of a notice"))
        .isEqualTo("within [-24-][+72+] hours of a notice");
    assertThat(shown("a platform shall", "a platform shall, on an order,"))
        .isEqualTo("a platform shall[+, on an order,+]");
    assertThat(shown("same", "same")).isEqualTo("same");
  }

  @Test
  void wordsOfArabicKeepTheirMarks() {
    assertThat(shown("خلال أربعٍ وعشرين ساعة", "خلال اثنتين وسبعين ساعة"))
        .startsWith("خلال [-أربعٍ-]")
        .endsWith(" ساعة");
  }

  private String text() {
    return IntStream.range(0, random.nextInt(60))
        .mapToObj(
            i ->
                List.of("a", "the", "notice ", "، ", "24", "\n", "court", " ")
                    .get(random.nextInt(8)))
        .collect(Collectors.joining());
  }

  @Test
  void joinedItIsBothTexts() {
    for (int i = 0; i < Seeds.times(500); i++) {
      String before = text();
      String after = text();
      List<Span> spans = WordDiff.of(before, after);
      assertThat(without(spans, Kind.ADDED)).isEqualTo(before);
      assertThat(without(spans, Kind.REMOVED)).isEqualTo(after);
    }
  }

  /** Of very many words sentences are compared, or nothing: nobody waits for it. */
  @Test
  void aVeryLongTextIsComparedAsWell() {
    String before = "One two three. ".repeat(30_000);
    String after = before + "Four.";
    List<Span> spans = WordDiff.of(before, after);
    assertThat(without(spans, Kind.REMOVED)).isEqualTo(after);
  }
}
