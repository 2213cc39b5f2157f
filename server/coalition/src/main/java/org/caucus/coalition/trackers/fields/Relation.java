package org.caucus.coalition.trackers.fields;

import org.caucus.kernel.Ref;

/**
 * What an issue has to do with something else. It is shown to those who can read both ends, and to
 * nobody else.
 *
 * @param from the issue of which it is said
 * @param to an issue; for {@link Kind#EVIDENCED_BY} it may be a thread, an entry, an update or an
 *     action too
 */
public record Relation(Ref from, Kind kind, Ref to) {
  /** What one has to do with the other, said of the first. */
  public enum Kind {
    BLOCKS,
    DUPLICATES,
    CHILD_OF,
    RELATES,
    EVIDENCED_BY
  }

  /** The other end. */
  public Ref other(Ref end) {
    return from.equals(end) ? to : from;
  }
}
