package org.caucus.coalition.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.RevisionCounter;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * One thing the coalition does.
 *
 * @param commitments by organisation
 * @param presence who comes, who came, and what was written down
 * @param embargo a widening that waits for its instant; null if none does
 * @param remindedUpTo what was to be reminded of before this instant was, or is past
 * @param movedAt since when it begins when it does, if it was to begin at another time before; null
 *     if it was not: what was said until then about coming was said of that time
 * @param versions counts its own changes, so that a stale edit is noticed
 */
public record Action(
    String id,
    Kind kind,
    ActionPlan plan,
    Audience audience,
    PMap<String, Commitment> commitments,
    ActionAttendance presence,
    @Nullable Embargo embargo,
    Instant remindedUpTo,
    @Nullable Instant movedAt,
    SeatId plannedBy,
    Instant plannedAt,
    RevisionCounter versions) {
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
    CALLED_OFF;

    /** Whether nothing more is to be done. */
    public boolean over() {
      return this == DONE || this == CALLED_OFF;
    }
  }

  /**
   * A time as it is announced.
   *
   * @param startsAt null when the time is still open
   * @param zone the zone it is announced in
   */
  public record When(@Nullable Instant startsAt, @Nullable Instant endsAt, ZoneId zone) {
    /** The same as whole days in its zone: from a midnight to the midnight after the last day. */
    public When wholeDays() {
      if (startsAt == null) {
        return this;
      }
      LocalDate first = startsAt.atZone(zone).toLocalDate();
      Instant from = first.atStartOfDay(zone).toInstant();
      if (endsAt == null) {
        return new When(from, null, zone);
      }
      LocalDate last = endsAt.atZone(zone).toLocalDate();
      boolean midnight = last.atStartOfDay(zone).toInstant().equals(endsAt);
      LocalDate after = midnight && last.isAfter(first) ? last : last.plusDays(1);
      return new When(from, after.atStartOfDay(zone).toInstant(), zone);
    }
  }

  /** The number of its version, for all who can read it; see {@link #seenBy}. */
  public int version() {
    return versions.number();
  }

  /** When it was changed last, as far as all who can read it may know; see {@link #seenBy}. */
  public Instant changedAt() {
    return versions.changedAt();
  }

  /**
   * Whether what was said at this instant was said of another time than that at which it begins.
   */
  public boolean isMovedSince(Instant said) {
    return movedAt != null && said.isBefore(movedAt);
  }

  /** As one who can read it may know it: with their own count of its versions. */
  public Action seenBy(Predicate<Scope> reads) {
    return versions.isPlain()
        ? this
        : readBy(audience, commitments, presence, embargo, versions.seen(reads, scope()));
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.ACTION, id);
  }

  /** Where it stands: its audience within the agenda's, which is everyone's. */
  public Scope scope() {
    return Actions.AGENDA.holds(audience, plannedAt);
  }

  /** What people call it. */
  public String title() {
    return plan.title();
  }

  /** What it is about. */
  public String description() {
    return plan.description();
  }

  /** How far it is. */
  public State state() {
    return plan.state();
  }

  /** Who sees to it. */
  public SeatId owner() {
    return plan.owner();
  }

  /** Its time. */
  public When when() {
    return plan.when();
  }

  /** Where it is. */
  public String place() {
    return plan.place();
  }

  /** What came of it; empty until known. */
  public String outcome() {
    return plan.outcome();
  }

  /** What else is planned. */
  public ActionDetails details() {
    return plan.details();
  }

  Action planned(ActionPlan changed, Instant reminded, Instant at) {
    Instant before = when().startsAt();
    boolean moves = before != null && !before.equals(changed.when().startsAt());
    return new Action(
        id,
        kind,
        changed,
        audience,
        commitments,
        presence,
        embargo,
        reminded,
        moves ? at : movedAt,
        plannedBy,
        plannedAt,
        versions.changed(at));
  }

  Action readBy(
      Audience to,
      PMap<String, Commitment> words,
      ActionAttendance there,
      @Nullable Embargo e,
      RevisionCounter counted) {
    return new Action(
        id, kind, plan, to, words, there, e, remindedUpTo, movedAt, plannedBy, plannedAt, counted);
  }

  Action replied(ActionEvent.ReplyRecorded e, Instant at) {
    ActionDetails details = plan.details().replied(e.reply());
    return planned(plan.with(e.due() == null ? details : details.due(e.due())), remindedUpTo, at);
  }

  Action committed(Commitment c) {
    return readBy(audience, commitments.plus(c.organisation(), c), presence, embargo, versions);
  }

  Action with(ActionAttendance changed) {
    return readBy(audience, commitments, changed, embargo, versions);
  }

  Action embargoed(@Nullable Embargo changed) {
    return readBy(audience, commitments, presence, changed, versions);
  }

  Action reminded(Instant upTo) {
    return new Action(
        id,
        kind,
        plan,
        audience,
        commitments,
        presence,
        embargo,
        upTo.isAfter(remindedUpTo) ? upTo : remindedUpTo,
        movedAt,
        plannedBy,
        plannedAt,
        versions);
  }
}
