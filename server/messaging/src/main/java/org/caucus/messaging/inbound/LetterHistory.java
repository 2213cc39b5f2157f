package org.caucus.messaging.inbound;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Event;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/** What became of a letter before a crash, read from the log. */
final class LetterHistory {
  private LetterHistory() {}

  /** The commit in which a letter ended at an address; empty if it did not end yet. */
  static Optional<Commit> of(Workspace workspace, String key) {
    List<Commit> history = workspace.history();
    for (int i = history.size() - 1; i >= 0; i--) {
      Commit commit = history.get(i);
      if (commit.key() != null && commit.key().value().equals(key)) {
        return Optional.of(commit);
      }
    }
    return Optional.empty();
  }

  /** Whether its bytes are on their way to another member. */
  static boolean passedOn(Commit commit) {
    return commit.events().getFirst() instanceof LetterEvent.LetterPassedOn;
  }

  /** Where the letter of this commit wanted to go; empty if it was refused or dropped. */
  static Optional<MessageTarget> intent(Commit commit) {
    Event first = commit.events().getFirst();
    return first instanceof LetterEvent.LetterHeld held
        ? Optional.of(held.intent())
        : Capabilities.origin(first);
  }
}
