package org.caucus.coalition.lists;

import org.caucus.kernel.Command;
import org.jspecify.annotations.Nullable;

/** What can be done to a thread as a whole. */
public sealed interface ThreadCommand extends Command {
  /**
   * Renames it, pins it, locks it, or takes the last two back; null leaves each as it is.
   *
   * @param formerSubject the title that was shown to the person who renames it; null renames
   *     whatever it is called
   */
  record EditThread(
      String thread,
      @Nullable String subject,
      @Nullable String formerSubject,
      @Nullable Boolean pinned,
      @Nullable Boolean locked)
      implements ThreadCommand {
    /** A title is words. */
    @Override
    public boolean saysMore() {
      return subject != null;
    }
  }

  /** Is in a conversation no more, and reads what was said until then. */
  record LeaveConversation(String thread) implements ThreadCommand {}
}
