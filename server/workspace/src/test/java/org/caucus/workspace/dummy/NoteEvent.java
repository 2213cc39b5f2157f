package org.caucus.workspace.dummy;

import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;

/** What can happen to notes. */
public sealed interface NoteEvent extends Event {
  /** A seat writes a note, which everyone reads. */
  record NoteWritten(String id, String text, SeatId by) implements NoteEvent {
    @Override
    public SeatId author() {
      return by;
    }
  }
}
