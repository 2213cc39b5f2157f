package org.caucus.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The characters of a text file. */
final class Characters {
  /** Octets of which none is in a text: the file is something else. */
  private static final int MOST_ZEROS = 0;

  private Characters() {}

  /**
   * Decodes by the byte order mark, as UTF-8, or else as Windows-1252; lines end with a line feed.
   */
  static String decode(byte[] bytes, TextBuilder text) {
    String decoded = decoded(bytes, text);
    if (decoded.chars().filter(c -> c == 0).count() > MOST_ZEROS) {
      throw Refused.because("document-has-an-unknown-format");
    }
    return decoded.replace("\r\n", "\n").replace('\r', '\n').replace('\f', '\n');
  }

  private static String decoded(byte[] bytes, TextBuilder text) {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xff, 0xfe)) {
      return strict(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return strict(bytes, 2, StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text.mapped("charset-windows-1252", 1);
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private static String strict(byte[] bytes, int from, Charset charset) {
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
      return charset.newDecoder().decode(rest).toString();
    } catch (CharacterCodingException e) {
      throw Refused.because("document-has-broken-characters");
    }
  }

  private static boolean startsWith(byte[] bytes, int... octets) {
    if (bytes.length < octets.length) {
      return false;
    }
    for (int i = 0; i < octets.length; i++) {
      if ((bytes[i] & 0xff) != octets[i]) {
        return false;
      }
    }
    return true;
  }
}
