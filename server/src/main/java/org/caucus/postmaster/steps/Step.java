package org.caucus.postmaster.steps;

import java.util.List;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Verdict;

/** One step: passes the letter on, richer by what it found, or ends its way. */
@FunctionalInterface
interface Step {
  Next take(Arrival arrival);

  /** Where a letter goes after a step. */
  sealed interface Next {}

  /** To the next step. */
  record On(Arrival arrival) implements Next {}

  /** No further. */
  record End(Verdict verdict) implements Next {}

  static Next on(Arrival arrival) {
    return new On(arrival);
  }

  static Next refuse(String why) {
    return new End(new Verdict.Refuse(List.of(why)));
  }

  static Next drop(String why) {
    return new End(new Verdict.Drop(why));
  }
}
