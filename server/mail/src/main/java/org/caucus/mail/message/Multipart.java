package org.caucus.mail.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Several parts of a letter that Caucus writes, as one (RFC 2046 section 5.1).
 *
 * @param kind {@code mixed} or {@code alternative}
 * @param boundary between them, which is in none
 * @param parts each with its fields
 */
public record Multipart(String kind, String boundary, List<byte[]> parts) {
  /** Keeps the parts as they are now. */
  public Multipart {
    parts = List.copyOf(parts);
  }

  /**
   * The parts with a boundary made of all that stands in them. An author knows the identifier of
   * their message, and can edit it before it leaves: but nobody can write words that hold a hash of
   * themselves, so nobody's words end their own part and begin another.
   *
   * @param messageId of the letter, so that two letters of the same words are told apart
   */
  public static Multipart of(String kind, String messageId, List<byte[]> parts) {
    return new Multipart(kind, boundary(kind + " " + messageId, parts), parts);
  }

  private static String boundary(String begin, List<byte[]> parts) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update(begin.getBytes(StandardCharsets.UTF_8));
      parts.forEach(hash::update);
      return "=_" + HexFormat.of().formatHex(hash.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The field that says what it is. */
  public Header field() {
    return Header.structured(
        "Content-Type", "multipart/" + kind + "; boundary=\"" + boundary + "\"");
  }

  /** The parts, with what is between them. */
  public byte[] body() {
    int octets = parts.stream().mapToInt(p -> p.length + boundary.length() + 8).sum();
    ByteArrayOutputStream out = new ByteArrayOutputStream(octets + boundary.length() + 16);
    String before = "--";
    for (byte[] part : parts) {
      out.writeBytes(ascii(before + boundary + "\r\n"));
      out.writeBytes(part);
      before = "\r\n--";
    }
    out.writeBytes(ascii(before + boundary + "--\r\n"));
    return out.toByteArray();
  }

  /** Its field, an empty line, the parts. */
  public byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(field().toBytes());
    out.writeBytes(ascii("\r\n"));
    out.writeBytes(body());
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
