package org.caucus.issues.asked;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.issues.fields.Check;
import org.caucus.issues.fields.Citation;
import org.caucus.issues.fields.Facets;
import org.caucus.issues.fields.FacetsChange;
import org.caucus.issues.fields.IssueState;
import org.caucus.issues.fields.Relation;
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
public record Asks(
    @Nullable IssueState state,
    @Nullable FacetsChange more,
    @Nullable List<SeatId> assignees,
    boolean dueChanged,
    @Nullable LocalDate due,
    boolean quiet,
    @Nullable Cites cites,
    @Nullable List<Check> checks,
    @Nullable List<Related> related,
    @Nullable List<Check> added,
    @Nullable List<Check> takenOff) {
  /** Nothing. */
  public static final Asks NOTHING = new Asks(null, null, null, false, null, false);

  /**
   * What it has to do with another thing.
   *
   * @param off whether that is taken back
   */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  public record Related(Relation.Kind kind, Ref to, boolean off) {}

  /** Of no provision, checklist or other thing. */
  public Asks(
      @Nullable IssueState state,
      @Nullable FacetsChange more,
      @Nullable List<SeatId> assignees,
      boolean dueChanged,
      @Nullable LocalDate due,
      boolean quiet) {
    this(state, more, assignees, dueChanged, due, quiet, null, null, null, null, null);
  }

  /** The same, in this state. */
  Asks in(IssueState to) {
    return new Asks(
        to, more, assignees, dueChanged, due, quiet, cites, checks, related, added, takenOff);
  }

  /** The same, without mail. */
  Asks quietly() {
    return new Asks(
        state, more, assignees, dueChanged, due, true, cites, checks, related, added, takenOff);
  }

  /** The same, with these lines of a checklist, those that are added to it, and taken off. */
  public Asks checking(List<Check> lines, List<Check> more, List<Check> gone) {
    return new Asks(
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
    return equals(new Asks(to, null, null, false, null, quiet));
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
  @Nullable FacetsChange change(Facets now, boolean opens) {
    boolean checklist = checks != null || added != null || takenOff != null;
    if (cites == null && !checklist) {
      return more;
    }
    FacetsChange other = more == null ? FacetsChange.NONE : more;
    Citation citation = cites == null ? other.citation() : cites.over(now.citation());
    return new FacetsChange(
        other.type(),
        other.priority(),
        other.labels(),
        citation,
        checklist ? checklist(now, opens) : other.checklist(),
        other.own());
  }

  private List<Check> checklist(Facets now, boolean opens) {
    List<Check> written = Objects.requireNonNullElse(checks, List.of());
    if (opens) {
      return written;
    }
    List<Check> left =
        Checks.off(
            Checks.over(now.checklist(), written), Objects.requireNonNullElse(takenOff, List.of()));
    return Checks.and(left, Objects.requireNonNullElse(added, List.of()));
  }
}
