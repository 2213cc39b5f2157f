package org.caucus.e2e.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the reading of a stream ends: a server may send what is left in a piece of its own. */
class WiresTest {
  private static final String GONE =
      """
      id: the-end
      data: {"position":"the-end","happened":[],"put":{},"reload":true,"gone":[]}

      """;

  private static final String END =
      """
      id: the-end
      data: {"position":"the-end","happened":[{"verb":"thread.started"}],"put":{}}

      """;

  private static boolean isWhole(String read) {
    return Wires.isWhole(new StringBuilder("200 {}\n" + read), "the-end");
  }

  @Test
  void whatTakesSomethingAwayBearsTheNewestPositionAndIsNotTheNewest() {
    assertThat(isWhole(GONE)).isFalse();
    assertThat(isWhole(GONE + END)).isTrue();
  }

  @Test
  void aFrameIsReadToItsEnd() {
    for (int i = 1; i < END.length(); i++) {
      assertThat(isWhole(END.substring(0, i))).isFalse();
    }
    assertThat(isWhole(END + "event: bell\ndata: {}\n")).isFalse();
    assertThat(isWhole(END + "event: bell\ndata: {}\n\n")).isTrue();
  }
}
