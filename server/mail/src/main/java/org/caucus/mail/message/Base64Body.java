package org.caucus.mail.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;

/** A body that is nothing but base64 (RFC 2045 section 6.8) of a text. */
final class Base64Body {
  /** What is shorter may be a word, and longer lines are not made. */
  private static final int FEWEST_CHARS = 16;

  private static final int MOST_LINE_CHARS = 76;

  private Base64Body() {}

  static boolean isOne(byte[] octets) {
    String body = new String(octets, ISO_8859_1).strip();
    return body.length() >= FEWEST_CHARS
        && body.chars().allMatch(Base64Body::isOfBase64)
        && body.lines().allMatch(line -> line.length() <= MOST_LINE_CHARS)
        && isText(body);
  }

  private static boolean isText(String base64) {
    try {
      ByteBuffer decoded = ByteBuffer.wrap(Base64.getMimeDecoder().decode(base64));
      return UTF_8.newDecoder().decode(decoded).chars().allMatch(Base64Body::isOfText);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isOfBase64(int c) {
    return (c < 0x80 && Character.isLetterOrDigit(c)) || "+/=\r\n".indexOf(c) >= 0;
  }

  private static boolean isOfText(int c) {
    return c >= ' ' || "\n\r\t".indexOf(c) >= 0;
  }
}
