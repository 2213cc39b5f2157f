package org.caucus.workspace.dummy;

import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What can happen to notes. */
public sealed interface NoteEvent extends Event {
  /** The note. */
  String id();

  /** A seat writes a note, which everyone reads, and sees to it. */
  record NoteWritten(String id, String text, SeatId by) implements NoteEvent {
    @Override
    public SeatId author() {
      return by;
    }
  }

  /** Another seat sees to it; nobody if none is named. */
  record NotePassedOn(String id, @Nullable SeatId to) implements NoteEvent {}
}
