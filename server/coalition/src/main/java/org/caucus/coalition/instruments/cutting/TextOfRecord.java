package org.caucus.coalition.instruments.cutting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader makes of a document: its text, in reading order, and what is known of its lines.
 * Offsets are UTF-16 units of the text.
 *
 * @param blocks follow each other without gap or overlap; joined they are the text
 * @param comments comments in the file, which are not part of the text
 * @param mappings what the reader changed or added, by kind
 */
public record TextOfRecord(
    String text,
    List<Block> blocks,
    TrackedChanges tracked,
    List<Comment> comments,
    List<Mapping> mappings) {
  /** Copies the lists. */
  public TextOfRecord {
    blocks = List.copyOf(blocks);
    comments = List.copyOf(comments);
    mappings = List.copyOf(mappings);
  }

  /** A text of which only the lines are known: each is a paragraph. */
  public static TextOfRecord of(String text, List<Block> blocks) {
    return new TextOfRecord(text, blocks, new TrackedChanges(0, 0), List.of(), List.of());
  }

  /** What the file says of a block. */
  public enum Style {
    PARAGRAPH,
    HEADING,
    /** Of a list, numbered by the file or by a bullet. */
    ITEM,
    TABLE,
    /** A footnote or an endnote. */
    NOTE,
    /** A running head, a page number, a table of contents. */
    FURNITURE
  }

  /**
   * A paragraph, with the end of its line.
   *
   * @param level of a heading or of an item of a list, from 1; 0 if the file says none
   * @param number the number that the file gives it, which is also at the start of its text; null
   *     if it is not numbered, or only by what is typed in the text
   * @param declared the kind of provision, where the format says it (Akoma Ntoso); null elsewhere
   */
  public record Block(
      Style style,
      int level,
      int from,
      int to,
      @Nullable String number,
      Segment.@Nullable Kind declared) {
    /** A block of which only its place is known. */
    public static Block paragraph(int from, int to) {
      return new Block(Style.PARAGRAPH, 0, from, to, null, null);
    }
  }

  /** How many changes of the file wait to be accepted, and by how many people. */
  public record TrackedChanges(int changes, int authors) {}

  /** A comment in the file, left out of the text. */
  public record Comment(String author, String words) {}

  /**
   * Something that the reader changed, so that the text is not the file's characters one by one.
   *
   * @param kind a stable name, as {@code computed-number}, {@code joined-line}, {@code hyphen},
   *     {@code presentation-form}
   */
  public record Mapping(String kind, int count) {}
}
