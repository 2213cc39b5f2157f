package org.caucus.views.files;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.entries.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Which files are looked for; what is null or empty is any.
 *
 * @param audience its wire form, or {@code NAMED} for all that named people alone read
 * @param place what the thing is in, such as {@code thread:coalition} or {@code issue:COP}
 * @param since not before
 * @param until before this
 * @param words all of them stand in its name
 */
record FileQuery(
    @Nullable String audience,
    @Nullable FileCategory kind,
    @Nullable String seat,
    @Nullable String organisation,
    @Nullable String place,
    @Nullable Instant since,
    @Nullable Instant until,
    List<String> words) {
  static final FileQuery ALL = new FileQuery(null, null, null, null, null, null, null, List.of());

  /** Words of a name, in the spelling in which names are compared. */
  static List<String> words(String text) {
    return Stream.of(LibraryFile.key(text).split("\\s+", -1)).filter(w -> !w.isEmpty()).toList();
  }

  /** What can be told by the entry. */
  boolean fits(Entry entry) {
    return (audience == null || isFor(entry.audience().wire()))
        && (since == null || !entry.at().isBefore(since))
        && (until == null || entry.at().isBefore(until));
  }

  private boolean isFor(String wire) {
    return wire.equals(audience) || ("NAMED".equals(audience) && wire.startsWith("NAMED("));
  }

  boolean asksWho() {
    return seat != null || organisation != null;
  }

  /** What can be told by the person who wrote it. */
  boolean fits(String by, String party) {
    return (seat == null || seat.equals(by))
        && (organisation == null || organisation.equals(party));
  }

  /** What can be told by the file. */
  boolean fits(LibraryFile file) {
    return (kind == null || kind == file.kind()) && words.stream().allMatch(file.key()::contains);
  }
}
