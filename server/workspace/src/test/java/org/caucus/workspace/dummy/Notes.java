package org.caucus.workspace.dummy;

import java.util.List;
import java.util.stream.Stream;
import org.caucus.kernel.Slice;
import org.caucus.workspace.dummy.NoteEvent.NoteWritten;

/** The notes of a workspace. */
public record Notes(List<NoteWritten> all) {
  /** The key of this state. */
  public static final Slice<Notes> SLICE = Slice.of(Notes.class, new Notes(List.of()));

  Notes with(NoteWritten note) {
    return new Notes(Stream.concat(all.stream(), Stream.of(note)).toList());
  }
}
