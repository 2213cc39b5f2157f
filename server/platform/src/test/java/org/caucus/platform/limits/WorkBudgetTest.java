package org.caucus.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.caucus.platform.limits.WorkBudget.Kind;
import org.junit.jupiter.api.Test;

/** What is taken is taken from the whole. */
class WorkBudgetTest {
  private final WorkBudget budget = WorkBudget.of(new WorkBudget.Limits(10, 3, 5, 7));

  @Test
  void whatDoesNotFitIsNotTakenAtAll() {
    assertThat(budget.takes(Kind.NODES, 2)).isTrue();
    assertThat(budget.takes(Kind.NODES, 2)).isFalse();
    assertThat(budget.takes(Kind.NODES, 1)).isTrue();
    assertThat(budget.takes(Kind.NODES, 1)).isFalse();
    assertThat(budget.left(Kind.STEPS)).isEqualTo(5);
  }

  @Test
  void whatMayBeCutIsTakenAsFarAsItFits() {
    assertThat(budget.takesUpTo(Kind.OCTETS, 8)).isEqualTo(8);
    assertThat(budget.takesUpTo(Kind.OCTETS, 8)).isEqualTo(2);
    assertThat(budget.takesUpTo(Kind.OCTETS, 8)).isZero();
  }
}
