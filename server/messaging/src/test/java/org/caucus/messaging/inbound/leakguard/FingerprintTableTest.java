package org.caucus.messaging.inbound.leakguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTableTest {
  /** What one footer under everything that was ever said leads to. */
  private static final long FOOTER = 7;

  private static final int SAID = 5_000;

  private final FingerprintTable known = new FingerprintTable();
  private final List<Integer> passed = new ArrayList<>();

  @Test
  void aFooterUnderEverythingIsLookedAtNoLongerThanItTellsSomething() {
    for (int source = 0; source < SAID; source++) {
      known.add(FOOTER, source);
    }

    boolean ended = known.each(FOOTER, source -> passed.add(source) && passed.size() < 3);

    assertThat(ended).isFalse();
    assertThat(passed).containsExactly(SAID - 1, SAID - 2, SAID - 3);
  }

  @Test
  void thePersonWhoWantsAllGetsAll() {
    known.add(FOOTER, 1);
    known.add(FOOTER, 2);
    known.add(FOOTER + 1, 3);

    assertThat(known.each(FOOTER, passed::add)).isTrue();
    assertThat(known.each(FOOTER + 2, passed::add)).isTrue();
    assertThat(passed).containsExactly(2, 1);
  }
}
