package org.caucus.mail.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature is taken off what becomes an issue, an update or a plan, and no word besides. */
class ReplyTextTest {
  private static final String WORDS = "The period for appeals is too short.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- \nBola Adeyemi\nPress Union\n+234 1 555 0100",
        "--\nBola",
        "Sent from my iPhone",
        "-- \nBola\n\nThis letter is for whom it names, and for nobody else.",
      })
  void aSignatureIsTakenOff(String signature) {
    assertThat(ReplyText.unsigned(WORDS + "\n\n" + signature)).isEqualTo(WORDS);
  }

  @Test
  void partsOfATextWithDashesBetweenThemStay() {
    String lines = "One more thing that the draft does not say.\n".repeat(13).strip();
    String paragraph = "It says nothing of how long a notice is kept. ".repeat(20).strip();

    assertThat(ReplyText.unsigned(WORDS + "\n--\n" + lines)).isEqualTo(WORDS + "\n--\n" + lines);
    assertThat(ReplyText.unsigned(WORDS + "\n--\n" + paragraph)).endsWith(paragraph);
  }

  @Test
  void whatStandsBelowDashesAloneIsThere() {
    assertThat(ReplyText.unsigned("--\n" + WORDS)).endsWith(WORDS);
    assertThat(ReplyText.unsigned("-- \nBola")).isEmpty();
    assertThat(ReplyText.unsigned("Sent from my iPhone")).isEmpty();
  }
}
