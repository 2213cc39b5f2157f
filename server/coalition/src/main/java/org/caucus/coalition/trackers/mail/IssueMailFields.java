package org.caucus.coalition.trackers.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.trackers.fields.ChecklistItem;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * What a letter asks of an issue besides saying something; null leaves a thing as it is.
 *
 * @param dueChanged whether {@code due} is meant: without a day it takes the day away
 * @param quiet nobody is told by mail
 * @param cites the provision it is about
 * @param checks lines of its checklist: all of one that is opened, else those to tick
 * @param related what it has to do with others from now on, or no more
 * @param added lines that its checklist has besides from now on
 * @param takenOff lines that it has no more
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record IssueMailFields(
    @Nullable IssueState state,
    @Nullable IssuePatch more,
    @Nullable List<SeatId> assignees,
    boolean dueChanged,
    @Nullable LocalDate due,
    boolean quiet,
    @Nullable CitationFields cites,
    @Nullable List<ChecklistItem> checks,
    @Nullable List<Related> related,
    @Nullable List<ChecklistItem> added,
    @Nullable List<ChecklistItem> takenOff) {
  /** Nothing. */
  public static final IssueMailFields NOTHING =
      new IssueMailFields(null, null, null, false, null, false);

  /**
   * What it has to do with another thing.
   *
   * @param off whether that is taken back
   */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  public record Related(Relation.Kind kind, Ref to, boolean off) {}

  /** Of no provision, checklist or other thing. */
  public IssueMailFields(
      @Nullable IssueState state,
      @Nullable IssuePatch more,
      @Nullable List<SeatId> assignees,
      boolean dueChanged,
      @Nullable LocalDate due,
      boolean quiet) {
    this(state, more, assignees, dueChanged, due, quiet, null, null, null, null, null);
  }

  /** The same, in this state. */
  public IssueMailFields in(IssueState to) {
    return new IssueMailFields(
        to, more, assignees, dueChanged, due, quiet, cites, checks, related, added, takenOff);
  }

  /** The same, without mail. */
  public IssueMailFields quietly() {
    return new IssueMailFields(
        state, more, assignees, dueChanged, due, true, cites, checks, related, added, takenOff);
  }

  /** The same, with these lines of a checklist, those that are added to it, and taken off. */
  public IssueMailFields checking(
      List<ChecklistItem> lines, List<ChecklistItem> more, List<ChecklistItem> gone) {
    return new IssueMailFields(
        state,
        this.more,
        assignees,
        dueChanged,
        due,
        quiet,
        cites,
        lines.isEmpty() ? checks : lines,
        related,
        more.isEmpty() ? added : more,
        gone.isEmpty() ? takenOff : gone);
  }

  /** Whether it asks for this state and for nothing else, told or untold; null for none. */
  public boolean isOnly(@Nullable IssueState to) {
    return equals(new IssueMailFields(to, null, null, false, null, quiet));
  }

  /** Whether it changes fields of an issue. */
  boolean edits() {
    return (state != null && !state.closed())
        || more != null
        || assignees != null
        || dueChanged
        || cites != null
        || checks != null
        || added != null
        || takenOff != null;
  }

  /** What changes of one that stands so; of one that is opened its checklist is what is said. */
  @JsonIgnore
  @Nullable IssuePatch change(IssueFields now, boolean opens) {
    boolean checklist = checks != null || added != null || takenOff != null;
    if (cites == null && !checklist) {
      return more;
    }
    IssuePatch other = more == null ? IssuePatch.NONE : more;
    Citation citation = cites == null ? other.citation() : cites.over(now.citation());
    return new IssuePatch(
        other.type(),
        other.priority(),
        other.labels(),
        citation,
        checklist ? checklist(now, opens) : other.checklist(),
        other.own());
  }

  private List<ChecklistItem> checklist(IssueFields now, boolean opens) {
    List<ChecklistItem> written = Objects.requireNonNullElse(checks, List.of());
    if (opens) {
      return written;
    }
    List<ChecklistItem> left =
        ChecklistLines.off(
            ChecklistLines.over(now.checklist(), written),
            Objects.requireNonNullElse(takenOff, List.of()));
    return ChecklistLines.and(left, Objects.requireNonNullElse(added, List.of()));
  }
}
