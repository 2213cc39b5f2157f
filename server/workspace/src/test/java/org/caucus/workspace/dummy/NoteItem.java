package org.caucus.workspace.dummy;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.SearchText;
import org.caucus.coalition.capability.KnownTo;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** A note, as every surface knows it. */
record NoteItem(Notes.Note note) implements Item {
  @Override
  public Ref ref() {
    return NoteCapability.ref(note.id());
  }

  @Override
  public Scope scope() {
    return KnownTo.everyone(note.at());
  }

  @Override
  public String title() {
    return note.text();
  }

  @Override
  public SeatId author() {
    return note.by();
  }

  @Override
  public List<SeatId> duties() {
    return note.keeper() == null ? List.of() : List.of(note.keeper());
  }

  @Override
  public Optional<SearchText> searchText() {
    return Optional.of(new SearchText(ref(), note.at(), note.text(), "", null, false));
  }
}
