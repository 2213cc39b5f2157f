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

  /** Moves it to another list, for the same readers. */
  record MoveThread(String thread, String list) implements ThreadCommand {}

  /**
   * Makes a message, and what was said after it to no more readers, a thread of its own.
   *
   * @param entry the message
   * @param subject the title of the new thread
   */
  record SplitThread(String thread, String entry, String subject) implements ThreadCommand {
    /** A title is words. */
    @Override
    public boolean saysMore() {
      return true;
    }
  }

  /** Puts its messages into another thread. */
  record MergeThread(String thread, String into) implements ThreadCommand {}

  /** Takes the messages of a thread that was merged out of the other again. */
  record UnmergeThread(String thread) implements ThreadCommand {}
}
