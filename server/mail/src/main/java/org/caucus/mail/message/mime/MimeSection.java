package org.caucus.mail.message.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands between two of the lines that part it.
 *
 * @param to where the line end before the next such line begins
 * @param next where the next section begins
 * @param last whether it stands after the closing line
 */
record MimeSection(int from, int to, int next, boolean last) {
  /**
   * What a multipart consists of (RFC 2046 section 5.1.1): what stands before, between and after.
   */
  static List<MimeSection> of(byte[] body, String boundary) {
    byte[] mark = ("--" + boundary).getBytes(ISO_8859_1);
    List<MimeSection> found = new ArrayList<>();
    int from = 0;
    int at = 0;
    boolean closed = false;
    while (at < body.length && !closed && found.size() <= PartChange.MAX_PARTS) {
      int end = at;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      int next = Math.min(end + 1, body.length);
      if (isMark(body, at, end, mark)) {
        int to =
            at >= 2 && at - 2 >= from && body[at - 2] == '\r' ? at - 2 : Math.max(from, at - 1);
        to = at == from ? from : to;
        found.add(new MimeSection(from, to, next, false));
        closed = isClosing(body, at + mark.length, end);
        from = next;
      }
      at = next;
    }
    if (!found.isEmpty()) {
      found.add(new MimeSection(from, body.length, body.length, closed));
    }
    return found;
  }

  private static boolean isMark(byte[] body, int at, int end, byte[] mark) {
    if (at + mark.length > end + 1
        || at + mark.length > body.length
        || !Arrays.equals(body, at, at + mark.length, mark, 0, mark.length)) {
      return false;
    }
    String rest = new String(body, at + mark.length, end - at - mark.length, ISO_8859_1);
    String blanks = rest.startsWith("--") ? rest.substring(2) : rest;
    return blanks.isBlank();
  }

  private static boolean isClosing(byte[] body, int at, int end) {
    return at + 2 <= end && body[at] == '-' && body[at + 1] == '-';
  }
}
