package org.caucus.coalition.entries;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/**
 * Which Message-IDs one reader may be shown: those of what they can read here, and no others (R8).
 * One that is not here is like one of a hidden letter: the person who could tell them apart would
 * learn, by naming an identifier in a letter, whether what has it was posted where they cannot
 * read.
 */
public record VisibleMessageIds(Entries.Held state, SeatId reader) {
  private static final List<Ref.Kind> THINGS =
      List.of(Ref.Kind.ENTRY, Ref.Kind.THREAD, Ref.Kind.ISSUE, Ref.Kind.UPDATE, Ref.Kind.ACTION);

  /**
   * The entry with this identifier, or with one made of its id: the first of them that this reader
   * can read.
   *
   * @param messageId without angle brackets
   */
  public Optional<Entry> entry(String messageId) {
    return state
        .entries()
        .allByMessageId(messageId)
        .filter(e -> reads(Ref.Kind.ENTRY, e.id()))
        .findFirst()
        .or(() -> made(messageId).flatMap(this::byId));
  }

  /**
   * All entries with this identifier, or with one made of their id, no matter who may read them:
   * for what is told to nobody.
   *
   * @param messageId without angle brackets
   */
  public static Stream<Entry> named(Entries entries, String messageId) {
    return Stream.concat(
        entries.allByMessageId(messageId), made(messageId).flatMap(entries::find).stream());
  }

  private Optional<Entry> byId(String id) {
    return state.entries().find(id).filter(e -> reads(Ref.Kind.ENTRY, e.id()));
  }

  /** Whether something this reader can read has this identifier, or one made of its id. */
  public boolean knows(String messageId) {
    return state.entries().allByMessageId(messageId).anyMatch(e -> reads(Ref.Kind.ENTRY, e.id()))
        || made(messageId).filter(id -> THINGS.stream().anyMatch(k -> reads(k, id))).isPresent();
  }

  /** What stands before the last @ of the identifiers that are written here. */
  private static Optional<String> made(String messageId) {
    int at = messageId.lastIndexOf('@');
    return at < 1 ? Optional.empty() : Optional.of(messageId.substring(0, at));
  }

  private boolean reads(Ref.Kind kind, String id) {
    return state
        .scopeOf(Ref.to(kind, id))
        .filter(scope -> state.access().canRead(reader, scope))
        .isPresent();
  }
}
