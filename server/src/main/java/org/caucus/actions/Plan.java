package org.caucus.actions;

import org.caucus.actions.plans.Details;
import org.caucus.command.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * What an action is to be, as it stands: all that an edit can change.
 *
 * @param when its time, in the zone it is announced in
 * @param outcome what came of it; empty until known
 */
public record Plan(
    String title,
    String description,
    Action.State state,
    SeatId owner,
    Action.When when,
    String place,
    String outcome,
    Details details) {
  Plan edited(ActionEvent.ActionEdited e) {
    return new Plan(
        or(e.title(), title),
        or(e.description(), description),
        or(e.state(), state),
        or(e.owner(), owner),
        or(e.when(), when),
        or(e.place(), place),
        or(e.outcome(), outcome),
        details);
  }

  Plan with(Details changed) {
    return new Plan(title, description, state, owner, when, place, outcome, changed);
  }

  private static <T> T or(@Nullable T changed, T old) {
    return changed == null ? old : changed;
  }
}
