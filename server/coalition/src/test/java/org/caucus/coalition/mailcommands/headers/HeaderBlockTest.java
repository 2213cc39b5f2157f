package org.caucus.coalition.mailcommands.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the head of a letter ends, and what stands in it, in the shapes in which it comes. */
class HeaderBlockTest {
  private static final List<String> WORDS =
      List.of("due", "label", "priority", "publish-at", "quote");
  private static final HeaderKeys KEYS =
      HeaderKeys.of(key -> WORDS.contains(key.toLowerCase(Locale.ROOT)), WORDS);

  private static HeaderBlock head(String text) {
    return HeaderBlock.of(text, KEYS, 20);
  }

  private static String shown(HeaderBlock head) {
    return head.lines().stream()
        .map(line -> line.key() + "=" + line.value())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Priority: high\nDue: 2026-12-01\n\nWe ask.",
        "\n \n\u00a0\nPriority: high\nDue: 2026-12-01\n\nWe ask.",
        "Priority: high\n\nDue: 2026-12-01\n\nWe ask.",
        "Priority: high\n\u00a0\nDue: 2026-12-01\n\u00a0\nWe ask.",
        "Priority\u00a0:\u00a0high\nDue\u202f: 2026-12-01\n\nWe ask.",
        "*Priority:* high\n*Due*: 2026-12-01\n\nWe ask.",
        "**Priority:** high\n_Due_ : 2026-12-01\n\nWe ask.",
        "\ufeffPriority: high\n\u200fDue: \u200e2026-12-01\u200e\n\nWe ask.",
        "Priority\uff1ahigh\nDue:2026-12-01\nWe ask.",
        "Priority:\thigh\n\tDue:\t2026-12-01  \n\nWe ask.",
      })
  void itIsReadHoweverAProgramSetsIt(String text) {
    HeaderBlock head = head(text);

    assertThat(shown(head)).isEqualTo("Priority=high Due=2026-12-01");
    assertThat(head.rest()).isEqualTo("We ask.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Question: who pays?\nDue: 2026-12-01",
        "Sue: can you look at this?",
        "Bart: please see to the desk.",
        "Hello all,\n\nPriority: high",
        "https://example.org/due: gone",
        "10:00 is too early",
        "Labels aside: we agree.",
        "> Priority: high",
        "",
      })
  void otherWordsAreWords(String text) {
    assertThat(head(text).lines()).isEmpty();
    assertThat(head(text).rest()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // below a line that is one
        "Priority: high~Deu: 2026-12-01~~So. | Priority=high Deu=2026-12-01",
        "Priority: high~Lable: memo~Due: 2026-12-01~~So. | Priority=high Lable=memo Due=2026-12-01",
        // the first: where nothing else stands with it, or it is like no other word
        "Lable: memo~~So. | Lable=memo",
        "Lable: memo~Due: 2026-12-01~~So. | Lable=memo Due=2026-12-01",
        "Priorty: high~So. | Priorty=high",
        "Lable: we call it a memo~and so do they. | ''",
        // two words for one
        "Publish at: noon~~So. | publish-at=noon",
        "Publish att: noon~~So. | Publish att=noon",
      })
  void aSlipIsALine(String text, String lines) {
    assertThat(shown(head(text.replace('~', '\n')))).isEqualToIgnoringCase(lines);
  }

  @Test
  void behindABlankLineOnlyWhatIsWrittenRightIsOne() {
    assertThat(shown(head("Priority: high\n\nDeu: 2026-12-01"))).isEqualTo("Priority=high");
    assertThat(shown(head("Priority: high\n\n\nDue: 2026-12-01"))).isEqualTo("Priority=high");
    assertThat(shown(head("Priority: high\n\nDue:\nis what?"))).isEqualTo("Priority=high");
  }

  @Test
  void aHeadThatBeginsAsItIsWrittenHasNoSlipFirst() {
    HeaderBlock head = HeaderBlock.of("Priorty: high\n\nSo.", KEYS.openedRight(), 20);

    assertThat(head.lines()).isEmpty();
    assertThat(HeaderBlock.of("Due: 1\nPriorty: high", KEYS.openedRight(), 20).lines()).hasSize(2);
  }

  @Test
  void aQuotationGoesOnUntilItsMark() {
    HeaderBlock head = head("Quote: “within\n24 hours”\nDue: 2026-12-01\n\nSo.");

    assertThat(shown(head)).isEqualTo("Quote=“within 24 hours” Due=2026-12-01");
    assertThat(head("Quote: “never closed\n\nSo.”").rest()).isEqualTo("So.”");
  }

  @Test
  void oneLineMoreThanIsReadIsFound() {
    assertThat(HeaderBlock.of("Label: a\n".repeat(30), KEYS, 20).lines()).hasSize(21);
  }

  @Test
  void aLineCanBeTakenOut() {
    assertThat(head("Priority: high\nDue: 2026-12-01\n\nSo.").without(0))
        .isEqualTo("Due: 2026-12-01\n\nSo.");
    assertThat(head("Priority: high\n\nSo.").without(0)).isEqualTo("So.");
  }

  @Test
  void whatIsVeryLongIsReadQuickly() {
    HeaderBlock head = head("Due: " + "x".repeat(3_000_000) + "\n\nSo.");

    assertThat(head.lines().getFirst().value()).hasSizeLessThanOrEqualTo(20_000);
    assertThat(head.rest()).isEqualTo("So.");
    assertThat(head("x ".repeat(2_000_000)).lines()).isEmpty();
  }

  @Test
  void aKeyOfAnotherPlaceBelongsToItToo() {
    HeaderKeys more = KEYS.and("Audience");

    assertThat(HeaderBlock.of("AUDIENCE: me\nAudeince: us", more, 20).lines())
        .extracting(CommandLine::name)
        .containsExactly("audience", "audeince");
    assertThat(Set.copyOf(more.words())).contains("audience", "due");
  }
}
