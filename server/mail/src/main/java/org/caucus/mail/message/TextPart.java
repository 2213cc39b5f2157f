package org.caucus.mail.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.caucus.mail.message.text.ReadableText;

/**
 * Words as a part of a letter that Caucus writes, in UTF-8.
 *
 * @param kind of text: {@code plain} or {@code html}
 * @param text any line ends
 */
public record TextPart(String kind, String text) {
  /** Longest line left unencoded, in octets; longer ones go as quoted-printable. */
  private static final int MAX_BARE_LINE_OCTETS = 900;

  /** The part: its fields, an empty line, its words. */
  public byte[] toBytes() {
    byte[] words = lines();
    boolean bare = isBare(words);
    ByteArrayOutputStream out = new ByteArrayOutputStream(words.length + 256);
    String type = "text/" + kind + "; charset=utf-8";
    out.writeBytes(Header.structured("Content-Type", type).toBytes());
    String encoding = bare ? "7bit" : "quoted-printable";
    out.writeBytes(Header.structured("Content-Transfer-Encoding", encoding).toBytes());
    out.writeBytes(new byte[] {'\r', '\n'});
    out.writeBytes(bare ? words : quotedPrintable(words));
    return out.toByteArray();
  }

  /** The words with CRLF line ends, the last line ended too. */
  private byte[] lines() {
    String unix = ReadableText.tidy(text) + "\n";
    return unix.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isBare(byte[] words) {
    int column = 0;
    for (byte octet : words) {
      column = octet == '\n' ? 0 : column + 1;
      boolean plain =
          (octet >= ' ' && octet < 0x7f) || octet == '\t' || octet == '\r' || octet == '\n';
      if (!plain || column > MAX_BARE_LINE_OCTETS) {
        return false;
      }
    }
    return true;
  }

  private static byte[] quotedPrintable(byte[] words) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream(words.length * 2);
      EncoderUtil.encodeQ(new ByteArrayInputStream(words), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory streams do not fail", e);
    }
  }
}
