package org.caucus.mail.message.markdown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands one below the other. */
sealed interface Block {
  /** Lines of text. */
  record Paragraph(List<Inline> inside) implements Block {
    /** Keeps them as they are now. */
    public Paragraph {
      inside = List.copyOf(inside);
    }
  }

  /**
   * A heading.
   *
   * @param level 1 to 6, as its author counts
   */
  record Heading(int level, List<Inline> inside) implements Block {
    /** Keeps them as they are now. */
    public Heading {
      inside = List.copyOf(inside);
    }
  }

  /**
   * One of a list.
   *
   * @param number as its author wrote it; null for one without
   * @param done whether the task is done; null where this is not a task
   */
  record Item(@Nullable Integer number, @Nullable Boolean done, List<Block> inside) {
    /** Keeps them as they are now. */
    public Item {
      inside = List.copyOf(inside);
    }
  }

  /**
   * A list.
   *
   * @param start the number of the first; null for a list without numbers
   * @param loose whether there is room between its items
   */
  record Items(@Nullable Integer start, boolean loose, List<Item> items) implements Block {
    /** Keeps them as they are now. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /** What somebody else said. */
  record Quote(List<Block> inside) implements Block {
    /** Keeps them as they are now. */
    public Quote {
      inside = List.copyOf(inside);
    }
  }

  /** Lines that are shown as they are. */
  record Code(String text) implements Block {}

  /** A line across. */
  record Rule() implements Block {}

  /** Where a cell's words stand. */
  enum Align {
    START,
    CENTER,
    END
  }

  /** One row: what stands in each cell. */
  record Row(List<List<Inline>> cells) {
    /** Keeps them as they are now. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** Rows and columns. */
  record Table(List<Align> columns, Row head, List<Row> rows) implements Block {
    /** Keeps them as they are now. */
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /** A link that is to be seen. */
  record Button(String href, String label) implements Block {}

  /**
   * The head of one of several messages, to which the page of contents leads.
   *
   * @param number from 1
   * @param lines its fields, in small
   * @param title which of them is its title
   */
  record Message(int number, List<List<Inline>> lines, int title) implements Block {
    /** Keeps them as they are now. */
    public Message {
      lines = List.copyOf(lines);
    }
  }

  /** What stands below a letter, in small. */
  record Footer(List<Block> inside) implements Block {
    /** Keeps them as they are now. */
    public Footer {
      inside = List.copyOf(inside);
    }
  }
}
