package org.caucus.reading;

import java.util.ArrayList;
import java.util.List;
import org.caucus.reading.TextBuilder.Style;

/** Paragraphs, tables and content controls of a part of a Word file, in their order. */
final class WordBody {
  /** Where it all goes, and what it needs to know. */
  record Output(
      TextBuilder text,
      WordStyles styles,
      WordNumbers numbers,
      WordNotes notes,
      boolean isAsItWas) {}

  private final SafeXml xml;
  private final Output out;
  private final WordFields fields = new WordFields();

  /** What stands before the next paragraph, as the mark between them was deleted. */
  private String carried = "";

  private boolean isContents;

  WordBody(SafeXml xml, Output out) {
    this.xml = xml;
    this.out = out;
  }

  /** All that is in the element that is open. */
  void blocks(int depth) {
    checkDepth(depth);
    while (xml.child()) {
      block(depth);
    }
    if (depth == 0 && !carried.isEmpty()) {
      out.text().block(Style.PARAGRAPH, 0, carried);
      carried = "";
    }
  }

  private static void checkDepth(int depth) {
    if (depth > Limits.NESTING) {
      throw Refused.because("document-is-nested-too-deeply", "limit", Limits.NESTING);
    }
  }

  private void block(int depth) {
    switch (xml.name()) {
      case "p" -> paragraph(depth);
      case "tbl" -> table(depth + 1);
      case "sdt" -> control(depth + 1);
      case "customXml", "smartTag", "sdtContent", "dir", "bdo" -> blocks(depth + 1);
      case "ins", "moveTo" -> change(depth, !out.isAsItWas());
      case "del", "moveFrom" -> change(depth, out.isAsItWas());
      case "AlternateContent" -> xml.first(() -> blocks(depth + 1));
      case "altChunk" -> {
        out.text().mapped("part-left-out", 1);
        xml.skip();
      }
      default -> xml.skip();
    }
  }

  private void change(int depth, boolean isRead) {
    out.text().change(xml.attribute("author", ""));
    if (isRead) {
      blocks(depth + 1);
    } else {
      xml.skip();
    }
  }

  private void control(int depth) {
    checkDepth(depth);
    boolean wasContents = isContents;
    while (xml.child()) {
      if (xml.name().equals("sdtContent")) {
        blocks(depth);
      } else if (xml.name().equals("sdtPr")) {
        properties();
      } else {
        xml.skip();
      }
    }
    isContents = wasContents;
  }

  private void properties() {
    while (xml.child()) {
      if (xml.name().equals("docPartObj")) {
        while (xml.child()) {
          isContents |=
              xml.name().equals("docPartGallery")
                  && xml.attribute("val", "").equals("Table of Contents");
          xml.skip();
        }
      } else {
        xml.skip();
      }
    }
  }

  private void paragraph(int depth) {
    boolean wasContents = fields.isContents();
    WordParagraph paragraph = new WordParagraph(xml, out, fields);
    paragraph.read();
    if (paragraph.isJoined()) {
      carried += paragraph.words();
    } else {
      String words = carried + paragraph.words();
      carried = "";
      boolean isInContents = isContents || wasContents || fields.isContents();
      paragraph.write(words, isInContents);
    }
    for (List<String> box : paragraph.boxes()) {
      for (String words : box) {
        out.text().block(Style.PARAGRAPH, 0, words);
      }
    }
    checkDepth(depth);
  }

  /** A table is one block; one with a single column is laid out with it, and holds paragraphs. */
  private void table(int depth) {
    checkDepth(depth);
    int columns = 0;
    StringBuilder rows = new StringBuilder();
    while (xml.child()) {
      switch (xml.name()) {
        case "tblGrid" -> {
          while (xml.child()) {
            columns++;
            xml.skip();
          }
        }
        case "tr" -> {
          if (columns == 1) {
            row(depth);
          } else {
            rows.append(cells(depth));
          }
        }
        case "sdt", "sdtContent", "customXml", "ins", "del" -> rows.append(wrapped(depth + 1));
        default -> xml.skip();
      }
    }
    out.text().block(Style.TABLE, 0, rows.toString());
  }

  /** Rows in a content control. */
  private String wrapped(int depth) {
    checkDepth(depth);
    StringBuilder rows = new StringBuilder();
    while (xml.child()) {
      switch (xml.name()) {
        case "tr" -> rows.append(cells(depth));
        case "sdt", "sdtContent", "customXml" -> rows.append(wrapped(depth + 1));
        default -> xml.skip();
      }
    }
    return rows.toString();
  }

  private void row(int depth) {
    while (xml.child()) {
      if (xml.name().equals("tc")) {
        blocks(depth + 1);
      } else {
        xml.skip();
      }
    }
  }

  private String cells(int depth) {
    List<String> cells = new ArrayList<>();
    boolean isRead = cells(depth, cells);
    String row = String.join("\t", cells).strip();
    return isRead && !row.isEmpty() ? row + "\n" : "";
  }

  private boolean cells(int depth, List<String> cells) {
    checkDepth(depth);
    boolean isRead = true;
    while (xml.child()) {
      switch (xml.name()) {
        case "tc" -> cells.add(plain(depth + 1).strip());
        case "trPr" -> isRead &= rowChange();
        case "sdt", "sdtContent", "customXml" -> isRead &= cells(depth + 1, cells);
        default -> xml.skip();
      }
    }
    return isRead;
  }

  /** Whether a row is there, inserted or deleted as it may be. */
  private boolean rowChange() {
    boolean isRead = true;
    while (xml.child()) {
      boolean isInserted = xml.name().equals("ins");
      if (isInserted || xml.name().equals("del")) {
        out.text().change(xml.attribute("author", ""));
        isRead = isInserted != out.isAsItWas();
      }
      xml.skip();
    }
    return isRead;
  }

  /** All that is in the element that is open, as lines. */
  String plain() {
    return plain(1);
  }

  private String plain(int depth) {
    TextBuilder aside = new TextBuilder();
    Output inside = new Output(aside, out.styles(), out.numbers(), out.notes(), out.isAsItWas());
    WordBody body = new WordBody(xml, inside);
    body.blocks(depth);
    if (!body.carried.isEmpty()) {
      aside.block(Style.PARAGRAPH, 0, body.carried);
    }
    return aside.movedInto(out.text());
  }
}
