package org.caucus.issues;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.issues.fields.Facets;
import org.caucus.issues.fields.IssueState;
import org.caucus.issues.filter.Facts;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/**
 * One tracked matter.
 *
 * @param label what people call it, such as COP-12
 * @param provision the provision it is about, in words; empty if none
 * @param numbered the audience whose row of numbers the label is of: at least all who read it
 * @param version counts its own changes from 1, so that a stale edit is noticed
 * @param watchers seats that asked to hear of it; whether they still may is asked each time
 */
public record Issue(
    String id,
    String label,
    String tracker,
    String title,
    String description,
    String provision,
    IssueState state,
    List<SeatId> assignees,
    @Nullable LocalDate due,
    Audience audience,
    Audience numbered,
    SeatId openedBy,
    Instant openedAt,
    Instant changedAt,
    @Nullable Instant closedAt,
    int version,
    Facets facets,
    List<SeatId> watchers)
    implements Facts {
  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.ISSUE, id);
  }

  Issue edited(IssueEvent.IssueEdited e, Instant at) {
    return new Issue(
        id,
        label,
        tracker,
        or(e.title(), title),
        or(e.description(), description),
        or(e.provision(), provision),
        or(e.state(), state),
        or(e.assignees(), assignees),
        e.dueChanged() ? e.due() : due,
        audience,
        numbered,
        openedBy,
        openedAt,
        at,
        closedAt,
        version + 1,
        facets.with(e.more()),
        watchers);
  }

  Issue in(IssueState state, Instant at, @Nullable Instant closedAt) {
    return new Issue(
        id,
        label,
        tracker,
        title,
        description,
        provision,
        state,
        assignees,
        due,
        audience,
        numbered,
        openedBy,
        openedAt,
        at,
        closedAt,
        version + 1,
        facets,
        watchers);
  }

  Issue readBy(Audience to) {
    return called(label, numbered, to);
  }

  Issue called(String newLabel, Audience row, Audience to) {
    return new Issue(
        id,
        newLabel,
        tracker,
        title,
        description,
        provision,
        state,
        assignees,
        due,
        to,
        row,
        openedBy,
        openedAt,
        changedAt,
        closedAt,
        version,
        facets,
        watchers);
  }

  Issue watchedBy(List<SeatId> seats) {
    return new Issue(
        id,
        label,
        tracker,
        title,
        description,
        provision,
        state,
        assignees,
        due,
        audience,
        numbered,
        openedBy,
        openedAt,
        changedAt,
        closedAt,
        version,
        facets,
        List.copyOf(seats));
  }

  private static <T> T or(@Nullable T changed, T old) {
    return changed == null ? old : changed;
  }
}
