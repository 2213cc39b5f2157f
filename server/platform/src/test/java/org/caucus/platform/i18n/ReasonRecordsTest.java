package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caucus.kernel.Message;
import org.caucus.kernel.StoredMessage;
import org.junit.jupiter.api.Test;

/** Reasons of letters are kept by codes, and read from logs of before, which have words alone. */
class ReasonRecordsTest {
  private static final Message QUOTES = Message.of("reasons.quotes");
  private static final Message RULE =
      Message.of(
          "reasons.asks-wrongly", "rule", Message.of("an-issue-has-at-most-labels", "limit", 20));

  @Test
  void areReadByTheirCodes() {
    List<Message> reasons = List.of(QUOTES, RULE);

    assertThat(ReasonRecords.read(List.of("x", "y"), ReasonRecords.codes(reasons)))
        .extracting(Message::english)
        .containsExactly(QUOTES.english(), RULE.english());
  }

  /** A node of the version before compares these words: one that it does not know is answered. */
  @Test
  void standInFrozenWordsForVersionsThatKnowNoCodes() {
    MessageCatalogue.of("reasons")
        .in(Language.ENGLISH)
        .forEach(
            (key, english) -> {
              Message reason = Message.of("reasons." + key);
              boolean isKnown =
                  MessageCatalogue.former("reasons").keySet().stream()
                      .anyMatch(former -> former.startsWith(key + "."));
              if (isKnown && Messages.names(reason.code()).isEmpty()) {
                assertThat(MessageCatalogue.former("reasons").values())
                    .contains(ReasonRecords.words(reason));
              }
            });
    assertThat(ReasonRecords.words(Message.of("reasons.origin-disowned")))
        .startsWith("The domain it is written in the name of asks that");
  }

  @Test
  void areReadFromTheWordsOfALogOfBefore() {
    List<Message> read =
        ReasonRecords.read(
            List.of(
                "It quotes words that fewer people can read than would read this letter.",
                "What it asks of the issue is not understood, so nothing was posted. An issue has"
                    + " at most 20 labels.",
                "It would be understood like this:\n    Due: 2026-12-01",
                "Something of long ago."),
            null);

    assertThat(read.get(0)).isEqualTo(QUOTES);
    assertThat(read.get(1).english()).isEqualTo(RULE.english());
    assertThat(read.get(2)).isEqualTo(Message.of("reasons.again", "lines", "    Due: 2026-12-01"));
    assertThat(read.get(3).english()).isEqualTo("Something of long ago.");
    assertThat(Messages.say(Language.FRENCH, read.get(1)))
        .isEqualTo(Messages.say(Language.FRENCH, RULE));
  }

  @Test
  void whatANewerVersionNamesIsReadInItsWords() {
    StoredMessage newer = new StoredMessage("reasons.of-a-later-version", List.of());

    assertThat(ReasonRecords.read(List.of("Not yet known."), List.of(newer)))
        .extracting(Message::english)
        .containsExactly("Not yet known.");
  }

  @Test
  void tellNothingThatSomebodyWroteWhereMailHoldsNoWords() {
    assertThat(ReasonRecords.ofNobody(QUOTES)).contains(QUOTES);
    assertThat(ReasonRecords.ofNobody(RULE).orElseThrow().english())
        .isNotBlank()
        .doesNotContain("20");
    assertThat(ReasonRecords.ofNobody(Message.of("reasons.again", "lines", "    Assign: Zebra")))
        .isEmpty();
    assertThat(ReasonRecords.ofNobody(Message.of("an-issue-has-at-most-labels", "limit", 20)))
        .isEmpty();
  }
}
