package org.caucus.mail.message.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.mail.message.markdown.LineKind.ItemStart;
import org.jspecify.annotations.Nullable;

/** Reads lines into blocks, one within another. */
final class BlockParser {
  /** Columns from which on a line is code. */
  private static final int CODE_INDENT = 4;

  private static final Pattern TASK = Pattern.compile("\\[([ xX]?)\\](?:[ \\t]++|$)");

  private final PieceCount count;

  BlockParser(PieceCount count) {
    this.count = count;
  }

  /** The blocks of these lines. */
  List<Block> parse(List<String> lines, int depth) {
    if (depth > Markdown.DEEPEST) {
      throw new Beyond();
    }
    return new Level(lines.stream().map(l -> l.replace("\t", "    ")).toList(), depth).blocks();
  }

  /** What stands side by side. */
  private final class Level {
    private final List<String> lines;
    private final int depth;
    private final List<Block> blocks = new ArrayList<>();
    private int at;

    Level(List<String> lines, int depth) {
      this.lines = lines;
      this.depth = depth;
    }

    List<Block> blocks() {
      while (at < lines.size()) {
        if (lines.get(at).isBlank()) {
          at++;
        } else {
          count.one();
          blocks.add(next(lines.get(at)));
        }
      }
      return blocks;
    }

    private Block next(String line) {
      Matcher fence = LineKind.FENCE.matcher(line);
      Matcher heading = LineKind.HEADING.matcher(line);
      if (LineKind.indent(line) >= CODE_INDENT) {
        return indented();
      } else if (fence.matches()) {
        return fenced(fence.group(1).length(), fence.group(2));
      } else if (heading.matches()) {
        at++;
        return new Block.Heading(heading.group(1).length(), inline(headed(heading.group(2))));
      } else if (LineKind.isRule(line)) {
        at++;
        return new Block.Rule();
      } else if (LineKind.QUOTE.matcher(line).matches()) {
        return quote();
      }
      ItemStart item = LineKind.item(line);
      return item == null ? tableOrText() : items(item);
    }

    private List<Inline> inline(String text) {
      return InlineParser.parse(text, count);
    }

    /** Without the signs that may close it. */
    private static String headed(@Nullable String words) {
      String text = words == null ? "" : words.strip();
      int end = text.length();
      while (end > 0 && text.charAt(end - 1) == '#') {
        end--;
      }
      boolean closed = end == 0 || (end < text.length() && text.charAt(end - 1) == ' ');
      return closed ? text.substring(0, end).strip() : text;
    }

    private Block indented() {
      List<String> code = new ArrayList<>();
      while (at < lines.size()
          && (lines.get(at).isBlank() || LineKind.indent(lines.get(at)) >= CODE_INDENT)) {
        String line = lines.get(at);
        code.add(line.length() < CODE_INDENT ? "" : line.substring(CODE_INDENT));
        at++;
      }
      return new Block.Code(String.join("\n", code).stripTrailing());
    }

    private Block fenced(int indent, String opener) {
      char sign = opener.charAt(0);
      int run = 0;
      while (run < opener.length() && opener.charAt(run) == sign) {
        run++;
      }
      // what stands behind the sign may be another's words: it is shown, as the text shows it
      String behind = opener.substring(run).strip();
      List<String> code = new ArrayList<>(behind.isEmpty() ? List.of() : List.of(behind));
      for (at++; at < lines.size() && !isEnd(lines.get(at), sign, run); at++) {
        String line = lines.get(at);
        code.add(line.substring(Math.min(indent, LineKind.indent(line))));
      }
      at++;
      return new Block.Code(String.join("\n", code));
    }

    private static boolean isEnd(String line, char sign, int run) {
      String mark = line.strip();
      return LineKind.indent(line) < CODE_INDENT
          && mark.length() >= run
          && mark.chars().allMatch(c -> c == sign);
    }

    /** What stands behind marks; a line without one is its author's own, as in all mail. */
    private Block quote() {
      List<String> inside = new ArrayList<>();
      for (; at < lines.size(); at++) {
        Matcher quoted = LineKind.QUOTE.matcher(lines.get(at));
        if (!quoted.matches()) {
          break;
        }
        inside.add(quoted.group(1));
      }
      return new Block.Quote(parse(inside, depth + 1));
    }

