package org.caucus.workspace.dummy;

import org.caucus.kernel.Command;

/** What can be asked of notes. */
public sealed interface NoteCommand extends Command {
  /** Writes a note. */
  record WriteNote(String text) implements NoteCommand {}
}
