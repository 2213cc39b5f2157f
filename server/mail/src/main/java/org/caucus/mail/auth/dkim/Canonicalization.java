package org.caucus.mail.auth.dkim;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The forms of fields and bodies that are signed (RFC 6376 section 3.4). Octets are kept as they
 * are: text is read as ISO 8859-1, in which each octet is one character. A bare line feed counts as
 * a line end, as it would on the wire.
 */
enum Canonicalization {
  /** Nothing may change. */
  SIMPLE,
  /** White space may. */
  RELAXED;

  static Canonicalization of(String name) {
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
    Body form = new Body(body, this == RELAXED);
    int at = 0;
    while (at < body.length) {
      int end = at;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      int stop = end > at && end < body.length && body[end - 1] == '\r' ? end - 1 : end;
      form.line(at, stop);
      at = end + 1;
    }
    if (form.length == 0 && this == SIMPLE) {
      form.end();
    }
    return Arrays.copyOf(form.out, form.length);
  }

  /** A body in the making: blank lines are written with the next one that is not. */
  private static final class Body {
    private final byte[] body;
    private final boolean relaxed;
    private byte[] out;
    private int length;
    private int blankLines;

    Body(byte[] body, boolean relaxed) {
      this.body = body;
      this.relaxed = relaxed;
      this.out = new byte[body.length + 64];
    }

    void line(int from, int to) {
      int stop = to;
      while (relaxed && stop > from && isSpace(body[stop - 1])) {
        stop--;
      }
      if (stop == from) {
        blankLines++;
        return;
      }
      room(2 * blankLines + stop - from + 2);
      for (; blankLines > 0; blankLines--) {
        end();
      }
      for (int i = from; i < stop; i++) {
        byte octet = body[i];
        if (!relaxed || !isSpace(octet)) {
          out[length++] = octet;
        } else if (!isSpace(body[i + 1])) {
          out[length++] = ' ';
        }
      }
      end();
    }

    void end() {
      out[length++] = '\r';
      out[length++] = '\n';
    }

    /** Bare line feeds become two octets, so it may grow longer than it came. */
    private void room(int octets) {
      if (length + octets > out.length) {
        out = Arrays.copyOf(out, Math.max(length + octets, 2 * out.length));
      }
    }
  }

  private static boolean isSpace(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
