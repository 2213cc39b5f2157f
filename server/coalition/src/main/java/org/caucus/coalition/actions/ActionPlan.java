package org.caucus.coalition.actions;

import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * What an action is to be, as it stands: all that an edit can change.
 *
 * @param when its time, in the zone it is announced in
 * @param storedOutcome what came of it; empty until known
 */
public record ActionPlan(
    String title,
    StoredText storedDescription,
    Action.State state,
    SeatId owner,
    Action.When when,
    StoredText storedPlace,
    StoredText storedOutcome,
    ActionDetails details) {
  ActionPlan edited(ActionEvent.ActionEdited e) {
    return new ActionPlan(
        or(e.title(), title),
        or(e.storedDescription(), storedDescription),
        or(e.state(), state),
        or(e.owner(), owner),
        or(e.when(), when),
        or(e.storedPlace(), storedPlace),
        or(e.storedOutcome(), storedOutcome),
        details);
  }

  ActionPlan with(ActionDetails changed) {
    return new ActionPlan(
        title, storedDescription, state, owner, when, storedPlace, storedOutcome, changed);
  }

  private static <T> T or(@Nullable T changed, T old) {
    return changed == null ? old : changed;
  }

  /** What it is about. */
  public String description() {
    return storedDescription.toString();
  }

  /** Where it is. */
  public String place() {
    return storedPlace.toString();
  }

  /** What came of it. */
  public String outcome() {
    return storedOutcome.toString();
  }
}
