package org.caucus.actions.presence;

import static org.assertj.core.api.Assertions.assertThat;

import org.caucus.actions.Commitment.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first line of an answer by mail, when it is one word. */
class ReplyWordTest {
  @ParameterizedTest
  @CsvSource({
    "Yes, WILL",
    "'  yes.\nBest, Bola', WILL",
    "Maybe, MAY",
    "NO!, WILL_NOT",
    "oui, WILL",
    "non, WILL_NOT",
    "peut-être, MAY",
    "نعم, WILL",
    "لا, WILL_NOT"
  })
  void oneWordIsAnAnswer(String text, Answer answer) {
    assertThat(ReplyWord.in(text).orElseThrow().answer()).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Yes we should move it to Tuesday.", "> yes", "No idea.", "Thank you\nyes"})
  void aSentenceIsNone(String text) {
    assertThat(ReplyWord.in(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "yes\n\n-- \nBola",
        "yes\r\n\r\nOn Monday Amina wrote:\r\n> Joint call\r\n> at ten",
        "Yes!\n\nAm Montag schrieb Amina:\n\n> Joint call"
      })
  void quotesAndSignaturesAreNoMoreWords(String text) {
    assertThat(ReplyWord.in(text).orElseThrow().alone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes\nand I bring a colleague", "no\n\nI am ill.\n\n> Joint call"})
  void whatFollowsIsSaidAsWell(String text) {
    assertThat(ReplyWord.in(text).orElseThrow().alone()).isFalse();
  }
}
