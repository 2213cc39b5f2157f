package org.caucus.coalition.trackers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.RevisionCounter;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.query.IssueFilterFacts;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * One tracked matter.
 *
 * @param label what people call it, such as COP-12
 * @param provision the provision it is about, in words; empty if none
 * @param numbered the audience whose row of numbers the label is of: at least all who read it
 * @param versions counts its own changes, so that a stale edit is noticed
 * @param assigned since when each of its assignees is, by seat id
 * @param watchers seats that asked to hear of it; whether they still may is asked each time
 */
public record Issue(
    String id,
    String label,
    String tracker,
    String title,
    StoredText storedDescription,
    String provision,
    IssueState state,
    List<SeatId> assignees,
    @Nullable LocalDate due,
    Audience audience,
    Audience numbered,
    SeatId openedBy,
    Instant openedAt,
    @Nullable Instant closedAt,
    RevisionCounter versions,
    IssueFields facets,
    List<SeatId> watchers,
    PMap<String, Instant> assigned)
    implements IssueFilterFacts {
  /** Since when these are assigned, of whom some may have been before. */
  static PMap<String, Instant> since(List<SeatId> seats, PMap<String, Instant> before, Instant at) {
    PMap<String, Instant> since = PersistentMap.empty();
    for (SeatId seat : seats) {
      since = since.plus(seat.value(), before.getOrDefault(seat.value(), at));
    }
    return since;
  }

  /** Whether it was given to this seat at this moment: not before, and it is still. */
  public boolean isGiven(SeatId seat, Instant at) {
    return at.equals(assigned.get(seat.value()));
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.ISSUE, id);
  }

  /** The number of its version, for all who can read it; see {@link #seenBy}. */
  public int version() {
    return versions.number();
  }

  @Override
  public Instant changedAt() {
    return versions.changedAt();
  }

  /**
   * As one who can read it may know it: with their own count of its versions.
   *
   * @param scope where it stands
   */
  public Issue seenBy(Predicate<Scope> reads, Scope scope) {
    return versions.isPlain() ? this : with(versions.seen(reads, scope));
  }

  Issue edited(IssueEvent.IssueEdited e, Instant at) {
    return new Issue(
        id,
        label,
        tracker,
        or(e.title(), title),
        or(e.storedDescription(), storedDescription),
        or(e.provision(), provision),
        or(e.state(), state),
        or(e.assignees(), assignees),
        e.dueChanged() ? e.due() : due,
        audience,
        numbered,
        openedBy,
        openedAt,
        closedAt,
        versions.changed(at),
        facets.with(e.more()),
        watchers,
        e.assignees() == null ? assigned : since(e.assignees(), assigned, at));
  }

  Issue in(IssueState state, Instant at, @Nullable Instant closedAt) {
    return new Issue(
        id,
        label,
        tracker,
        title,
        storedDescription,
        provision,
        state,
        assignees,
        due,
        audience,
        numbered,
        openedBy,
        openedAt,
        closedAt,
        versions.changed(at),
        facets,
        watchers,
        assigned);
  }

  Issue with(RevisionCounter counted) {
    return made(label, numbered, audience, counted, watchers);
  }

  Issue readBy(Audience to, RevisionCounter counted) {
    return made(label, numbered, to, counted, watchers);
  }

  Issue called(String newLabel, Audience row, Audience to, RevisionCounter counted) {
    return made(newLabel, row, to, counted, watchers);
  }

  Issue watchedBy(List<SeatId> seats) {
    return made(label, numbered, audience, versions, List.copyOf(seats));
  }

  private Issue made(
      String label, Audience row, Audience to, RevisionCounter counted, List<SeatId> seats) {
    return new Issue(
        id,
        label,
        tracker,
        title,
        storedDescription,
        provision,
        state,
        assignees,
        due,
        to,
        row,
        openedBy,
        openedAt,
        closedAt,
        counted,
        facets,
        seats,
        assigned);
  }

  private static <T> T or(@Nullable T changed, T old) {
    return changed == null ? old : changed;
  }

  @Override
  public String description() {
    return storedDescription.toString();
  }
}
