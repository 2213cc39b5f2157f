package org.caucus.mail.message.text;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.Base64;

/**
 * A file as a part of a letter that Caucus writes (RFC 2183, RFC 2231). Whatever its name holds, it
 * is one parameter of one field.
 *
 * @param type a content type; anything that does not look like one is sent as mere bytes
 */
@SuppressWarnings("ArrayRecordComponent") // written once and gone
public record AttachmentPart(String name, String type, byte[] bytes) {
  private static final String MARKS = ".+-";
  private static final int MOST_OF_A_TYPE = 127; // RFC 6838 section 4.2

  /** Octets of one section of a long name, so that no line of a field is over its limit. */
  private static final int SECTION = 60;

  private static final int LINE = 76;
  private static final byte[] CRLF = {'\r', '\n'};

  /** The part: its fields, an empty line, its bytes in Base64. */
  public byte[] toBytes() {
    StringBuilder fields = new StringBuilder();
    fields.append("Content-Type: ").append(isType(type) ? type : "application/octet-stream");
    fields.append("\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n");
    fields.append(" filename=\"").append(name.replaceAll("[^A-Za-z0-9 ._-]", "_")).append('"');
    String encoded = encoded(name);
    if (!encoded.equals(name)) {
      sections(fields, encoded);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(mostOctets());
    out.writeBytes(fields.append("\r\n\r\n").toString().getBytes(US_ASCII));
    out.writeBytes(Base64.getMimeEncoder(LINE, CRLF).encode(bytes));
    out.writeBytes(CRLF);
    return out.toByteArray();
  }

  /** How many octets the part has at the most. */
  public int mostOctets() {
    return bytes.length / 3 * 4 + bytes.length / 54 * 2 + 8 * name.length() + 1024;
  }

  private static boolean isType(String text) {
    int slash = text.indexOf('/');
    return slash > 0
        && slash < text.length() - 1
        && text.length() <= MOST_OF_A_TYPE
        && text.indexOf('/', slash + 1) < 0
        && text.chars().allMatch(AttachmentPart::isOfAType);
  }

  private static boolean isOfAType(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || MARKS.indexOf(c) >= 0;
  }

  /** RFC 2231 section 3: a value in several sections, none of which ends within a character. */
  private static void sections(StringBuilder fields, String encoded) {
    int from = 0;
    for (int n = 0; from < encoded.length(); n++) {
      int to = Math.min(encoded.length(), from + SECTION);
      for (int back = 0; back < 2 && to < encoded.length() && isWithin(encoded, to); back++) {
        to--;
      }
      fields.append(";\r\n filename*").append(n).append("*=").append(n == 0 ? "UTF-8''" : "");
      fields.append(encoded, from, to);
      from = to;
    }
  }

  private static boolean isWithin(String encoded, int at) {
    return encoded.charAt(at - 1) == '%' || encoded.charAt(at - 2) == '%';
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
