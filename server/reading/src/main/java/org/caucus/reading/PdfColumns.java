package org.caucus.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the lines of a page in the order in which they are read: column by column. */
final class PdfColumns {
  /** Lines of a column at least: with fewer it is a table, or a title beside a number. */
  private static final int LEAST = 8;

  /** Points that are free between two columns. */
  private static final float GUTTER = 8;

  private static final float SAME_LINE = 3;

  private PdfColumns() {}

  static PdfLine.Page ordered(PdfLine.Page page, boolean isRightToLeft) {
    float gutter = gutter(page);
    List<PdfLine> ordered =
        gutter < 0
            ? rows(page.lines(), isRightToLeft)
            : byColumn(page.lines(), gutter, isRightToLeft);
    return new PdfLine.Page(page.number(), page.width(), page.height(), ordered);
  }

  /** Where two columns part; -1 where there is one. */
  private static float gutter(PdfLine.Page page) {
    for (float at = page.width() * 0.35f; at < page.width() * 0.65f; at += 2) {
      int left = 0;
      int right = 0;
      int across = 0;
      for (PdfLine line : page.lines()) {
        if (line.right() < at - GUTTER / 2) {
          left++;
        } else if (line.left() > at + GUTTER / 2) {
          right++;
        } else {
          across++;
        }
      }
      if (left >= LEAST && right >= LEAST && across * 4 <= left + right && isFilled(page, at)) {
        return at;
      }
    }
    return -1;
  }

  /** Columns are filled with words; beside the numbers of a list most is empty. */
  private static boolean isFilled(PdfLine.Page page, float at) {
    double left = width(page.lines().stream().filter(l -> l.right() < at).toList());
    double right = width(page.lines().stream().filter(l -> l.left() > at).toList());
    return left > page.width() * 0.2 && right > page.width() * 0.2;
  }

  private static double width(List<PdfLine> lines) {
    return lines.stream().mapToDouble(l -> l.right() - l.left()).average().orElse(0);
  }

  /** What stands across both parts the page into zones, each read column by column. */
  private static List<PdfLine> byColumn(List<PdfLine> lines, float gutter, boolean isRightToLeft) {
    List<PdfLine> sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingDouble(PdfLine::top));
    List<PdfLine> ordered = new ArrayList<>();
    List<PdfLine> left = new ArrayList<>();
    List<PdfLine> right = new ArrayList<>();
    for (PdfLine line : sorted) {
      if (line.right() < gutter) {
        left.add(line);
      } else if (line.left() > gutter) {
        right.add(line);
      } else {
        zone(ordered, left, right, isRightToLeft);
        ordered.add(line);
      }
    }
    zone(ordered, left, right, isRightToLeft);
    return ordered;
  }

  private static void zone(
      List<PdfLine> ordered, List<PdfLine> left, List<PdfLine> right, boolean isRightToLeft) {
    ordered.addAll(rows(isRightToLeft ? right : left, isRightToLeft));
    ordered.addAll(rows(isRightToLeft ? left : right, isRightToLeft));
    left.clear();
    right.clear();
  }

  /** From top to bottom; pieces of one line are one again. */
  private static List<PdfLine> rows(List<PdfLine> lines, boolean isRightToLeft) {
    List<PdfLine> sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingDouble(PdfLine::top));
    List<PdfLine> rows = new ArrayList<>();
    List<PdfLine> row = new ArrayList<>();
    for (PdfLine line : sorted) {
      if (!row.isEmpty() && line.top() - row.getFirst().top() > SAME_LINE) {
        rows.add(joined(row, isRightToLeft));
        row.clear();
      }
      row.add(line);
    }
    if (!row.isEmpty()) {
      rows.add(joined(row, isRightToLeft));
    }
    return rows;
  }

  private static PdfLine joined(List<PdfLine> row, boolean isRightToLeft) {
    Comparator<PdfLine> order = Comparator.comparingDouble(PdfLine::left);
    row.sort(isRightToLeft ? order.reversed() : order);
    StringBuilder words = new StringBuilder();
    float left = Float.MAX_VALUE;
    float right = 0;
    float size = 0;
    for (PdfLine line : row) {
      words.append(words.isEmpty() ? "" : "\t").append(line.words());
      left = Math.min(left, line.left());
      right = Math.max(right, line.right());
      size = Math.max(size, line.size());
    }
    return new PdfLine(words.toString(), left, right, row.getFirst().top(), size);
  }
}
