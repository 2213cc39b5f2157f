package org.caucus.workspace.dummy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** The notes of a workspace. */
public record Notes(List<Note> all) {
  /** The key of this state. */
  public static final Slice<Notes> SLICE = Slice.of(Notes.class, new Notes(List.of()));

  /** One of them. */
  public record Note(String id, String text, SeatId by, @Nullable SeatId keeper, Instant at) {}

  Optional<Note> find(String id) {
    return all.stream().filter(note -> note.id().equals(id)).findFirst();
  }

  Notes evolve(NoteEvent event, Instant at) {
    return switch (event) {
      case NoteEvent.NoteWritten e ->
          new Notes(
              Stream.concat(all.stream(), Stream.of(new Note(e.id(), e.text(), e.by(), e.by(), at)))
                  .toList());
      case NoteEvent.NotePassedOn e ->
          new Notes(all.stream().map(n -> n.id().equals(e.id()) ? passed(n, e.to()) : n).toList());
    };
  }

  private static Note passed(Note note, @Nullable SeatId to) {
    return new Note(note.id(), note.text(), note.by(), to, note.at());
  }
}
