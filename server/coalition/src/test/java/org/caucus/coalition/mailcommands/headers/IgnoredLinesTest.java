package org.caucus.coalition.mailcommands.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What looks like an order and was posted as words. */
class IgnoredLinesTest {
  private static final HeaderKeys KEYS =
      HeaderKeys.of(
          key -> List.of("priority", "number").contains(key.toLowerCase(Locale.ROOT)),
          List.of("priority", "number"));

  private static List<String> kept(String text) {
    return IgnoredLines.in(text, KEYS, line -> line.name().equals("priority")).keys();
  }

  @Test
  void linesBelowAGreetingOnesThatMayBeWordsAndSlipsAreNamed() {
    assertThat(kept("Hi Amina,\n\nPriority: high\nNumber: 3(b)\n\nWhat do you think?"))
        .containsExactly("Priority", "Number");
    assertThat(kept("Number: we counted twelve\n\nSo there.")).containsExactly("Number");
    assertThat(kept("Priorty: high\n\nI take it.")).containsExactly("Priorty");
  }

  @Test
  void whatWasObeyedOrIsNoLineIsNot() {
    assertThat(kept("Priority: high")).as("it says nothing besides").isEmpty();
    assertThat(kept("I agree.\n\nPriority: high, I should say")).isEmpty();
    assertThat(kept("> Number: 3\n\nI agree.")).isEmpty();
    assertThat(kept("")).isEmpty();
  }
}
