package org.caucus.mail.message.octets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Octets that were looked at line by line, to be written as SMTP carries them. */
public final class SmtpLines {
  /** Octets of a line without its end that every host takes (RFC 5321 section 4.5.3.1.6). */
  public static final int MAX_OCTETS = 998;

  private final byte[] octets;
  private final int from;
  private final boolean eightBit;
  private final boolean tooLong;
  private final int[] dots; // where lines begin with one

  private SmtpLines(byte[] octets, int from, boolean eightBit, boolean tooLong, int[] dots) {
    this.tooLong = tooLong;
    this.octets = octets;
    this.from = from;
    this.eightBit = eightBit;
    this.dots = dots;
  }

  /**
   * The lines from there to the end; the first of them begins there.
   *
   * @throws IllegalArgumentException when a CR or LF stands alone: the host might see the end of
   *     the letter there
   */
  public static SmtpLines of(byte[] octets, int from) {
    int[] dots = new int[4];
    int found = 0;
    int bits = 0;
    int longest = 0;
    int begin = from; // of the line
    byte before = '\n';
    for (int i = from; i < octets.length; i++) {
      byte octet = octets[i];
      if ((octet == '\n') != (before == '\r')) {
        throw new IllegalArgumentException("every line of a letter must end with CR and LF, both");
      }
      if (octet == '.' && before == '\n') {
        dots = found < dots.length ? dots : Arrays.copyOf(dots, 2 * found);
        dots[found++] = i;
      }
      if (octet == '\n') {
        longest = Math.max(longest, i - 1 - begin);
        begin = i + 1;
      }
      bits |= octet;
      before = octet;
    }
    if (before == '\r') {
      throw new IllegalArgumentException("a letter must not end with CR alone");
    }
    boolean tooLong = Math.max(longest, octets.length - begin) > MAX_OCTETS;
    return new SmtpLines(octets, from, bits < 0, tooLong, Arrays.copyOf(dots, found));
  }

  /** Whether an octet is above 127, RFC 6152. */
  public boolean isEightBit() {
    return eightBit;
  }

  /** Whether a line is longer than {@link #MAX_OCTETS}. */
  public boolean areTooLong() {
    return tooLong;
  }

  /** Octets, before dots are doubled. */
  public int size() {
    return octets.length - from;
  }

  /** Whether the last line ends, or there is none. */
  public boolean areEnded() {
    return size() == 0 || octets[octets.length - 1] == '\n';
  }

  /** Writes them with doubled dots (RFC 5321 section 4.5.2). */
  public void writeTo(OutputStream out) throws IOException {
    int at = from;
    for (int dot : dots) {
      out.write(octets, at, dot - at);
      out.write('.');
      at = dot;
    }
    out.write(octets, at, octets.length - at);
  }
}
