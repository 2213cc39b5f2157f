package org.caucus.views.files;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The files of an entry, as its page shows them.
 *
 * @param files of these, in their order
 */
record EntryFiles(
    String entry,
    @Nullable EntryLetter letter,
    List<Entry.Attached> attached,
    List<LibraryFile> files) {
  static EntryFiles of(Entry entry) {
    EntryLetter letter = entry.letter();
    List<Entry.Attached> all =
        letter != null && entry.attached().isEmpty() ? Entry.Attached.of(letter) : entry.attached();
    return new EntryFiles(entry.id(), letter, entry.attached(), files(entry.id(), all));
  }

  private static List<LibraryFile> files(String entry, List<Entry.Attached> all) {
    return IntStream.range(0, all.size()).mapToObj(i -> file(entry, i + 1, all.get(i))).toList();
  }

  private static LibraryFile file(String entry, int n, Entry.Attached a) {
    return LibraryFile.of(entry, n, a.name(), a.type(), a.size());
  }

  /** Those of the entry as it is now: its files may have changed since. */
  EntryFiles in(Entry now) {
    boolean same = Objects.equals(letter, now.letter()) && attached.equals(now.attached());
    return same ? this : of(now);
  }
}
