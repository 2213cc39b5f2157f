package org.caucus.hints;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature is taken off what becomes an issue, an update or a plan, and no word besides. */
class OwnWordsTest {
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
    assertThat(OwnWords.unsigned(WORDS + "\n\n" + signature)).isEqualTo(WORDS);
  }

  @Test
  void partsOfATextWithDashesBetweenThemStay() {
    String lines = "One more thing that the draft does not say.\n".repeat(13).strip();
    String paragraph = "It says nothing of how long a notice is kept. ".repeat(20).strip();

    assertThat(OwnWords.unsigned(WORDS + "\n--\n" + lines)).isEqualTo(WORDS + "\n--\n" + lines);
    assertThat(OwnWords.unsigned(WORDS + "\n--\n" + paragraph)).endsWith(paragraph);
  }

  @Test
  void whatStandsBelowDashesAloneIsThere() {
    assertThat(OwnWords.unsigned("--\n" + WORDS)).endsWith(WORDS);
    assertThat(OwnWords.unsigned("-- \nBola")).isEmpty();
    assertThat(OwnWords.unsigned("Sent from my iPhone")).isEmpty();
  }
}
