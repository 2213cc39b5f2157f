package org.caucus.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.caucus.reading.TextBuilder.Style;
import org.jspecify.annotations.Nullable;

/** Joins the lines of a PDF to paragraphs, over the ends of pages too. */
final class PdfParagraphs {
  private static final float LARGER = 1.12f;
  private static final int LONGEST_HEADING = 200;
  private static final int MOST_LEVELS = 6;

  private final TextBuilder text;
  private final List<PdfLine> lines = new ArrayList<>();
  private final List<String> furniture = new ArrayList<>();
  private final Set<String> hyphenated = new HashSet<>();
  private final float size;
  private final float step;
  private final List<Float> larger;
  private float rightEdge;

  PdfParagraphs(List<PdfLine.Page> pages, TextBuilder text) {
    this.text = text;
    this.size = usual(pages);
    this.step = usualStep(pages);
    this.larger = larger(pages);
    for (PdfLine.Page page : pages) {
      for (PdfLine line : page.lines()) {
        learn(line.words());
      }
    }
  }

  /** The size of most letters. */
  private static float usual(List<PdfLine.Page> pages) {
    Map<Float, Integer> letters = new HashMap<>();
    for (PdfLine.Page page : pages) {
      for (PdfLine line : page.lines()) {
        letters.merge(rounded(line.size()), line.words().length(), Integer::sum);
      }
    }
    return most(letters, 10);
  }

  private static float usualStep(List<PdfLine.Page> pages) {
    Map<Float, Integer> steps = new HashMap<>();
    for (PdfLine.Page page : pages) {
      PdfLine last = null;
      for (PdfLine line : page.lines()) {
        if (last != null && line.top() > last.top()) {
          steps.merge(rounded(line.top() - last.top()), 1, Integer::sum);
        }
        last = line;
      }
    }
    return most(steps, 14);
  }

  private static float most(Map<Float, Integer> counts, float otherwise) {
    return counts.entrySet().stream()
        .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(otherwise);
  }

  private static float rounded(float value) {
    return Math.round(value * 2) / 2f;
  }

  private List<Float> larger(List<PdfLine.Page> pages) {
    TreeSet<Float> sizes = new TreeSet<>();
    for (PdfLine.Page page : pages) {
      page.lines().stream()
          .map(l -> rounded(l.size()))
          .filter(s -> s > size * LARGER)
          .forEach(sizes::add);
    }
    return List.copyOf(sizes.descendingSet());
  }

  /** Words with a hyphen that is not at the end of a line keep it there, too. */
  private void learn(String words) {
    for (String word : words.split("\\s+", -1)) {
      int hyphen = word.indexOf('-');
      if (hyphen > 0 && hyphen < word.length() - 1) {
        hyphenated.add(bare(word));
      }
    }
  }

  private static String bare(String word) {
    return word.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{Nd}-]", "");
  }

  void page(PdfLine.Page page, PdfFurniture edges) {
    rightEdge =
        (float) page.lines().stream().mapToDouble(PdfLine::right).max().orElse(page.width());
    boolean isFirst = true;
    for (int i = 0; i < page.lines().size(); i++) {
      PdfLine line = page.lines().get(i);
      if (edges.holds(page, i)) {
        furniture.add(line.words());
      } else {
        line(line, isFirst);
        isFirst = false;
      }
    }
  }

  private void line(PdfLine line, boolean isAfterBreak) {
    PdfLine last = lines.isEmpty() ? null : lines.getLast();
    if (last != null && begins(line, last, isAfterBreak)) {
      end();
    }
    lines.add(line);
  }

  private boolean begins(PdfLine line, PdfLine last, boolean isAfterBreak) {
    if (PlainText.isOpening(line.words()) || Math.abs(line.size() - last.size()) > size * 0.1) {
      return true;
    }
    float down = line.top() - last.top();
    boolean isApart = !isAfterBreak && down > step * 1.35f;
    boolean isEnded = isEnd(last.words());
    boolean isShort = last.right() < rightEdge - (rightEdge - lines.getFirst().left()) * 0.12f;
    boolean isIndented = line.left() > last.left() + size * 0.8f && lines.size() > 1 && isEnded;
    // A new column, or a new page: the sentence goes on.
    boolean isMoved = isAfterBreak || down < 0;
    return isApart || isIndented || (isEnded && (isShort || (isMoved && isCapital(line.words()))));
  }

  private static boolean isEnd(String words) {
    String said = words.stripTrailing();
    return !said.isEmpty() && ".;:?!؟؛”\"".indexOf(said.charAt(said.length() - 1)) >= 0;
  }

  private static boolean isCapital(String words) {
    int first = words.strip().codePointAt(0);
    return !Character.isLowerCase(first);
  }

  /** Ends the paragraph; then come the edges of pages in which it stood. */
  void end() {
    if (!lines.isEmpty()) {
      StringBuilder words = new StringBuilder();
      for (PdfLine line : lines) {
        join(words, line.words().strip());
      }
      int level = level(words.length());
      if (level > 0) {
        text.titled(words.toString());
        text.block(Style.HEADING, level, words.toString());
      } else {
        text.block(Style.PARAGRAPH, 0, words.toString());
      }
      lines.clear();
    }
    furniture.forEach(words -> text.block(Style.FURNITURE, 0, words));
    furniture.clear();
  }

  private int level(int length) {
    float own = rounded(lines.getFirst().size());
    int at = larger.indexOf(own);
    return at >= 0 && length <= LONGEST_HEADING ? Math.min(MOST_LEVELS, at + 1) : 0;
  }

  private void join(StringBuilder words, String line) {
    if (words.isEmpty()) {
      words.append(line);
      return;
    }
    text.mapped("joined-line", 1);
    String broken = broken(words, line);
    if (broken == null) {
      words.append(' ').append(line);
    } else if (hyphenated.contains(bare(broken))) {
      words.append(line);
    } else {
      words.setCharAt(words.length() - 1, '\u00ad');
      words.append(line);
      text.mapped("hyphen", 1);
    }
  }

  /** The word that a line broke, with its hyphen; null if it broke none. */
  private static @Nullable String broken(StringBuilder words, String line) {
    int end = words.length();
    boolean isHyphen =
        end > 1
            && (words.charAt(end - 1) == '-' || words.charAt(end - 1) == '\u2010')
            && Character.isLetter(words.charAt(end - 2));
    if (!isHyphen || line.isEmpty() || !Character.isLowerCase(line.codePointAt(0))) {
      return null;
    }
    String before = words.substring(words.lastIndexOf(" ") + 1);
    int space = line.indexOf(' ');
    return before + (space < 0 ? line : line.substring(0, space));
  }
}
