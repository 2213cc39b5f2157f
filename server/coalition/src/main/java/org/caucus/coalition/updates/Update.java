package org.caucus.coalition.updates;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.RevisionCounter;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Channel;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * One update of a company.
 *
 * @param letter blob of the letter it came by; null when written in the browser
 * @param keeper who answers for it; null once it was let go
 * @param particulars what it refers to
 * @param course what became of it since
 */
public record Update(
    String id,
    String company,
    Kind kind,
    Stage stage,
    String title,
    StoredText storedBody,
    Attribution attribution,
    Audience audience,
    SeatId seat,
    Instant at,
    Channel via,
    @Nullable String letter,
    @Nullable SeatId keeper,
    UpdateReferences particulars,
    UpdateLifecycle course) {
  /** What sort of thing the company says. */
  public enum Kind {
    ACTION,
    POSITION,
    STATUS,
    REQUEST,
    CORRECTION
  }

  /** How far the company is with it. */
  public enum Stage {
    NOTED,
    IN_REVIEW,
    DECIDED,
    DONE
  }

  /** Under which terms it may be quoted. */
  public enum Attribution {
    ON_RECORD,
    BACKGROUND,
    OFF_RECORD
  }

  Update keptBy(@Nullable SeatId by) {
    return made(kind, stage, title, storedBody, attribution, audience, by, particulars, course);
  }

  Update readBy(Audience to, UpdateLifecycle now) {
    return made(kind, stage, title, storedBody, attribution, to, keeper, particulars, now);
  }

  /** The versions of it that one who can read it may know of. */
  public RevisionCounter seenBy(Predicate<Scope> reads) {
    return course.versions().seen(reads, scope());
  }

  /** What became of it that one who can read it may know of, oldest first. */
  public List<UpdateLifecycle.Past> pastFor(Predicate<Scope> reads) {
    return course.past().stream()
        .filter(past -> reads.test(scope().holds(past.audience(), past.said())))
        .toList();
  }

  Update in(UpdateLifecycle now) {
    return made(kind, stage, title, storedBody, attribution, audience, keeper, particulars, now);
  }

  Update corrected(UpdateEvent.UpdateCorrected e, Instant when) {
    UpdateLifecycle now = course.changed(before(true, e.storedNote(), e.by(), when));
    UpdateReferences refers = Objects.requireNonNullElse(e.particulars(), particulars);
    return made(
        e.kind(), stage, e.title(), e.storedBody(), e.attribution(), audience, keeper, refers, now);
  }

  Update staged(UpdateEvent.StageReached e, Instant when) {
    UpdateLifecycle now = course.changed(before(false, e.storedNote(), e.by(), when));
    return made(
        kind, e.stage(), title, storedBody, attribution, audience, keeper, particulars, now);
  }

  private UpdateLifecycle.Past before(
      boolean correction, StoredText storedNote, SeatId by, Instant when) {
    Instant said = course.past().isEmpty() ? at : course.past().getLast().at();
    return new UpdateLifecycle.Past(
        title,
        storedBody,
        kind,
        stage,
        attribution,
        particulars,
        audience,
        said,
        correction,
        storedNote,
        by,
        when);
  }

  private Update made(
      Kind kind,
      Stage stage,
      String title,
      StoredText storedBody,
      Attribution attribution,
      Audience audience,
      @Nullable SeatId keeper,
      UpdateReferences refers,
      UpdateLifecycle course) {
    return new Update(
        id,
        company,
        kind,
        stage,
        title,
        storedBody,
        attribution,
        audience,
        seat,
        at,
        via,
        letter,
        keeper,
        refers,
        course);
  }

  /** The terms in words. */
  public static String terms(Attribution attribution) {
    return switch (attribution) {
      case ON_RECORD -> "on record";
      case BACKGROUND -> "background";
      case OFF_RECORD -> "off record";
    };
  }

  /** Whether it may not be carried further than it was said: not quoted wider, not taken out. */
  public boolean isOffRecord() {
    return attribution == Attribution.OFF_RECORD;
  }

  /** Whether the company still stands by it. */
  public boolean stands() {
    return course.retraction() == null;
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.UPDATE, id);
  }

  /** Where it stands: its audience within the feed's, which is everyone's. */
  public Scope scope() {
    return Updates.FEED.holds(audience, at);
  }

  /** What it says. */
  public String body() {
    return storedBody.toString();
  }
}
