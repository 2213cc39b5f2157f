package org.caucus.coalition.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Whether the answer of an agency is overdue. Pure. */
public final class AgencyReplies {
  private AgencyReplies() {}

  /**
   * An answer that did not come.
   *
   * @param due the day by which it was to come
   * @param since the midnight after that day, in the action's zone
   */
  public record Overdue(LocalDate due, Instant since) {}

  /**
   * When the answer that is awaited will be, or is, overdue; empty if none is awaited. What was
   * submitted is done and awaits its answer all the same; what was called off awaits none.
   */
  public static Optional<Overdue> overdue(Action action) {
    if (action.state() == Action.State.CALLED_OFF) {
      return Optional.empty();
    }
    return action
        .details()
        .awaited()
        .map(
            day ->
                new Overdue(day, day.plusDays(1).atStartOfDay(action.when().zone()).toInstant()));
  }
}
