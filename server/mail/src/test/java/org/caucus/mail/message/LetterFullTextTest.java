package org.caucus.mail.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Anyone who asks for the words of a letter gets all of them. */
class LetterFullTextTest {
  /** The budget of a letter pays for one reading, which serves every step and destination. */
  @Test
  void aLetterWithinALetterHasItsWordsHoweverOftenTheyAreAskedFor() {
    String words = "Nobody may carry this further. ".repeat(25_000);
    RawLetter letter =
        RawLetter.of(
            ("Content-Type: message/rfc822\r\n\r\nSubject: Plan\r\n\r\n" + words)
                .getBytes(US_ASCII));

    List<String> first = LetterFullText.of(letter);

    assertThat(String.join("", first)).contains("carry this further");
    for (int asked = 0; asked < 5; asked++) {
      assertThat(LetterFullText.of(letter)).isEqualTo(first);
    }
  }
}
