package org.caucus.coalition.trackers;

import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Described;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.coalition.trackers.views.ViewLayout;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What can be asked of trackers and issues. */
public sealed interface IssueCommand extends Command {
  /**
   * Opens a tracker; its local part has been claimed.
   *
   * @param usual whom its issues reach unless their authors say otherwise; null for everyone whom
   *     its ceiling lets
   */
  record OpenTracker(
      String key, String name, String localPart, Audience audience, @Nullable Audience usual)
      implements IssueCommand {
    /** Whose issues reach everyone whom its ceiling lets. */
    public OpenTracker(String key, String name, String localPart, Audience audience) {
      this(key, name, localPart, audience, null);
    }
  }

  /**
   * Opens an issue.
   *
   * @param letter the letter it came by; kept as its first entry
   * @param attached files added in the browser; they hang on its first entry
   * @param facets null for the usual ones
   * @param quiet nobody is told by mail
   */
  record OpenIssue(
      String tracker,
      String title,
      String description,
      String provision,
      List<SeatId> assignees,
      @Nullable LocalDate due,
      @Nullable Audience audience,
      @Nullable EntryLetter letter,
      List<Entry.Attached> attached,
      @Nullable IssuePatch facets,
      boolean quiet)
      implements IssueCommand {
    /** Without files, with the usual facets, and its readers are told. */
    public OpenIssue(
        String tracker,
        String title,
        String text,
        String provision,
        List<SeatId> by,
        @Nullable LocalDate due,
        @Nullable Audience to,
        @Nullable EntryLetter letter) {
      this(tracker, title, text, provision, by, due, to, letter, List.of(), null, false);
    }
  }

  /**
   * Opens an issue that was somewhere else before, as it stood there.
   *
   * @param state null for where new issues begin
   */
  record BringIn(OpenIssue opened, @Nullable IssueState state) implements IssueCommand {}

  /**
   * Opens an issue about what a message says, for no more people than can read that; both show each
   * other to those who can read both.
   *
   * @param from the message
   */
  record OpenFrom(OpenIssue opened, Ref from) implements IssueCommand {
    @Override
    public boolean saysMore() {
      return true;
    }
  }

  /**
   * Changes fields; null leaves a field as it is.
   *
   * @param version the version the edit was made on; null edits whatever is there
   */
  record EditIssue(
      String issue,
      @Nullable Integer version,
      @Nullable String title,
      @Nullable String description,
      @Nullable String provision,
      @Nullable IssueState state,
      @Nullable List<SeatId> assignees,
      boolean dueChanged,
      @Nullable LocalDate due,
      @Nullable IssuePatch more)
      implements IssueCommand {
    /** None of its facets. */
    public EditIssue(
        String issue,
        @Nullable Integer version,
        @Nullable String title,
        @Nullable String description,
        @Nullable String provision,
        @Nullable IssueState state,
        @Nullable List<SeatId> assignees,
        boolean dueChanged,
        @Nullable LocalDate due) {
      this(issue, version, title, description, provision, state, assignees, dueChanged, due, null);
    }
  }

  /** Closes it, with a last word if there is one. */
  record CloseIssue(String issue, IssueState as, @Nullable String note) implements IssueCommand {}

  /** Opens it again. */
  record ReopenIssue(String issue) implements IssueCommand {}

  /** Asks to hear of it, or not any more; for the seat that acts alone. */
  record WatchIssue(String issue, boolean on) implements IssueCommand {}

  /**
   * Says that it has to do with something else, or takes that back.
   *
   * @param to id or label of the other issue, or the id of what else it is
   */
  record RelateIssue(String issue, Relation.Kind kind, Ref to, boolean holds)
      implements IssueCommand {}

  /**
   * Arranges a tracker.
   *
   * @param usualChanged whether {@code usual} is meant: without one its issues reach everyone whom
   *     its ceiling lets
   */
  record ArrangeTracker(
      String key, TrackerConfig arrangement, boolean usualChanged, @Nullable Audience usual)
      implements IssueCommand {
    /** Its issues reach those whom they did. */
    public ArrangeTracker(String key, TrackerConfig arrangement) {
      this(key, arrangement, false, null);
    }
  }

  /**
   * Changes what a tracker is called, and what is said of it; its key and address stay.
   *
   * @param was what the person who asks was shown; null changes whatever is there
   */
  record DescribeTracker(String key, String name, String description, @Nullable Described was)
      implements IssueCommand {}

  /** Comments on it. */
  record CommentIssue(String issue, Post post) implements IssueCommand {}

  /**
   * Saves a view of a tracker.
   *
   * @param audience who finds it; null for the person who saves it alone
   */
  record SaveView(String tracker, String name, ViewLayout showing, @Nullable Audience audience)
      implements IssueCommand {}

  /**
   * Calls a saved view otherwise, has it show something else, be found by others or kept by
   * somebody else; null leaves that as it is.
   *
   * @param audience who finds it from now on
   * @param keeper who keeps it from now on: one of those who find it
   */
  record ChangeView(
      String tracker,
      String id,
      @Nullable String name,
      @Nullable ViewLayout showing,
      @Nullable Audience audience,
      @Nullable SeatId keeper)
      implements IssueCommand {
    /** For the same people, kept by the same. */
    public ChangeView(
        String tracker, String id, @Nullable String name, @Nullable ViewLayout showing) {
      this(tracker, id, name, showing, null, null);
    }
  }

  /** Removes a saved view. */
  record RemoveView(String tracker, String id) implements IssueCommand {}
}
