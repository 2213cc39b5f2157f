package org.caucus.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** A PDF with a layer of text. */
final class PdfText {
  /** Of ten pages one may be a picture: a cover, a map. */
  private static final int PICTURES = 10;

  private final TextBuilder text;
  private final List<PdfLine.Page> pages = new ArrayList<>();
  private final List<Integer> scanned = new ArrayList<>();
  private final List<Integer> unreadable = new ArrayList<>();

  private PdfText(TextBuilder text) {
    this.text = text;
  }

  static void read(byte[] bytes, TextBuilder text) throws IOException {
    FontMappers.set(new OneFont());
    try (PDDocument document = Loader.loadPDF(bytes)) {
      new PdfText(text).read(document);
    } catch (InvalidPasswordException e) {
      throw Refused.because("document-is-encrypted");
    }
  }

  private void read(PDDocument document) throws IOException {
    int count = document.getNumberOfPages();
    if (count > Limits.PAGES) {
      throw Refused.because("document-has-too-many-pages", "limit", Limits.PAGES);
    }
    PdfPages reader = new PdfPages();
    pages.addAll(reader.read(document));
    scanned.addAll(reader.scanned());
    unreadable.addAll(reader.unreadable());
    check(count);
    text.mapped("presentation-form", reader.presentationForms());
    text.mapped("page-without-text", scanned.size());
    write(document.getDocumentCatalog().getLanguage());
  }

  private void check(int count) {
    if (!unreadable.isEmpty()) {
      throw Refused.because("document-has-unreadable-glyphs", "pages", ranges(unreadable));
    }
    boolean isEmpty = pages.stream().allMatch(page -> page.lines().isEmpty());
    if (scanned.size() * PICTURES > count || (isEmpty && !scanned.isEmpty())) {
      throw Refused.because("document-is-a-scan", "pages", ranges(scanned));
    }
  }

  private void write(String language) {
    text.spoken(language == null ? "" : language);
    boolean isRightToLeft = isRightToLeft();
    List<PdfLine.Page> ordered =
        pages.stream().map(page -> PdfColumns.ordered(page, isRightToLeft)).toList();
    PdfFurniture furniture = new PdfFurniture(ordered);
    PdfParagraphs paragraphs = new PdfParagraphs(ordered, text);
    for (PdfLine.Page page : ordered) {
      paragraphs.page(page, furniture);
    }
    paragraphs.end();
  }

  private boolean isRightToLeft() {
    long[] counts = new long[2];
    for (PdfLine.Page page : pages) {
      for (PdfLine line : page.lines()) {
        line.words()
            .codePoints()
            .filter(Character::isLetter)
            .forEach(c -> counts[isRightToLeft(c) ? 1 : 0]++);
      }
    }
    return counts[1] > counts[0];
  }

  static boolean isRightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /** 1, 4–6. */
  static String ranges(List<Integer> pages) {
    StringBuilder built = new StringBuilder();
    int from = 0;
    while (from < pages.size()) {
      int to = from;
      while (to + 1 < pages.size() && pages.get(to + 1) == pages.get(to) + 1) {
        to++;
      }
      built.append(built.isEmpty() ? "" : ", ").append(pages.get(from));
      if (to > from) {
        built.append('–').append(pages.get(to));
      }
      from = to + 1;
    }
    return built.toString();
  }
}
