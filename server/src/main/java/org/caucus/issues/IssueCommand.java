package org.caucus.issues;

import java.time.LocalDate;
import java.util.List;
import org.caucus.command.Command;
import org.caucus.command.SeatId;
import org.caucus.entries.Entry;
import org.caucus.entries.Letter;
import org.caucus.entries.Post;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/** What can be asked of trackers and issues. */
public sealed interface IssueCommand extends Command {
  /** Opens a tracker; its local part has been claimed. */
  record OpenTracker(String key, String name, String localPart, Audience audience)
      implements IssueCommand {}

  /**
   * Opens an issue.
   *
   * @param letter the letter it came by; kept as its first entry
   * @param attached files added in the browser; they hang on its first entry
   */
  record OpenIssue(
      String tracker,
      String title,
      String description,
      String provision,
      List<SeatId> assignees,
      @Nullable LocalDate due,
      @Nullable Audience audience,
      @Nullable Letter letter,
      List<Entry.Attached> attached)
      implements IssueCommand {
    /** Without files. */
    public OpenIssue(
        String tracker,
        String title,
        String description,
        String provision,
        List<SeatId> assignees,
        @Nullable LocalDate due,
        @Nullable Audience audience,
        @Nullable Letter letter) {
      this(tracker, title, description, provision, assignees, due, audience, letter, List.of());
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
      @Nullable LocalDate due)
      implements IssueCommand {}

  /** Closes it, with a last word if there is one. */
  record CloseIssue(String issue, IssueState as, @Nullable String note) implements IssueCommand {}

  /** Opens it again. */
  record ReopenIssue(String issue) implements IssueCommand {}

  /** Comments on it. */
  record CommentIssue(String issue, Post post) implements IssueCommand {}
}
