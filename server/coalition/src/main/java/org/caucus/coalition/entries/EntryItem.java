package org.caucus.coalition.entries;

import java.util.Optional;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.SearchText;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/**
 * What somebody said.
 *
 * @param parent what it hangs on
 */
record EntryItem(Entry entry, Scope scope, Optional<Item> parent) implements Item {
  @Override
  public String title() {
    return parent.map(Item::title).orElse("");
  }

  @Override
  public Ref ref() {
    return Ref.to(Ref.Kind.ENTRY, entry.id());
  }

  @Override
  public SeatId author() {
    return entry.seat();
  }

  @Override
  public Optional<String> text() {
    return Optional.of(entry.text());
  }

  @Override
  public String place() {
    return parent.map(Item::place).orElse("");
  }

  @Override
  public Optional<SearchText> searchText() {
    if (entry.isDeleted()) {
      return Optional.empty();
    }
    EntryLetter letter = entry.letter();
    // a thread is found by what is said in it; other things have their own title
    String subject = entry.parent().kind() == Ref.Kind.THREAD ? title() : "";
    return Optional.of(
        new SearchText(
            entry.parent(),
            entry.at(),
            subject,
            entry.text(),
            letter == null ? null : letter.from(),
            letter != null && !letter.attachments().isEmpty()));
  }
}
