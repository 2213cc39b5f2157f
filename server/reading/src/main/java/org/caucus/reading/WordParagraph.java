package org.caucus.reading;

import java.util.ArrayList;
import java.util.List;
import org.caucus.reading.TextBuilder.Style;

/** A paragraph of a Word file: its words, its number, and the boxes that are anchored in it. */
final class WordParagraph {
  private static final int NONE = -1;

  private final SafeXml xml;
  private final WordBody.Output out;
  private final WordFields fields;
  private final StringBuilder words = new StringBuilder();
  private final List<List<String>> boxes = new ArrayList<>();

  private String style;
  private String font = "";
  private int list = NONE;
  private int listLevel = NONE;
  private int outline = NONE;
  private boolean isJoined;

  WordParagraph(SafeXml xml, WordBody.Output out, WordFields fields) {
    this.xml = xml;
    this.out = out;
    this.fields = fields;
    this.style = out.styles().standard();
  }

  void read() {
    inside(0);
  }

  String words() {
    return words.toString();
  }

  List<List<String>> boxes() {
    return boxes;
  }

  /** Whether the mark at its end is not there: then it goes on in the next paragraph. */
  boolean isJoined() {
    return isJoined;
  }

  private void inside(int depth) {
    if (depth > Limits.NESTING * 2) {
      throw Refused.because("document-is-nested-too-deeply", "limit", Limits.NESTING);
    }
    while (xml.child()) {
      element(depth);
    }
  }

  private void element(int depth) {
    switch (xml.name()) {
      case "pPr" -> properties();
      case "ins", "moveTo" -> change(depth, !out.isAsItWas());
      case "del", "moveFrom" -> change(depth, out.isAsItWas());
      case "t", "delText" -> put(xml.words());
      case "tab", "ptab" -> mark("\t");
      case "br", "cr" -> mark("\n");
      case "noBreakHyphen" -> mark("\u2011");
      case "softHyphen" -> mark("\u00ad");
      case "sym" -> symbol();
      case "fldChar" -> {
        fields.mark(xml.attribute("fldCharType", ""));
        xml.skip();
      }
      case "instrText", "delInstrText" -> fields.code(xml.words());
      case "footnoteReference" -> note(true);
      case "endnoteReference" -> note(false);
      case "txbxContent" -> box();
      case "AlternateContent" -> xml.first(() -> inside(depth));
      case "r" -> {
        font = "";
        inside(depth);
      }
      case "rPr" -> font();
      case "sdtPr", "sdtEndPr", "fldData", "rt", "docPr", "cNvPr" -> xml.skip();
      default -> inside(depth + (xml.name().equals("sdt") ? 2 : 0));
    }
  }

  private void put(String said) {
    if (fields.isShown()) {
      words.append(font.equalsIgnoreCase("symbol") ? Symbols.inText(said) : said);
    }
  }

  private void font() {
    while (xml.child()) {
      if (xml.name().equals("rFonts")) {
        font = xml.attribute("ascii", "");
      }
      xml.skip();
    }
  }

  private void mark(String said) {
    put(said);
    xml.skip();
  }

  /** A character of a font of symbols: a private one, as the file has it. */
  private void symbol() {
    String code = xml.attribute("char", "");
    if (code.matches("[0-9A-Fa-f]{1,4}")) {
      put(String.valueOf((char) Symbols.of(xml.attribute("font", ""), Integer.parseInt(code, 16))));
      out.text().mapped("symbol", 1);
    }
    xml.skip();
  }

  private void note(boolean isFoot) {
    String id = xml.attribute("id", "");
    String mark = isFoot ? out.notes().foot(id) : out.notes().end(id);
    if (fields.isShown()) {
      words.append(mark);
      out.text().mapped("note-mark", 1);
    }
    xml.skip();
  }

  private void change(int depth, boolean isRead) {
    out.text().change(xml.attribute("author", ""));
    if (isRead) {
      inside(depth);
    } else {
      xml.skip();
    }
  }

  private void box() {
    boxes.add(new WordBody(xml, out).plain().lines().toList());
  }

  private void properties() {
    while (xml.child()) {
      String value = xml.attribute("val", "");
      switch (xml.name()) {
        case "pStyle" -> {
          style = value;
          xml.skip();
        }
        case "outlineLvl" -> {
          outline = SafeXml.whole(value, NONE);
          xml.skip();
        }
        case "numPr" -> numbering();
        case "rPr" -> endMark();
        default -> xml.skip();
      }
    }
  }

  private void numbering() {
    while (xml.child()) {
      int value = xml.number("val", NONE);
      if (xml.name().equals("numId")) {
        list = value;
      } else if (xml.name().equals("ilvl")) {
        listLevel = value;
      }
      xml.skip();
    }
  }

  /** The mark at the end of the paragraph may have been inserted or deleted, too. */
  private void endMark() {
    while (xml.child()) {
      boolean isInserted = xml.name().equals("ins") || xml.name().equals("moveTo");
      boolean isDeleted = xml.name().equals("del") || xml.name().equals("moveFrom");
      if (isInserted || isDeleted) {
        out.text().change(xml.attribute("author", ""));
        isJoined |= isInserted == out.isAsItWas();
      }
      xml.skip();
    }
  }

  /** Writes it with these words, counted on in its list. */
  void write(String said, boolean isContents) {
    int heading = heading();
    String number = number();
    TextBuilder text = out.text();
    if (said.isBlank()) {
      return;
    }
    if (isContents || out.styles().isContents(style)) {
      text.block(Style.FURNITURE, 0, said);
      return;
    }
    if (heading > 0 || out.styles().isTitle(style)) {
      text.titled(said);
    }
    Style kind = heading > 0 ? Style.HEADING : number.isEmpty() ? Style.PARAGRAPH : Style.ITEM;
    int level = heading > 0 ? heading : number.isEmpty() ? 0 : Math.max(0, level()) + 1;
    if (number.isEmpty()) {
      text.block(kind, level, said);
    } else {
      text.numbered(kind, level, number, said.strip());
    }
  }

  private int heading() {
    if (outline >= 0) {
      return outline >= 9 ? 0 : outline + 1;
    }
    return out.styles().heading(style);
  }

  private int list() {
    return list == NONE ? out.styles().list(style) : list;
  }

  private int level() {
    if (listLevel != NONE) {
      return listLevel;
    }
    int linked = out.numbers().levelOf(list(), style);
    return linked >= 0 ? linked : Math.max(0, out.styles().listLevel(style));
  }

  private String number() {
    return list() <= 0 ? "" : out.numbers().next(list(), level());
  }
}
