package org.caucus.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read of a letter with orders has an end, however long the letter is. */
class ScriptTest {
  @Test
  void whatAPhoneAddsIsNoOrder() {
    List<Script.Read> read = Script.read("lists\nwhich\n\nSent from my iPhone\n", "", "");

    assertThat(read).extracting(Script.Read::text).containsExactly("lists", "which");
    assertThat(read).allSatisfy(line -> assertThat(line.fault()).isEmpty());
  }

  @Test
  void aLetterOfVeryManyLinesIsReadAsFarAsItsOrdersCount() {
    String text = ":\n".repeat(250_000);

    List<Script.Read> read =
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Script.read(text, "", ""));

    assertThat(read).hasSize(Script.MAX_ORDERS + 1);
    assertThat(read.getLast().fault()).isEqualTo(Words.TOO_MANY);
  }
}
