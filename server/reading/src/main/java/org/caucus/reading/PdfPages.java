package org.caucus.reading;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** The lines of the pages of a PDF, with where they stand, and how many glyphs are unknown. */
final class PdfPages extends PDFTextStripper {
  private final List<PdfLine> lines = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();

  private final List<PdfLine.Page> pages = new ArrayList<>();
  private final List<Integer> unreadable = new ArrayList<>();
  private final List<Integer> scanned = new ArrayList<>();

  private long letters;
  private int known;
  private int unknown;
  private int presentationForms;

  private record Word(String words, float left, float right, float top, float size) {}

  PdfPages() {
    setSortByPosition(false);
    setSuppressDuplicateOverlappingText(true);
    setShouldSeparateByBeads(false);
  }

  /** The lines of all pages, in the order in which the file has them. */
  List<PdfLine.Page> read(PDDocument document) throws IOException {
    writeText(document, Writer.nullWriter());
    return pages;
  }

  @Override
  protected void startPage(PDPage page) {
    lines.clear();
    words.clear();
    known = 0;
    unknown = 0;
  }

  @Override
  protected void endPage(PDPage page) throws IOException {
    endLine();
    var box = page.getCropBox();
    boolean isTurned = page.getRotation() % 180 != 0;
    float width = isTurned ? box.getHeight() : box.getWidth();
    float height = isTurned ? box.getWidth() : box.getHeight();
    int number = getCurrentPageNo();
    pages.add(new PdfLine.Page(number, width, height, List.copyOf(lines)));
    letters += lines.stream().mapToLong(l -> l.words().length()).sum();
    if (letters > Limits.TEXT) {
      throw Refused.because("document-has-too-much-text", "limit", Limits.TEXT >> 20);
    }
    if (unknown > 2 && unknown * 50L > known + unknown) {
      unreadable.add(number);
    } else if (known + unknown == 0 && hasPicture(page)) {
      scanned.add(number);
    }
  }

  private static boolean hasPicture(PDPage page) {
    var resources = page.getResources();
    if (resources == null) {
      return false;
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.isImageXObject(name)) {
        return true;
      }
    }
    return false;
  }

  /** Pages of which more than 2 % of the glyphs have no character. */
  List<Integer> unreadable() {
    return unreadable;
  }

  /** Pages that are pictures. */
  List<Integer> scanned() {
    return scanned;
  }

  int presentationForms() {
    return presentationForms;
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    String unicode = font.toUnicode(code);
    boolean isKnown = unicode != null && unicode.codePoints().noneMatch(PdfPages::isPrivate);
    known += isKnown ? 1 : 0;
    unknown += isKnown ? 0 : 1;
    super.showGlyph(matrix, font, code, displacement);
  }

  private static boolean isPrivate(int c) {
    return Character.getType(c) == Character.PRIVATE_USE || c == 0xfffd || c == 0;
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    String unicode = position.getUnicode();
    presentationForms +=
        (int) unicode.chars().filter(c -> (c >= 0xfb50 && c <= 0xfdff) || c >= 0xfe70).count();
    super.processTextPosition(position);
  }

  @Override
  protected void writeString(String said, List<TextPosition> positions) {
    if (positions.isEmpty()) {
      return;
    }
    float left = Float.MAX_VALUE;
    float right = 0;
    float top = 0;
    float size = 0;
    for (TextPosition position : positions) {
      left = Math.min(left, position.getXDirAdj());
      right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
      top = Math.max(top, position.getYDirAdj());
      size = Math.max(size, position.getFontSizeInPt());
    }
    words.add(new Word(said, left, right, top, size));
  }

  @Override
  protected void writeWordSeparator() {
    // Lines are made of words here.
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphSeparator() {
    endLine();
  }

  /** Words far apart are in different columns, or cells. */
  private void endLine() {
    List<Word> run = new ArrayList<>();
    for (Word word : words) {
      Word last = run.isEmpty() ? null : run.getLast();
      if (last != null && gap(last, word) > 2.5f * Math.max(word.size(), 6)) {
        add(run);
        run = new ArrayList<>();
      }
      run.add(word);
    }
    add(run);
    words.clear();
  }

  /** Brackets of right-to-left words may be there as they look: )12( is (12). */
  private static String unmirrored(String words) {
    int open = words.indexOf('(');
    int close = words.indexOf(')');
    boolean isTurned =
        close >= 0 && open > close && words.codePoints().anyMatch(PdfText::isRightToLeft);
    if (!isTurned) {
      return words;
    }
    return words.replace('(', '\u0000').replace(')', '(').replace('\u0000', ')');
  }

  private static float gap(Word one, Word other) {
    return Math.max(other.left() - one.right(), one.left() - other.right());
  }

  private void add(List<Word> run) {
    StringBuilder said = new StringBuilder();
    float left = Float.MAX_VALUE;
    float right = 0;
    float top = 0;
    float size = 0;
    for (Word word : run) {
      said.append(said.isEmpty() ? "" : " ").append(word.words().strip());
      left = Math.min(left, word.left());
      right = Math.max(right, word.right());
      top = Math.max(top, word.top());
      size = Math.max(size, word.size());
    }
    if (!said.toString().isBlank()) {
      lines.add(new PdfLine(unmirrored(said.toString()), left, right, top, size));
    }
  }
}
