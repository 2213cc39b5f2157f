package org.caucus.reading;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.caucus.reading.TextBuilder.Style;
import org.jspecify.annotations.Nullable;

/** Reads Akoma Ntoso 3.0, whose elements name the kind of each provision. */
final class AknText {
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("part", "PART"),
          Map.entry("subpart", "PART"),
          Map.entry("book", "PART"),
          Map.entry("tome", "PART"),
          Map.entry("title", "PART"),
          Map.entry("subtitle", "PART"),
          Map.entry("division", "PART"),
          Map.entry("subdivision", "PART"),
          Map.entry("chapter", "CHAPTER"),
          Map.entry("subchapter", "CHAPTER"),
          Map.entry("section", "SECTION"),
          Map.entry("article", "ARTICLE"),
          Map.entry("subsection", "PARAGRAPH"),
          Map.entry("paragraph", "PARAGRAPH"),
          Map.entry("subparagraph", "PARAGRAPH"),
          Map.entry("clause", "PARAGRAPH"),
          Map.entry("subclause", "PARAGRAPH"),
          Map.entry("rule", "PARAGRAPH"),
          Map.entry("subrule", "PARAGRAPH"),
          Map.entry("alinea", "PARAGRAPH"),
          Map.entry("level", "PARAGRAPH"),
          Map.entry("transitional", "PARAGRAPH"),
          Map.entry("proviso", "PARAGRAPH"),
          Map.entry("hcontainer", "PARAGRAPH"),
          Map.entry("recital", "PREAMBLE"),
          Map.entry("citation", "PREAMBLE"),
          Map.entry("point", "POINT"),
          Map.entry("indent", "POINT"),
          Map.entry("item", "POINT"),
          Map.entry("attachment", "SCHEDULE"),
          Map.entry("component", "SCHEDULE"));

  private static final Set<String> LINES =
      Set.of(
          "p",
          "block",
          "listIntroduction",
          "listWrapUp",
          "longTitle",
          "formula",
          "tocItem",
          "num",
          "heading",
          "subheading",
          "crossHeading");

  private static final Set<String> FRONT =
      Set.of("preface", "preamble", "coverPage", "preambleRecitals");

  private final SafeXml xml;
  private final TextBuilder text;
  private final StringBuilder words = new StringBuilder();
  private final StringBuilder notes = new StringBuilder();

  private String kind = "";
  private int level;
  private @Nullable String number;
  private int noteCount;
  private int quoted;
  private boolean isFront;
  private boolean isContents;

  private AknText(SafeXml xml, TextBuilder text) {
    this.xml = xml;
    this.text = text;
  }

  static void read(byte[] bytes, TextBuilder text) {
    try (SafeXml xml = new SafeXml(bytes)) {
      if (!xml.child() || !xml.name().equalsIgnoreCase("akomaNtoso")) {
        throw Refused.because("document-is-damaged");
      }
      AknText akn = new AknText(xml, text);
      akn.inside(0);
      akn.end();
      akn.notes
          .toString()
          .lines()
          .forEach(note -> text.numbered(Style.NOTE, 0, mark(note), rest(note)));
    }
  }

  private static String mark(String note) {
    return note.substring(0, note.indexOf(' '));
  }

  private static String rest(String note) {
    return note.substring(note.indexOf(' ') + 1);
  }

  private void inside(int depth) {
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        put(xml.text());
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        element(depth);
      } else if (event == XMLStreamConstants.END_ELEMENT
          || event == XMLStreamConstants.END_DOCUMENT) {
        return;
      }
    }
  }

  private void put(String said) {
    for (int i = 0; i < said.length(); i++) {
      char c = said.charAt(i);
      if (!Character.isWhitespace(c)) {
        words.append(c);
      } else if (!words.isEmpty() && !Character.isWhitespace(words.charAt(words.length() - 1))) {
        words.append(' ');
      }
    }
  }

  private void element(int depth) {
    String name = xml.name();
    String kindOf = KINDS.get(name);
    if (name.equals("meta") || name.equals("img")) {
      meta(name);
    } else if (kindOf != null && quoted == 0) {
      provision(kindOf, depth + 1);
    } else if (name.equals("num") && quoted == 0 && number == null && !kind.isEmpty()) {
      number(depth);
    } else if (LINES.contains(name)) {
      line(name, depth);
    } else if (FRONT.contains(name) || name.equals("toc")) {
      front(name.equals("toc"), depth);
    } else if (name.equals("authorialNote")) {
      note(depth);
    } else if (name.equals("table")) {
      table(depth);
    } else if (name.equals("eol") || name.equals("br")) {
      words.append('\n');
      inside(depth);
    } else if (name.startsWith("embedded") || name.startsWith("quoted")) {
      put(xml.attribute("startQuote", ""));
      String after = xml.attribute("endQuote", "");
      quoted++;
      inside(depth);
      quoted--;
      put(after);
    } else {
      inside(depth);
    }
  }

  /** Of what describes the text only its language is kept. */
  private void meta(String name) {
    if (!name.equals("meta")) {
      xml.skip();
      return;
    }
    while (xml.child()) {
      metaPart();
    }
  }

  private void metaPart() {
    if (xml.name().equals("FRBRlanguage")) {
      text.spoken(language(xml.attribute("language", "")));
    } else if (xml.name().equals("FRBRalias") && xml.attribute("name", "").equals("title")) {
      String title = xml.attribute("value", "");
      text.titled(title.equals("Untitled") ? "" : title);
    }
    while (xml.child()) {
      metaPart();
    }
  }

  /** eng is en. */
  private static String language(String code) {
    for (String two : Locale.getISOLanguages()) {
      if (Locale.of(two).getISO3Language().equals(code)) {
        return two;
      }
    }
    return code;
  }

  private void provision(String kindOf, int depth) {
    end();
    if (depth > Limits.NESTING * 2) {
      throw Refused.because("document-is-nested-too-deeply", "limit", Limits.NESTING);
    }
    kind = xml.attribute("name", "").equals("schedule") ? "SCHEDULE" : kindOf;
    level = depth;
    number = null;
    inside(depth);
    end();
    kind = "";
    level = depth;
  }

  private void number(int depth) {
    int from = words.length();
    inside(depth);
    number = words.substring(from).strip();
    words.append(' ');
  }

  private void line(String name, int depth) {
    boolean isApart = kind.isEmpty() && quoted == 0 && !name.equals("num");
    boolean isAfterLine = !words.toString().isBlank() && !isAfterNumber();
    if (isAfterLine) {
      words.setLength(words.toString().stripTrailing().length());
      words.append('\n');
    }
    if (isApart && name.equals("crossHeading")) {
      end();
    }
    inside(depth);
    if (isApart) {
      end();
    }
  }

  /** A number and what it numbers stand on one line. */
  private boolean isAfterNumber() {
    return number != null && words.toString().strip().equals(number);
  }

  private void front(boolean isToc, int depth) {
    end();
    isFront = !isToc;
    isContents = isToc;
    inside(depth);
    end();
    isFront = false;
    isContents = false;
  }

  private void note(int depth) {
    noteCount++;
    String mark = "[" + noteCount + "]";
    words.append(mark);
    int from = words.length();
    inside(depth);
    String said = words.substring(from).replace('\n', ' ').strip();
    words.setLength(from);
    notes.append(mark).append(' ').append(said).append('\n');
    text.mapped("note-mark", 1);
  }

  private void table(int depth) {
    end();
    while (xml.child()) {
      if (xml.name().equals("tr")) {
        row(depth);
      } else {
        inside(depth);
        words.append('\n');
      }
    }
    text.block(Style.TABLE, 0, words.toString());
    words.setLength(0);
  }

  private void row(int depth) {
    String between = "";
    StringBuilder cells = new StringBuilder(words);
    while (xml.child()) {
      words.setLength(0);
      quoted++;
      inside(depth);
      quoted--;
      cells.append(between).append(words.toString().strip().replace('\n', ' '));
      between = "\t";
    }
    words.setLength(0);
    words.append(cells).append('\n');
  }

  private void end() {
    String said = words.toString().strip();
    words.setLength(0);
    if (said.isEmpty() && number == null) {
      return;
    }
    if (isContents) {
      text.block(Style.FURNITURE, 0, said);
    } else if (isFront && kind.isEmpty()) {
      text.declared("PREAMBLE", 1, null, said);
    } else {
      text.declared(
          kind.isEmpty() ? "PARAGRAPH" : kind, level + (kind.isEmpty() ? 1 : 0), number, said);
    }
    number = null;
    kind = "";
  }
}
