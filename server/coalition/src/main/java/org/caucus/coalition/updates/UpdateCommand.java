package org.caucus.coalition.updates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/** What can be asked of updates. */
public sealed interface UpdateCommand extends Command {
  /**
   * Posts an update for the author's own company.
   *
   * @param company slug; null for the author's own
   * @param letter blob of the letter it came by, or null
   * @param attached files added in the browser, or the letter's; they hang on its first entry
   * @param particulars what it refers to
   */
  record PostUpdate(
      @Nullable String company,
      Update.Kind kind,
      Update.Stage stage,
      String title,
      String body,
      Update.Attribution attribution,
      @Nullable Audience audience,
      @Nullable String letter,
      List<Entry.Attached> attached,
      UpdateReferences particulars)
      implements UpdateCommand {
    /** Without files. */
    public PostUpdate(
        @Nullable String company,
        Update.Kind kind,
        Update.Stage stage,
        String title,
        String body,
        Update.Attribution attribution,
        @Nullable Audience audience,
        @Nullable String letter) {
      this(
          company,
          kind,
          stage,
          title,
          body,
          attribution,
          audience,
          letter,
          List.of(),
          UpdateReferences.none());
    }
  }

  /**
   * Keeps one as a draft of the author's company.
   *
   * @param publishAt when it is to be published; null for as soon as a liaison confirms it
   */
  record DraftUpdate(PostUpdate said, @Nullable Instant publishAt) implements UpdateCommand {}

  /**
   * Says a draft of the author's company otherwise, all of it. Links that the author cannot read
   * stay.
   *
   * @param version the version the change was made on; null changes whatever is there
   * @param said with the files that come; those that are there stay
   * @param publishAt when it is to be published; null for as soon as a liaison confirms it
   * @param files which of the files that are there stay, by their ids; null for all of them
   */
  record ReviseDraft(
      String draft,
      @Nullable Integer version,
      PostUpdate said,
      @Nullable Instant publishAt,
      @Nullable List<String> files)
      implements UpdateCommand {
    /** With all its files. */
    public ReviseDraft(
        String draft, @Nullable Integer version, PostUpdate said, @Nullable Instant publishAt) {
      this(draft, version, said, publishAt, null);
    }
  }

  /**
   * Comments on one.
   *
   * @param question whether it asks the company something
   */
  record CommentUpdate(String update, Post post, boolean question) implements UpdateCommand {
    /** A comment that is no question. */
    public CommentUpdate(String update, Post post) {
      this(update, post, false);
    }
  }

  /** What is done to an update that stands. */
  sealed interface CourseCommand extends UpdateCommand {
    /** The update. */
    String update();
  }

  /**
   * Says it otherwise; null leaves a field as it is.
   *
   * @param version the version the edit was made on; null edits whatever is there
   * @param provision an empty one takes it away
   * @param dueChanged whether {@code due} is meant: without a day it takes the day away
   * @param links what it refers to from now on; those that the author cannot read stay
   * @param note why
   */
  record CorrectUpdate(
      String update,
      @Nullable Integer version,
      Update.@Nullable Kind kind,
      @Nullable String title,
      @Nullable String body,
      Update.@Nullable Attribution attribution,
      @Nullable String provision,
      boolean dueChanged,
      @Nullable LocalDate due,
      @Nullable List<Ref> links,
      String note)
      implements CourseCommand {
    /** It refers to what it did, and promises what it did. */
    public CorrectUpdate(
        String update,
        @Nullable Integer version,
        Update.@Nullable Kind kind,
        @Nullable String title,
        @Nullable String body,
        Update.@Nullable Attribution attribution,
        String note) {
      this(update, version, kind, title, body, attribution, null, false, null, null, note);
    }
  }

  /** Says how far the company is with it now. */
  record ReachStage(String update, Update.Stage stage, String note) implements CourseCommand {}

  /** Takes it back; it stays to be seen, with the reason. */
  record RetractUpdate(String update, String reason) implements CourseCommand {}

  /** Says that the author's organisation has read it. */
  record AcknowledgeUpdate(String update) implements CourseCommand {}
}
