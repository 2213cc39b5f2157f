package org.caucus.mail.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was typed with marks, and what programs quote of it once the marks were read, are alike. */
class RenderedLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "**Priority:** high; Priority: high",
        "__Priority__: ~~high~~; *Priority*: high",
        "* Due: friday; \u2022 Due: friday",
        "## State: done; State: done",
        "`mute`; mute",
        "See [memo](https://example.org/m); See memo <https://example.org/m>",
        "See [memo](https://example.org/m) now; See memo <https://example.org/m> (example.org) now",
        "![The hall](hall.png); [The hall: hall.png]",
        "![](hall.png) **today**; [hall.png] today",
        "1. Assign: ada; 1. Assign: ada",
      })
  void isWhatIsShown(String typed, String quoted) {
    assertThat(RenderedLine.of(quoted)).isEqualTo(RenderedLine.of(typed));
  }

  @ParameterizedTest
  @CsvSource({"snake_case, snake_case", "2 of 3, 2 of 3", "- [x] Call, - [x] Call"})
  void staysWhereThereAreNoMarks(String typed, String shown) {
    assertThat(RenderedLine.of(typed)).isEqualTo(shown);
  }
}
