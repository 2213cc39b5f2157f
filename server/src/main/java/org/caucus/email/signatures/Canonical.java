package org.caucus.email.signatures;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The forms of fields and bodies that are signed (RFC 6376 section 3.4). Octets are kept as they
 * are: text is read as ISO 8859-1, in which each octet is one character. A bare line feed counts as
 * a line end, as it would on the wire.
 */
enum Canonical {
  /** Nothing may change. */
  SIMPLE,
  /** White space may. */
  RELAXED;

  static Canonical of(String name) {
    return name.equalsIgnoreCase("relaxed") ? RELAXED : SIMPLE;
  }

  static boolean isKnown(String name) {
    return name.equalsIgnoreCase("relaxed") || name.equalsIgnoreCase("simple");
  }

  /**
   * A field, ending in CRLF.
   *
   * @param raw as it stands in the letter, with name, colon and line end
   */
  String field(String raw) {
    String lines = withLineEnds(raw);
    if (this == SIMPLE) {
      return lines;
    }
    int colon = lines.indexOf(':');
    String name = lines.substring(0, Math.max(colon, 0)).strip().toLowerCase(Locale.ROOT);
    return name + ":" + squeezed(lines.substring(colon + 1).replace("\r\n", "")) + "\r\n";
  }

  private static String squeezed(String value) {
    StringBuilder out = new StringBuilder(value.length());
    boolean space = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' || c == '\t') {
        space = true;
      } else {
        if (space && !out.isEmpty()) {
          out.append(' ');
        }
        space = false;
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String withLineEnds(String raw) {
    String bare = raw.replace("\r\n", "\n");
    return (bare.endsWith("\n") ? bare : bare + "\n").replace("\n", "\r\n");
  }

  /** A body; all of it is read once. */
  byte[] body(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 2);
    int blankLines = 0;
    int at = 0;
    while (at < body.length) {
      int end = at;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      int stop = end > at && end < body.length && body[end - 1] == '\r' ? end - 1 : end;
      int before = out.size();
      if (stop > at) {
        blankLines = write(body, at, stop, blankLines, out);
      }
      if (out.size() == before) {
        blankLines++;
      } else {
        out.write('\r');
        out.write('\n');
      }
      at = end + 1;
    }
    if (out.size() == 0 && this == SIMPLE) {
      out.write('\r');
      out.write('\n');
    }
    return out.toByteArray();
  }

  /** One line, and the blank ones before it; a line that is blank in this form writes nothing. */
  private int write(byte[] body, int from, int to, int blankLines, ByteArrayOutputStream out) {
    int stop = to;
    while (this == RELAXED && stop > from && isSpace(body[stop - 1])) {
      stop--;
    }
    if (stop == from) {
      return blankLines;
    }
    for (int i = 0; i < blankLines; i++) {
      out.write('\r');
      out.write('\n');
    }
    if (this == SIMPLE) {
      out.write(body, from, to - from);
      return 0;
    }
    for (int i = from; i < stop; i++) {
      if (!isSpace(body[i])) {
        out.write(body[i]);
      } else if (!isSpace(body[i + 1])) {
        out.write(' ');
      }
    }
    return 0;
  }

  private static boolean isSpace(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
