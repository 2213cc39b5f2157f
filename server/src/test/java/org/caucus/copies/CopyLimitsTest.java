package org.caucus.copies;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.caucus.command.SeatId;
import org.caucus.http.TooMany;
import org.caucus.log.WorkspaceId;
import org.junit.jupiter.api.Test;

/** Those who take in a copy slowly keep no others from theirs. */
class CopyLimitsTest {
  private static final WorkspaceId COP = new WorkspaceId("a".repeat(26));
  private static final WorkspaceId OTHER = new WorkspaceId("b".repeat(26));

  private final CopyLimits limits = new CopyLimits();

  private static SeatId seat(int number) {
    return new SeatId("seat" + number);
  }

  @Test
  void aSeatReadsOneAtATime() {
    limits.take(COP, seat(1));

    assertThatThrownBy(() -> limits.take(COP, seat(1))).isInstanceOf(TooMany.class);
    limits.giveBack(COP, seat(1));
    limits.take(COP, seat(1));
  }

  @Test
  void aWorkspaceWhoseReadersAreSlowKeepsNoOtherFromItsCopies() {
    for (int i = 0; i < CopyLimits.OF_WORKSPACE; i++) {
      limits.take(COP, seat(i));
    }

    assertThatThrownBy(() -> limits.take(COP, seat(9))).isInstanceOf(TooMany.class);
    limits.take(OTHER, seat(10));
  }

  @Test
  void whatWasRefusedIsNotCounted() {
    limits.take(COP, seat(1));
    for (int i = 0; i < CopyLimits.PER_SEAT; i++) {
      assertThatThrownBy(() -> limits.take(COP, seat(1))).isInstanceOf(TooMany.class);
    }
    limits.giveBack(COP, seat(1));
    limits.take(COP, seat(1));
  }
}
