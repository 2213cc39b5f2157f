package org.caucus.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes Word files, good and bad. */
final class WordFile {
  private static final String SPACES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder relations = new StringBuilder();
  private String prolog = "";

  WordFile(String body) {
    parts.put(
        "[Content_Types].xml", "<Types><Default Extension=\"xml\" ContentType=\"a\"/></Types>");
    parts.put(
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r\" Type=\""
            + OFFICE
            + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
    parts.put("word/document.xml", root("document", "<w:body>" + body + "</w:body>"));
  }

  private static String root(String name, String inside) {
    return "<w:" + name + SPACES + ">" + inside + "</w:" + name + ">";
  }

  /** A part of a type: numbering, styles, footnotes, comments. */
  WordFile with(String type, String inside) {
    parts.put("word/" + type + ".xml", root(type, inside));
    relations.append(relation(type, type + ".xml", ""));
    return this;
  }

  WordFile pointing(String type, String target) {
    relations.append(relation(type, target, " TargetMode=\"External\""));
    return this;
  }

  WordFile part(String name, String words) {
    parts.put(name, words);
    return this;
  }

  WordFile declaring(String doctype) {
    prolog = doctype;
    return this;
  }

  private String relation(String type, String target, String mode) {
    return "<Relationship Id=\"r%d\" Type=\"%s%s\" Target=\"%s\"%s/>"
        .formatted(relations.length(), OFFICE, type, target, mode);
  }

  static String p(String properties, String words) {
    return "<w:p><w:pPr>%s</w:pPr><w:r><w:t>%s</w:t></w:r></w:p>".formatted(properties, words);
  }

  static String item(int list, int level, String words) {
    return p(
        "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>".formatted(level, list),
        words);
  }

  static String level(int at, String format, String text, String more) {
    return ("<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>"
            + "<w:lvlText w:val=\"%s\"/>%s</w:lvl>")
        .formatted(at, format, text, more);
  }

  byte[] bytes() {
    parts.put("word/_rels/document.xml.rels", "<Relationships>" + relations + "</Relationships>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write((prolog + part.getValue()).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
