package org.caucus.coalition.instruments.aligning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** How much of an amendment came. */
class TakenWordsTest {
  private static final String BEFORE = "A platform removes content within 24 hours of a notice.";
  private static final String WANTED =
      "A platform removes content within 72 hours of an order of a court.";

  @Test
  void whatCameWholeIsAllOfIt() {
    assertThat(TakenWords.share(BEFORE, WANTED, WANTED)).isEqualTo(1);
    assertThat(TakenWords.share(BEFORE, WANTED, WANTED + " It says why.")).isEqualTo(1);
    assertThat(TakenWords.share(BEFORE, BEFORE, BEFORE)).isEqualTo(1);
  }

  @Test
  void whatDidNotComeIsNone() {
    assertThat(TakenWords.share(BEFORE, WANTED, BEFORE)).isZero();
    assertThat(TakenWords.share(BEFORE, WANTED, BEFORE + " It keeps offices.")).isZero();
  }

  @Test
  void someOfItIsAShare() {
    String after = "A platform removes content within 72 hours of a notice.";
    assertThat(TakenWords.share(BEFORE, WANTED, after)).isCloseTo(0.3, within(0.1));
  }

  /** A provision that is gone took what was to be removed, and nothing of what was to be added. */
  @Test
  void whatIsGoneAddedNothing() {
    assertThat(TakenWords.share(BEFORE, WANTED, "")).isLessThan(0.5);
  }
}
