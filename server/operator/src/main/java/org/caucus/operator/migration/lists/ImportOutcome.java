package org.caucus.operator.migration.lists;

import org.jspecify.annotations.Nullable;

/**
 * What became of one letter of a box.
 *
 * @param number its place in the box, from 1
 * @param messageId as it stands there; null if it has none
 * @param entry what it is here; null if it is not
 */
public record ImportOutcome(
    int number, @Nullable String messageId, What what, @Nullable String entry, String why) {
  /** The kinds of ends. */
  public enum What {
    /** Brought in, and what is stored is the same octets. */
    IMPORTED,
    /** Was here before, the same octets. */
    HERE_ALREADY,
    /** The same octets stand earlier in the box. */
    REPEATED,
    /** Not brought in; it says why. */
    REFUSED,
    /** Brought in, but what is stored are other octets: this must not be. */
    DIFFERENT,
    /** Somebody was writing it when the box was kept; never brought in. */
    DRAFT,
    /** Thrown away, or sorted out as junk; brought in only where that is wished. */
    TRASHED,
    /** No letter but a file or a folder of the box that is not read; it says which, and why. */
    UNREAD,
    /** The import stopped before it was come to; the next one goes on with it. */
    NOT_BROUGHT
  }

  /** Whether it was a letter at all. */
  public boolean isLetter() {
    return what != What.UNREAD;
  }

  /** Whether it is not here, or not as it was. */
  public boolean isAmiss() {
    return switch (what) {
      case REFUSED, DIFFERENT, DRAFT, TRASHED, UNREAD, NOT_BROUGHT -> true;
      case IMPORTED, HERE_ALREADY, REPEATED -> false;
    };
  }

  /** A line of the report: tabs between, so that programs read it too. */
  @Override
  public String toString() {
    return String.join(
        "\t",
        Integer.toString(number),
        what.name().toLowerCase(java.util.Locale.ROOT),
        messageId == null ? "-" : messageId,
        entry == null ? "-" : entry,
        why);
  }
}
