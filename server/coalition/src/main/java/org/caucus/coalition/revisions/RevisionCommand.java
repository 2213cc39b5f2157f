package org.caucus.coalition.revisions;

import java.util.List;
import org.caucus.coalition.entries.Rewording;
import org.caucus.kernel.Command;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What can be asked of an entry after it was posted. */
public sealed interface RevisionCommand extends Command {
  /**
   * Changes its words.
   *
   * @param version the one the edit was made on; null if any will do
   * @param received seats that were sent it by mail before
   */
  record EditEntry(String id, String text, @Nullable Integer version, List<SeatId> received)
      implements RevisionCommand, Rewording {
    /** A copy that nobody else can change. */
    public EditEntry {
      received = List.copyOf(received);
    }

    @Override
    public String entry() {
      return id;
    }

    @Override
    public boolean saysMore() {
      return true;
    }
  }

  /**
   * Deletes it.
   *
   * @param reason why; null or blank for none
   * @param received seats that were sent it by mail before
   */
  record DeleteEntry(String id, @Nullable String reason, List<SeatId> received)
      implements RevisionCommand {
    /** Most characters of a reason. */
    public static final int MAX_REASON_CHARS = 500;

    /** A copy that nobody else can change. */
    public DeleteEntry {
      received = List.copyOf(received);
    }

    @Override
    public boolean saysMore() {
      return reason != null && !reason.isBlank();
    }
  }

  /** Takes a deletion back. */
  record RestoreEntry(String id) implements RevisionCommand {}
}
