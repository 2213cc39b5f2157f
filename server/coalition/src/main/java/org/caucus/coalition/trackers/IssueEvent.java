package org.caucus.coalition.trackers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.coalition.trackers.views.SavedView;
import org.caucus.coalition.trackers.views.ViewLayout;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** What can happen to trackers and issues; comments are entries. */
public sealed interface IssueEvent extends Event {
  /** An issue is opened, edited, closed or opened again: news of the issue itself. */
  sealed interface IssueChange extends IssueEvent {
    /** The issue. */
    String id();
  }

  /** Trackers, saved views, who watches, relations: nothing in an issue itself is changed. */
  sealed interface Housekeeping extends IssueEvent {}

  /** A tracker has an address now. */
  record TrackerOpened(String key, String name, String localPart, Audience audience)
      implements Housekeeping {}

  /**
   * A tracker is arranged differently.
   *
   * @param usual whom its issues reach unless their authors say otherwise; null for everyone whom
   *     its ceiling lets, as in older logs
   */
  record TrackerArranged(
      String key,
      TrackerConfig arrangement,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Audience usual)
      implements Housekeeping {
    /** Its issues reach everyone whom its ceiling lets. */
    public TrackerArranged(String key, TrackerConfig arrangement) {
      this(key, arrangement, null);
    }
  }

  /**
   * A convenor changed what a tracker is called, or what is said of it.
   *
   * @param former what it was called before
   */
  record TrackerDescribed(String key, String name, String former, String description, SeatId by)
      implements Housekeeping {}

  /**
   * A matter is tracked. It begins in the state in which those of its tracker begin.
   *
   * @param facets null for the usual ones, of which older logs say nothing
   */
  record IssueOpened(
      String id,
      String label,
      String tracker,
      String title,
      @JsonProperty("description") StoredText storedDescription,
      String provision,
      List<SeatId> assignees,
      @Nullable LocalDate due,
      Audience audience,
      SeatId by,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable IssueFields facets)
      implements IssueChange {
    @Override
    public SeatId author() {
      return by;
    }

    /** One with the usual facets. */
    public IssueOpened(
        String id,
        String label,
        String tracker,
        String title,
        String description,
        String provision,
        List<SeatId> assignees,
        @Nullable LocalDate due,
        Audience audience,
        SeatId by) {
      this(id, label, tracker, title, description, provision, assignees, due, audience, by, null);
    }

    /** With these words. */
    public IssueOpened(
        String id,
        String label,
        String tracker,
        String title,
        String description,
        String provision,
        List<SeatId> assignees,
        @Nullable LocalDate due,
        Audience audience,
        SeatId by,
        @Nullable IssueFields facets) {
      this(
          id,
          label,
          tracker,
          title,
          StoredText.of(description),
          provision,
          assignees,
          due,
          audience,
          by,
          facets);
    }

    /** What it is about. */
    public String description() {
      return storedDescription.toString();
    }
  }

  /** Fields changed; what is null stayed as it was. */
  record IssueEdited(
      String id,
      @Nullable String title,
      @JsonProperty("description") @Nullable StoredText storedDescription,
      @Nullable String provision,
      @Nullable IssueState state,
      @Nullable List<SeatId> assignees,
      boolean dueChanged,
      @Nullable LocalDate due,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable IssuePatch more)
      implements IssueChange {
    /** None of its facets. */
    public IssueEdited(
        String id,
        @Nullable String title,
        @Nullable String description,
        @Nullable String provision,
        @Nullable IssueState state,
        @Nullable List<SeatId> assignees,
        boolean dueChanged,
        @Nullable LocalDate due) {
      this(
          id,
          title,
          StoredText.ofNullable(description),
          provision,
          state,
          assignees,
          dueChanged,
          due,
          null);
    }

    /** What it is about; null for no change. */
    public @Nullable String description() {
      return storedDescription == null ? null : storedDescription.toString();
    }
  }

  /** It is done, or declined. */
  record IssueClosed(String id, IssueState as) implements IssueChange {}

  /** It is open again. */
  record IssueReopened(String id) implements IssueChange {}

  /** The person who did the rest of this commit asked that nobody is told of it by mail. */
  record IssueQuieted(String id, SeatId by) implements Housekeeping {}

  /** A seat wants to hear of it. */
  record IssueWatched(String id, SeatId seat) implements Housekeeping {}

  /** A seat wants to hear of it no more. */
  record IssueUnwatched(String id, SeatId seat) implements Housekeeping {}

  /** It has to do with something else. */
  record IssueRelated(Relation relation) implements Housekeeping {}

  /** What was said of it and something else was taken back. */
  record IssueUnrelated(Relation relation) implements Housekeeping {}

  /**
   * A view of a tracker was saved, or one that was saved before is otherwise now.
   *
   * @param saved null if it is new: it is as old as this event
   */
  record ViewSaved(
      String tracker,
      String id,
      String name,
      ViewLayout showing,
      Audience audience,
      SeatId by,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant saved)
      implements Housekeeping {
    SavedView view(Instant now) {
      return new SavedView(id, tracker, name, showing, audience, by, saved == null ? now : saved);
    }
  }

  /**
   * A saved view is gone.
   *
   * @param audience for whom it was, who are told
   * @param saved when it was saved first
   */
  record ViewRemoved(String tracker, String id, Audience audience, Instant saved)
      implements Housekeeping {
    /** Of this one. */
    static ViewRemoved of(SavedView view) {
      return new ViewRemoved(view.tracker(), view.id(), view.audience(), view.at());
    }
  }
}
