package org.caucus.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The parts of a Word file, unpacked within limits. */
final class WordPackage {
  /** Smaller parts may be packed as tightly as they can. */
  private static final int SMALL = 1 << 20;

  private static final int PIECE = 1 << 16;

  private static final byte[] END = {'P', 'K', 5, 6};

  /** The directory's end with the longest comment. */
  private static final int MOST_END = 22 + (1 << 16);

  private final Map<String, byte[]> parts = new HashMap<>();
  private final long packed;
  private long unpacked;

  WordPackage(byte[] bytes) throws IOException {
    this.packed = bytes.length;
    checkEnd(bytes);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      int count = 0;
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (++count > Limits.PARTS) {
          throw tooTight();
        }
        part(in, entry);
      }
    }
    checkKind();
  }

  /** A file that was cut off lacks the directory at its end. */
  private static void checkEnd(byte[] bytes) {
    int least = Math.max(0, bytes.length - MOST_END);
    for (int i = bytes.length - END.length; i >= least; i--) {
      if (Arrays.equals(bytes, i, i + END.length, END, 0, END.length)) {
        return;
      }
    }
    throw Refused.because("document-is-damaged");
  }

  private void part(ZipInputStream in, ZipEntry entry) throws IOException {
    String name = entry.getName().replace('\\', '/').replaceFirst("^/+", "");
    String small = name.toLowerCase(Locale.ROOT);
    if (small.endsWith("vbaproject.bin")) {
      throw Refused.because("document-has-macros");
    }
    boolean isXml = small.endsWith(".xml") || small.endsWith(".rels");
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    long size = copy(in, isXml ? kept : null);
    long from = entry.getCompressedSize();
    if (size > SMALL && from > 0 && size / from > Limits.ZIP_RATIO) {
      throw tooTight();
    }
    if (isXml) {
      parts.putIfAbsent(name, kept.toByteArray());
    }
  }

  private long copy(InputStream in, @Nullable ByteArrayOutputStream out) throws IOException {
    byte[] piece = new byte[PIECE];
    long size = 0;
    for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
      size += n;
      unpacked += n;
      if (unpacked > Limits.UNPACKED || (size > SMALL && size / packed > Limits.ZIP_RATIO)) {
        throw tooTight();
      }
      if (out != null) {
        out.write(piece, 0, n);
      }
    }
    return size;
  }

  private static Refused tooTight() {
    return Refused.because("document-is-packed-too-tightly", "limit", Limits.ZIP_RATIO);
  }

  private void checkKind() {
    byte[] types = parts.get("[Content_Types].xml");
    if (types == null) {
      throw Refused.because(
          parts.isEmpty() ? "document-is-damaged" : "document-has-an-unknown-format");
    }
    try (SafeXml xml = new SafeXml(types)) {
      while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
        if (xml.isStart() && xml.attribute("ContentType", "").contains("macroEnabled")) {
          throw Refused.because("document-has-macros");
        }
      }
    }
  }

  /** The part that the package begins with. */
  String main() {
    for (Relation relation : relations("_rels/.rels").values()) {
      if (relation.type().endsWith("/officeDocument")) {
        String target = relation.target().replaceFirst("^/+", "");
        if (parts.containsKey(target) && isWord(target)) {
          return target;
        }
      }
    }
    throw Refused.because("document-has-an-unknown-format");
  }

  private boolean isWord(String name) {
    try (SafeXml xml = new SafeXml(part(name))) {
      return xml.child()
          && xml.name().equals("document")
          && xml.namespace().contains("wordprocessingml");
    }
  }

  /**
   * Where a part points to.
   *
   * @param isExternal whether that is not in the file
   */
  record Relation(String type, String target, boolean isExternal) {
    boolean isLink() {
      return type.endsWith("/hyperlink");
    }

    /** On another machine. */
    boolean isRemote() {
      return target.matches("(?i)(https?|ftp|smb|file):?//[^/].*|\\\\\\\\.*|//.*");
    }
  }

  private Map<String, Relation> relations(String name) {
    Map<String, Relation> all = new HashMap<>();
    byte[] part = parts.get(name);
    if (part == null) {
      return all;
    }
    try (SafeXml xml = new SafeXml(part)) {
      while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
        if (xml.isStart() && xml.name().equals("Relationship")) {
          boolean isExternal = xml.attribute("TargetMode", "").equals("External");
          all.put(
              xml.attribute("Id", ""),
              new Relation(xml.attribute("Type", ""), xml.attribute("Target", ""), isExternal));
        }
      }
    }
    return all;
  }

  /** Refuses what is in other places; links to these are only words. */
  void checkRelations(TextBuilder text) {
    for (String name : parts.keySet()) {
      if (!name.endsWith(".rels")) {
        continue;
      }
      for (Relation relation : relations(name).values()) {
        if (relation.isExternal() && !relation.isLink()) {
          boolean isPart =
              relation.type().endsWith("/subDocument") || relation.type().endsWith("/aFChunk");
          if (isPart || relation.isRemote()) {
            throw Refused.because("document-has-external-parts");
          }
          text.mapped("external-part", 1);
        }
      }
    }
  }

  /** The part of this type that the main part points to; null if it points to no such part. */
  byte @Nullable [] related(String main, String type) {
    int slash = main.lastIndexOf('/') + 1;
    String folder = main.substring(0, slash);
    String rels = folder + "_rels/" + main.substring(slash) + ".rels";
    for (Relation relation : relations(rels).values()) {
      if (relation.type().endsWith("/" + type) && !relation.isExternal()) {
        String target = relation.target();
        String name = target.startsWith("/") ? target.substring(1) : folder + target;
        return parts.get(name);
      }
    }
    return null;
  }

  byte[] part(String name) {
    byte[] part = parts.get(name);
    if (part == null) {
      throw Refused.because("document-is-damaged");
    }
    return part;
  }

  /** Parts whose names begin so: the running heads. */
  long count(String prefix) {
    return parts.keySet().stream().filter(name -> name.startsWith(prefix)).count();
  }
}
