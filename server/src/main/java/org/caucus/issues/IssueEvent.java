package org.caucus.issues;

import java.time.LocalDate;
import java.util.List;
import org.caucus.command.Event;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/** What can happen to trackers and issues; comments are entries. */
public sealed interface IssueEvent extends Event {
  /** A tracker has an address now. */
  record TrackerOpened(String key, String name, String localPart, Audience audience)
      implements IssueEvent {}

  /** A matter is tracked. */
  record IssueOpened(
      String id,
      String label,
      String tracker,
      String title,
      String description,
      String provision,
      List<SeatId> assignees,
      @Nullable LocalDate due,
      Audience audience,
      SeatId by)
      implements IssueEvent {}

  /** Fields changed; what is null stayed as it was. */
  record IssueEdited(
      String id,
      @Nullable String title,
      @Nullable String description,
      @Nullable String provision,
      @Nullable IssueState state,
      @Nullable List<SeatId> assignees,
      boolean dueChanged,
      @Nullable LocalDate due)
      implements IssueEvent {}

  /** It is done, or declined. */
  record IssueClosed(String id, IssueState as) implements IssueEvent {}

  /** It is open again. */
  record IssueReopened(String id) implements IssueEvent {}
}
