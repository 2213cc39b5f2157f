package org.caucus.actions;

import java.time.Instant;
import java.time.ZoneId;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * One thing the coalition does.
 *
 * @param when its time, in the zone it is announced in
 * @param outcome what came of it; empty until known
 * @param commitments by organisation
 * @param version counts its own changes from 1, so that a stale edit is noticed
 */
public record Action(
    String id,
    Kind kind,
    String title,
    String description,
    State state,
    SeatId owner,
    When when,
    String place,
    String outcome,
    Audience audience,
    PMap<String, Commitment> commitments,
    SeatId plannedBy,
    Instant plannedAt,
    Instant changedAt,
    int version) {
  /** What sort of action. */
  public enum Kind {
    REVIEW,
    CALL,
    PRESS_CONFERENCE,
    MEETING,
    SUBMISSION,
    STATEMENT,
    TASK,
    DEADLINE
  }

  /** How far it is. */
  public enum State {
    PLANNED,
    UNDER_WAY,
    DONE,
    CALLED_OFF
  }

  /**
   * A time as it is announced.
   *
   * @param startsAt null when the time is still open
   * @param zone the zone it is announced in
   */
  public record When(@Nullable Instant startsAt, @Nullable Instant endsAt, ZoneId zone) {}

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.ACTION, id);
  }

  /** Where it stands: its audience within the agenda's, which is everyone's. */
  public Scope scope() {
    return Actions.AGENDA.holds(audience, plannedAt);
  }

  Action edited(ActionEvent.ActionEdited e, Instant at) {
    return new Action(
        id,
        kind,
        or(e.title(), title),
        or(e.description(), description),
        or(e.state(), state),
        or(e.owner(), owner),
        or(e.when(), when),
        or(e.place(), place),
        or(e.outcome(), outcome),
        audience,
        commitments,
        plannedBy,
        plannedAt,
        at,
        version + 1);
  }

  Action readBy(Audience to, PMap<String, Commitment> words) {
    return new Action(
        id,
        kind,
        title,
        description,
        state,
        owner,
        when,
        place,
        outcome,
        to,
        words,
        plannedBy,
        plannedAt,
        changedAt,
        version);
  }

  Action committed(Commitment commitment) {
    return new Action(
        id,
        kind,
        title,
        description,
        state,
        owner,
        when,
        place,
        outcome,
        audience,
        commitments.plus(commitment.organisation(), commitment),
        plannedBy,
        plannedAt,
        changedAt,
        version);
  }

  private static <T> T or(@Nullable T changed, T old) {
    return changed == null ? old : changed;
  }
}
