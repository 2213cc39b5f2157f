package org.caucus.issues.asked;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.caucus.command.SeatId;
import org.caucus.issues.fields.FacetsChange;
import org.caucus.issues.fields.IssueState;
import org.jspecify.annotations.Nullable;

/**
 * What a letter asks of an issue besides saying something; null leaves a thing as it is.
 *
 * @param dueChanged whether {@code due} is meant: without a day it takes the day away
 * @param quiet nobody is told by mail
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Asks(
    @Nullable IssueState state,
    @Nullable FacetsChange more,
    @Nullable List<SeatId> assignees,
    boolean dueChanged,
    @Nullable LocalDate due,
    boolean quiet) {
  /** Nothing. */
  public static final Asks NOTHING = new Asks(null, null, null, false, null, false);

  /** Whether it changes fields of an issue. */
  boolean edits() {
    return (state != null && !state.closed()) || more != null || assignees != null || dueChanged;
  }
}