    /** Whether a line below it, without a mark of its own, goes on with it. */
    private static boolean isText(String line) {
      String bare = line;
      ItemStart item = LineKind.item(bare);
      for (int i = 0; item != null && i < Markdown.DEEPEST; i++) {
        bare = item.words();
        item = LineKind.item(bare);
      }
      return !bare.isBlank() && LineKind.indent(bare) < CODE_INDENT && !LineKind.interrupts(bare);
    }

    private Block items(ItemStart first) {
      List<Block.Item> all = new ArrayList<>();
      boolean loose = false;
      boolean gap = false;
      for (ItemStart next = first; next != null && next.isOf(first); next = here()) {
        count.one();
        List<String> inside = item(next);
        boolean ends = gapAtEnd(inside);
        loose |= gap || inside.stream().limit(lastOf(inside)).anyMatch(String::isBlank);
        gap = ends;
        all.add(task(next.number(), inside));
      }
      return new Block.Items(first.number(), loose, all);
    }

    private @Nullable ItemStart here() {
      return at < lines.size() ? LineKind.item(lines.get(at)) : null;
    }

    private static boolean gapAtEnd(List<String> inside) {
      return !inside.isEmpty() && inside.getLast().isBlank();
    }

    private static long lastOf(List<String> inside) {
      int last = inside.size();
      while (last > 0 && inside.get(last - 1).isBlank()) {
        last--;
      }
      return last;
    }

    /** The lines of an item, without what they are moved in by. */
    private List<String> item(ItemStart start) {
      List<String> inside = new ArrayList<>(List.of(start.words()));
      for (at++; at < lines.size(); at++) {
        String line = lines.get(at);
        if (line.isBlank()) {
          inside.add("");
        } else if (LineKind.indent(line) >= start.width()) {
          inside.add(line.substring(start.width()));
        } else if (isText(inside.getLast()) && !LineKind.interrupts(line) && here() == null) {
          inside.add(line.strip());
        } else {
          break;
        }
      }
      return inside;
    }

    /** An item that begins with a box is a task; the box is not among its words. */
    private Block.Item task(@Nullable Integer number, List<String> written) {
      Matcher box = TASK.matcher(written.getFirst());
      if (!box.lookingAt()) {
        return new Block.Item(number, null, parse(written, depth + 1));
      }
      List<String> inside = new ArrayList<>(written);
      inside.set(0, written.getFirst().substring(box.end()));
      boolean done = box.group(1).equalsIgnoreCase("x");
      return new Block.Item(number, done, parse(inside, depth + 1));
    }

    private Block tableOrText() {
      String head = lines.get(at);
      if (at + 1 < lines.size()
          && head.indexOf('|') >= 0
          && LineKind.isColumns(lines.get(at + 1))) {
        List<Block.Align> columns = aligns(lines.get(at + 1));
        List<String> cells = TableCells.of(head);
        if (columns.size() == cells.size()) {
          return table(columns, cells);
        }
      }
      return text();
    }

    private static List<Block.Align> aligns(String line) {
      return TableCells.of(line).stream()
          .map(
              c ->
                  !c.endsWith(":")
                      ? Block.Align.START
                      : c.startsWith(":") ? Block.Align.CENTER : Block.Align.END)
          .toList();
    }

    private Block table(List<Block.Align> columns, List<String> head) {
      List<Block.Row> rows = new ArrayList<>();
      for (at += 2; at < lines.size(); at++) {
        String line = lines.get(at);
        if (line.isBlank() || LineKind.interrupts(line)) {
          break;
        }
        rows.add(row(TableCells.of(line), columns.size()));
      }
      return new Block.Table(columns, row(head, columns.size()), rows);
    }

    private Block.Row row(List<String> cells, int columns) {
      List<List<Inline>> all = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        count.one();
        boolean last = i == columns - 1 && cells.size() > columns;
        all.add(
            inline(
                last
                    ? String.join(" | ", cells.subList(i, cells.size()))
                    : i < cells.size() ? cells.get(i) : ""));
      }
      return new Block.Row(all);
    }

    private Block text() {
      List<String> words = new ArrayList<>(List.of(lines.get(at).strip()));
      for (at++; at < lines.size(); at++) {
        String line = lines.get(at);
        if (LineKind.UNDERLINE.matcher(line).matches()) {
          at++;
          return new Block.Heading(line.contains("=") ? 1 : 2, inline(String.join("\n", words)));
        }
        if (line.isBlank() || LineKind.interrupts(line)) {
          break;
        }
        words.add(line.strip());
      }
      return new Block.Paragraph(inline(String.join("\n", words)));
    }
  }
}
