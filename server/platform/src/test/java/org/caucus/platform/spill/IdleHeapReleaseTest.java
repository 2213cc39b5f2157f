package org.caucus.platform.spill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Memory goes back to the system once when nothing is done, and not while something is. */
class IdleHeapReleaseTest {
  private final long minute = IdleHeapRelease.LONG.toNanos();
  private int given;

  private final IdleHeapRelease quiet = new IdleHeapRelease(() -> given++);

  @Test
  void itIsGivenBackOnceAfterAQuietWhileAndAgainAfterWork() {
    quiet.look(7, 0);
    quiet.look(7, minute - 1);
    assertThat(given).isZero();
    quiet.look(7, minute);
    assertThat(given).isEqualTo(1);

    quiet.look(8, minute + 1); // the collection that it asked for
    quiet.look(8 + IdleHeapRelease.FEW - 1, 2 * minute); // and those of clocks
    quiet.look(8 + IdleHeapRelease.FEW, 5 * minute);
    assertThat(given).isEqualTo(1);

    quiet.look(30, 6 * minute); // something is done
    quiet.look(30 + IdleHeapRelease.FEW, 7 * minute);
    assertThat(given).isEqualTo(2);
  }

  @Test
  void whileSomethingIsDoneNothingIsGivenBack() {
    for (int i = 0; i < 10; i++) {
      quiet.look(i * (IdleHeapRelease.FEW + 1L), i * minute);
    }
    assertThat(given).isZero();
  }
}
