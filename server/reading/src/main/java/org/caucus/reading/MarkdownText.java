package org.caucus.reading;

import java.util.List;
import org.caucus.reading.TextBuilder.Style;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;

/** Markdown: the words that it shows, without its marks. */
final class MarkdownText {
  private final TextBuilder text;

  private MarkdownText(TextBuilder text) {
    this.text = text;
  }

  static void read(String words, TextBuilder text) {
    Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    new MarkdownText(text).blocks(parser.parse(words), 0);
  }

  private void blocks(Node parent, int list) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node, list);
    }
  }

  private void block(Node node, int list) {
    switch (node) {
      case Heading heading -> {
        String words = inline(heading);
        text.titled(words);
        text.block(Style.HEADING, heading.getLevel(), words);
      }
      case Paragraph paragraph -> text.block(Style.PARAGRAPH, 0, inline(paragraph));
      case ListBlock block -> list(block, list + 1);
      case FencedCodeBlock code -> text.block(Style.PARAGRAPH, 0, code.getLiteral());
      case IndentedCodeBlock code -> text.block(Style.PARAGRAPH, 0, code.getLiteral());
      case HtmlBlock html -> text.block(Style.PARAGRAPH, 0, Jsoup.parse(html.getLiteral()).text());
      case TableBlock table -> text.block(Style.TABLE, 0, table(table));
      case BlockQuote quote -> blocks(quote, list);
      default -> blocks(node, list);
    }
  }

  private void list(ListBlock block, int level) {
    if (level > Limits.NESTING) {
      throw Refused.because("document-is-nested-too-deeply", "limit", Limits.NESTING);
    }
    int number = block instanceof OrderedList ordered ? start(ordered) : 0;
    String mark = block instanceof OrderedList ordered ? delimiter(ordered) : "";
    for (Node item = block.getFirstChild(); item != null; item = item.getNext()) {
      Node first = item.getFirstChild();
      String words = first instanceof Paragraph paragraph ? inline(paragraph) : "";
      if (block instanceof BulletList) {
        text.numbered(Style.ITEM, level, "•", words);
      } else {
        text.numbered(Style.ITEM, level, number + mark, words);
      }
      for (Node node = first; node != null; node = node.getNext()) {
        if (node != first || !(node instanceof Paragraph)) {
          block(node, level);
        }
      }
      number++;
    }
  }

  private static int start(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    return start == null ? 1 : start;
  }

  private static String delimiter(OrderedList list) {
    String delimiter = list.getMarkerDelimiter();
    return delimiter == null ? "." : delimiter;
  }

  private static String table(Node table) {
    StringBuilder built = new StringBuilder();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow) {
          row(row, built);
        }
      }
    }
    return built.toString();
  }

  private static void row(Node row, StringBuilder built) {
    String between = "";
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) {
        built.append(between).append(inline(cell));
        between = "\t";
      }
    }
    built.append('\n');
  }

  private static String inline(Node parent) {
    StringBuilder built = new StringBuilder();
    inline(parent, built);
    return built.toString();
  }

  private static void inline(Node parent, StringBuilder built) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text words -> built.append(words.getLiteral());
        case Code code -> built.append(code.getLiteral());
        case SoftLineBreak line -> built.append(' ');
        case HardLineBreak line -> built.append('\n');
        case HtmlInline html -> {
          if (html.getLiteral().startsWith("<br")) {
            built.append('\n');
          }
        }
        default -> inline(node, built);
      }
    }
  }
}
