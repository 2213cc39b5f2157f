package org.caucus.actions;

import java.util.List;
import org.caucus.command.Command;
import org.caucus.command.SeatId;
import org.caucus.entries.Entry;
import org.caucus.entries.Post;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/** What can be asked of actions. */
public sealed interface ActionCommand extends Command {
  /**
   * Plans one.
   *
   * @param owner null for the author
   * @param attached files added in the browser; they hang on its first entry
   */
  record PlanAction(
      Action.Kind kind,
      String title,
      String description,
      @Nullable SeatId owner,
      Action.When when,
      String place,
      @Nullable Audience audience,
      List<Entry.Attached> attached)
      implements ActionCommand {
    /** Without files. */
    public PlanAction(
        Action.Kind kind,
        String title,
        String description,
        @Nullable SeatId owner,
        Action.When when,
        String place,
        @Nullable Audience audience) {
      this(kind, title, description, owner, when, place, audience, List.of());
    }
  }

  /**
   * Changes fields; null leaves a field as it is.
   *
   * @param version the version the edit was made on; null edits whatever is there
   */
  record EditAction(
      String action,
      @Nullable Integer version,
      @Nullable String title,
      @Nullable String description,
      Action.@Nullable State state,
      @Nullable SeatId owner,
      Action.@Nullable When when,
      @Nullable String place,
      @Nullable String outcome)
      implements ActionCommand {}

  /** Gives the word of the author's organisation. */
  record Commit(String action, @Nullable String organisation, Commitment.Answer answer, String note)
      implements ActionCommand {}

  /** Comments on one. */
  record CommentAction(String action, Post post) implements ActionCommand {}
}
