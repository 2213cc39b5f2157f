package org.caucus.updates;

import java.util.List;
import org.caucus.command.Command;
import org.caucus.entries.Entry;
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
   * @param attached files added in the browser; they hang on its first entry
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
      List<Entry.Attached> attached)
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
      this(company, kind, stage, title, body, attribution, audience, letter, List.of());
    }
  }

  /** Comments on one. */
  record CommentUpdate(String update, Post post) implements UpdateCommand {}
}
