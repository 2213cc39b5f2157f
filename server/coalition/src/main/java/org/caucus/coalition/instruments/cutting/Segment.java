package org.caucus.coalition.instruments.cutting;

import org.jspecify.annotations.Nullable;

/**
 * A piece of the text of record, from {@code from} (inclusive) to {@code to} (exclusive), in UTF-16
 * units as {@link String} counts them. The segments of an outline follow each other without gap or
 * overlap: joined they are the text of record.
 *
 * @param level depth in the outline; the outermost is 1
 * @param path its number; null if it has none
 */
public record Segment(Kind kind, int level, int from, int to, @Nullable NumberPath path) {
  /** What a segment is. */
  public enum Kind {
    PART,
    CHAPTER,
    SECTION,
    ARTICLE,
    PARAGRAPH,
    POINT,
    SCHEDULE,
    PREAMBLE,
    DEFINITION,
    TABLE,
    NOTE,
    HEADING,
    /** Running heads, page numbers, tables of contents. */
    FURNITURE;

    /** Whether it only holds provisions, and is named with its word: Part I, Schedule 1. */
    public boolean isContainer() {
      return this == PART || this == CHAPTER || this == SCHEDULE;
    }

    /** Whether people can take a position on it. */
    public boolean isProvision() {
      return this != FURNITURE;
    }
  }

  /** Keeps what can be. */
  public Segment {
    if (level < 1 || from < 0 || to <= from) {
      throw new IllegalArgumentException("no segment: level " + level + ", " + from + ".." + to);
    }
  }

  /** Its words in the text of record. */
  public String in(String text) {
    return text.substring(from, to);
  }

  Segment with(Kind other) {
    return new Segment(other, level, from, to, path);
  }

  Segment at(int otherLevel) {
    return new Segment(kind, otherLevel, from, to, path);
  }

  Segment between(int otherFrom, int otherTo) {
    return new Segment(kind, level, otherFrom, otherTo, path);
  }

  Segment named(@Nullable NumberPath other) {
    return new Segment(kind, level, from, to, other);
  }
}
