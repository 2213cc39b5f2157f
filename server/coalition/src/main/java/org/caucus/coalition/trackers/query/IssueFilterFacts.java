package org.caucus.coalition.trackers.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What a filter asks of an issue. */
public interface IssueFilterFacts {
  /** What people call it. */
  String label();

  /** Its title. */
  String title();

  /** Its body. */
  String description();

  /** The provision it is about, in words. */
  String provision();

  /** Where it is in the workflow. */
  IssueState state();

  /** Its type, labels and so on. */
  IssueFields facets();

  /** Who sees to it. */
  List<SeatId> assignees();

  /** Who asked to hear of it. */
  List<SeatId> watchers();

  /** When it is due. */
  @Nullable LocalDate due();

  /** Who opened it. */
  SeatId openedBy();

  /** When it was opened. */
  Instant openedAt();

  /** When it was changed last. */
  Instant changedAt();
}
