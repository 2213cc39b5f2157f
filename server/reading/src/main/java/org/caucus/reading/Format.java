package org.caucus.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Formats that are read, told by what the file begins with; among texts by its name's ending. */
enum Format {
  DOCX {
    @Override
    void read(byte[] bytes, TextBuilder text, boolean isAsItWas) throws IOException {
      DocxText.read(bytes, text, isAsItWas);
    }
  },
  PDF {
    @Override
    void read(byte[] bytes, TextBuilder text, boolean isAsItWas) throws IOException {
      PdfText.read(bytes, text);
    }
  },
  HTML {
    @Override
    void read(byte[] bytes, TextBuilder text, boolean isAsItWas) throws IOException {
      HtmlText.read(bytes, text);
    }
  },
  MARKDOWN {
    @Override
    void read(byte[] bytes, TextBuilder text, boolean isAsItWas) {
      MarkdownText.read(Characters.decode(bytes, text), text);
    }
  },
  AKN {
    @Override
    void read(byte[] bytes, TextBuilder text, boolean isAsItWas) {
      AknText.read(bytes, text);
    }
  },
  TEXT {
    @Override
    void read(byte[] bytes, TextBuilder text, boolean isAsItWas) {
      PlainText.read(Characters.decode(bytes, text), text);
    }
  };

  private static final int HEAD = 4096;

  abstract void read(byte[] bytes, TextBuilder text, boolean isAsItWas) throws IOException;

  /** The format of a file; refused by name where it is one that is never read. */
  static Format of(byte[] bytes, String ending) {
    if (ending.equals("docm") || ending.equals("dotm")) {
      throw Refused.because("document-has-macros");
    }
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      throw Refused.because(
          ending.equals("docx") ? "document-is-encrypted" : "document-is-of-old-word");
    }
    if (head.startsWith("{\\rtf")) {
      throw Refused.because("document-has-an-unknown-format");
    }
    if (head.startsWith("PK")) {
      return DOCX;
    }
    if (head.contains("%PDF-")) {
      return PDF;
    }
    if (bytes.length == 0) {
      throw Refused.because("document-has-no-text");
    }
    return ofText(head, ending);
  }

  private static Format ofText(String head, String ending) {
    String small = head.toLowerCase(Locale.ROOT);
    if (small.contains("akomantoso")) {
      return AKN;
    }
    return switch (ending) {
      case "md", "markdown" -> MARKDOWN;
      case "htm", "html", "xhtml" -> HTML;
      case "txt", "text", "" ->
          small.contains("<!doctype html") || small.stripLeading().startsWith("<html")
              ? HTML
              : TEXT;
      case "doc" -> throw Refused.because("document-is-of-old-word");
      case "docx", "pdf" -> throw Refused.because("document-is-damaged");
      default -> throw Refused.because("document-has-an-unknown-format");
    };
  }
}
