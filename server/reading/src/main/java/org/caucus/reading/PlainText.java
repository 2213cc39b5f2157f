package org.caucus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Plain text by its lines. It is kept as it is; only where one paragraph ends and the next begins
 * is found: at an empty line, at a line that begins with a number or a bullet, and, where lines are
 * not wrapped at a width, at each end of a line.
 */
final class PlainText {
  /** Lines that are longer were not wrapped at a width. */
  private static final int WIDTH = 110;

  private static final Pattern OPENS =
      Pattern.compile(
          "^[\\s\\u200e\\u200f]*(?:[(\\[]?[\\p{Nd}]{1,3}(?:[.)\\]\\-]|\\s*[-–—]\\s)"
              + "|[(\\[][\\p{L}]{1,5}[)\\]]|[\\p{L}][.)]\\s|[ivxIVX]{1,5}[.)]\\s|[•◦▪‣●○■*–—-]\\s|§"
              + "|(?:PART|Part|CHAPTER|Chapter|TITLE|Title|SECTION|Section|ARTICLE|Article"
              + "|SCHEDULE|Schedule|ANNEX|Annex|TITRE|Titre|CHAPITRE|Chapitre|Artigo|ARTIGO"
              + "|TÍTULO|Título|CAPÍTULO|Capítulo|الباب|الفصل|المادة|مادة|القسم|الجزء)\\s).*",
          Pattern.DOTALL);

  private PlainText() {}

  static void read(String words, TextBuilder text) {
    List<String> lines = lines(words);
    boolean isWrapped = lines.stream().noneMatch(line -> line.length() > WIDTH);
    StringBuilder block = new StringBuilder();
    boolean isAfterBlank = true;
    for (String line : lines) {
      boolean isBlank = line.isBlank();
      boolean isNew = !isBlank && (isAfterBlank || !isWrapped || isOpening(line));
      if (isNew && !block.toString().isBlank()) {
        text.exact(TextBuilder.Style.PARAGRAPH, 0, block.toString());
        block.setLength(0);
      }
      block.append(line);
      isAfterBlank = isBlank;
      if (!isBlank) {
        text.titled(line);
      }
    }
    text.exact(TextBuilder.Style.PARAGRAPH, 0, block.toString());
  }

  /** Whether a line begins with a number, a bullet or the word of a part. */
  static boolean isOpening(String line) {
    return OPENS.matcher(line.length() > 40 ? line.substring(0, 40) : line).matches();
  }

  /** With their ends. */
  private static List<String> lines(String words) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < words.length()) {
      int end = words.indexOf('\n', from);
      int to = end < 0 ? words.length() : end + 1;
      lines.add(words.substring(from, to));
      from = to;
    }
    return lines;
  }
}
