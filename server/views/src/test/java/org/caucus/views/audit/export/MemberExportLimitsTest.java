package org.caucus.views.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.caucus.http.filters.CostlyRequestLimiter;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.ratelimit.RateLimited;
import org.junit.jupiter.api.Test;

/** Those who take in a copy slowly keep no others from theirs. */
class MemberExportLimitsTest {
  private static final WorkspaceId COP = new WorkspaceId("a".repeat(26));
  private static final WorkspaceId OTHER = new WorkspaceId("b".repeat(26));

  private final MemberExportLimits limits = new MemberExportLimits();

  private static SeatId seat(int number) {
    return new SeatId("seat" + number);
  }

  private void take(WorkspaceId workspace, int number) {
    limits.take(workspace, seat(number), "person" + number);
  }

  @Test
  void aPersonReadsOneAtATimeWhateverSeatsTheyHave() {
    take(COP, 1);

    assertThatThrownBy(() -> limits.take(OTHER, seat(2), "person1"))
        .isInstanceOf(RateLimited.class);
    limits.giveBack(COP, "person1");
    limits.take(OTHER, seat(2), "person1");
  }

  /** Three accomplices were enough to learn that somebody else of the coalition took a copy. */
  @Test
  void thatOthersTakeCopiesIsNotTold() {
    for (int i = 0; i < MemberExportLimits.OF_WORKSPACE; i++) {
      take(COP, i);
    }

    assertThatThrownBy(() -> take(COP, 200))
        .isInstanceOfSatisfying(
            RateLimited.class,
            e -> {
              assertThat(e.retryAfterSeconds())
                  .as("what is said of anything that costs much")
                  .isEqualTo(CostlyRequestLimiter.RETRY_AFTER_SECONDS);
              assertThat(e.limit()).isNull();
            });
  }

  @Test
  void aWorkspaceWhoseReadersAreSlowKeepsNoOtherFromItsCopies() {
    for (int i = 0; i < MemberExportLimits.OF_WORKSPACE; i++) {
      take(COP, i);
    }

    take(OTHER, 100);
  }

  @Test
  void whatRunsBesideCopiesAlwaysFindsRoom() {
    int taken = 0;
    for (int i = 0; i < CostlyRequestLimiter.IN_ALL; i++) {
      try {
        take(i % 2 == 0 ? COP : OTHER, i);
        taken++;
      } catch (RateLimited full) {
        assertThat(full.retryAfterSeconds()).isEqualTo(CostlyRequestLimiter.RETRY_AFTER_SECONDS);
      }
    }

    assertThat(taken).isEqualTo(MemberExportLimits.AT_ONCE).isLessThan(CostlyRequestLimiter.IN_ALL);
  }

  @Test
  void whatWasRefusedIsNotCounted() {
    take(COP, 1);
    for (int i = 0; i < MemberExportLimits.PER_SEAT; i++) {
      assertThatThrownBy(() -> take(COP, 1)).isInstanceOf(RateLimited.class);
    }
    limits.giveBack(COP, "person1");
    take(COP, 1);
  }
}
