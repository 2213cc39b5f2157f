package org.caucus.mail.message.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what members write as the pages of this server show it: CommonMark with tables,
 * strikethrough and tasks. HTML is text, a picture is a link. What has more pieces than a page
 * bears, or is deeper, stands as it was written.
 */
final class Markdown {
  /** Pieces that a text is read into. */
  static final int MOST_PIECES = 40_000;

  /** Elements in one another, at most. */
  static final int DEEPEST = 32;

  private Markdown() {}

  /** What a text is made of. */
  static List<Block> parse(String text) {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    try {
      return new BlockParser(new PieceCount()).parse(lines, 0);
    } catch (Beyond e) {
      return asWritten(lines);
    }
  }

  /** Paragraph by paragraph, with no mark read. */
  private static List<Block> asWritten(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    List<Inline> now = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank() && !now.isEmpty()) {
        blocks.add(new Block.Paragraph(now));
        now.clear();
      } else if (!line.isBlank()) {
        if (!now.isEmpty()) {
          now.add(new Inline.LineBreak());
        }
        now.add(new Inline.Text(line));
      }
    }
    if (!now.isEmpty()) {
      blocks.add(new Block.Paragraph(now));
    }
    return blocks;
  }
}
