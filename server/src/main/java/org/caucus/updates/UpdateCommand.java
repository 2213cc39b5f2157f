package org.caucus.updates;

import org.caucus.command.Command;
import org.caucus.entries.Post;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/** What can be asked of updates. */
public sealed interface UpdateCommand extends Command {
  /**
   * Posts an update for the author's own company.
   *
   * @param company slug; null for the author's own
   * @param letter blob of the letter it came by, or null
   */
  record PostUpdate(
      @Nullable String company,
      Update.Kind kind,
      Update.Stage stage,
      String title,
      String body,
      Update.Attribution attribution,
      @Nullable Audience audience,
      @Nullable String letter)
      implements UpdateCommand {}

  /** Comments on one. */
  record CommentUpdate(String update, Post post) implements UpdateCommand {}
}
