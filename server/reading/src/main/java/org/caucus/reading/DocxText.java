package org.caucus.reading;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.caucus.reading.TextBuilder.Style;
import org.jspecify.annotations.Nullable;

/** A Word file: its body, then its notes; its comments apart. */
final class DocxText {
  private final WordPackage parts;
  private final TextBuilder text;
  private final boolean isAsItWas;
  private final WordStyles styles;

  private DocxText(WordPackage parts, String main, TextBuilder text, boolean isAsItWas) {
    this.parts = parts;
    this.text = text;
    this.isAsItWas = isAsItWas;
    this.styles = new WordStyles(parts.related(main, "styles"));
  }

  static void read(byte[] bytes, TextBuilder text, boolean isAsItWas) throws IOException {
    WordPackage parts = new WordPackage(bytes);
    parts.checkRelations(text);
    String main = parts.main();
    new DocxText(parts, main, text, isAsItWas).read(main);
  }

  private void read(String main) {
    text.spoken(styles.language());
    WordNumbers numbers = new WordNumbers(parts.related(main, "numbering"), styles);
    WordNotes notes = new WordNotes();
    WordBody.Output output = new WordBody.Output(text, styles, numbers, notes, isAsItWas);
    try (SafeXml xml = new SafeXml(parts.part(main))) {
      boolean isThere = xml.child();
      while (isThere && xml.child()) {
        if (xml.name().equals("body")) {
          new WordBody(xml, output).blocks(0);
        } else {
          xml.skip();
        }
      }
    }
    notes(main, "footnotes", notes.feet(), output);
    notes(main, "endnotes", notes.ends(), output);
    comments(main);
    String folder = main.substring(0, main.lastIndexOf('/') + 1);
    int heads = (int) (parts.count(folder + "header") + parts.count(folder + "footer"));
    text.mapped("running-head-left-out", heads);
  }

  /** In the order in which the text points to them. */
  private void notes(String main, String type, Map<String, String> marks, WordBody.Output output) {
    byte[] part = parts.related(main, type);
    if (part == null) {
      return;
    }
    Map<String, String> words = new HashMap<>();
    each(part, output, (id, said) -> words.put(id, said));
    marks.forEach(
        (id, mark) -> {
          String said = words.getOrDefault(id, "").strip();
          if (!said.isEmpty()) {
            text.numbered(Style.NOTE, 0, mark, said);
          }
        });
  }

  private void comments(String main) {
    byte[] part = parts.related(main, "comments");
    if (part == null) {
      return;
    }
    TextBuilder aside = new TextBuilder();
    WordBody.Output output =
        new WordBody.Output(
            aside, styles, new WordNumbers(null, styles), new WordNotes(), isAsItWas);
    try (SafeXml xml = new SafeXml(part)) {
      if (xml.child()) {
        while (xml.child()) {
          String author = xml.attribute("author", "");
          text.comment(author, new WordBody(xml, output).plain());
        }
      }
    }
  }

  /** What is done with a note. */
  private interface Taken {
    void take(String id, String words);
  }

  private static void each(byte[] part, WordBody.Output output, Taken taken) {
    try (SafeXml xml = new SafeXml(part)) {
      if (!xml.child()) {
        return;
      }
      while (xml.child()) {
        @Nullable String id = xml.attribute("id");
        String type = xml.attribute("type", "normal");
        if (id == null || !type.equals("normal")) {
          xml.skip();
        } else {
          taken.take(id, new WordBody(xml, output).plain());
        }
      }
    }
  }
}
