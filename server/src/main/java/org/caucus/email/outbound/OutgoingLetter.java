package org.caucus.email.outbound;

import java.io.IOException;
import java.io.OutputStream;
import org.caucus.email.RawLetter;

/** The octets of a letter with what a host must be told about them. */
final class OutgoingLetter {
  private static final byte[] CRLF = {'\r', '\n'};

  private final byte[] octets;
  private final boolean eightBit;
  private final boolean eightBitHeader;

  /**
   * Takes a letter.
   *
   * @throws IllegalArgumentException when a CR or LF stands alone: the host might see the end of
   *     the letter there
   */
  OutgoingLetter(byte[] octets) {
    this.octets = octets;
    int high = -1;
    for (int i = 0; i < octets.length; i++) {
      boolean afterCr = i > 0 && octets[i - 1] == '\r';
      if ((octets[i] == '\n') != afterCr) {
        throw new IllegalArgumentException("every line of a letter must end with CR and LF, both");
      }
      high = octets[i] < 0 && high < 0 ? i : high;
    }
    if (octets.length > 0 && octets[octets.length - 1] == '\r') {
      throw new IllegalArgumentException("a letter must not end with CR alone");
    }
    eightBit = high >= 0;
    eightBitHeader = eightBit && high < RawLetter.of(octets).bodyOffset();
  }

  int size() {
    return octets.length;
  }

  /** Whether an octet is above 127, RFC 6152. */
  boolean isEightBit() {
    return eightBit;
  }

  /** Whether one is in the header, which RFC 6532 allows only under SMTPUTF8. */
  boolean isEightBitHeader() {
    return eightBitHeader;
  }

  /**
   * Writes the letter with doubled dots (RFC 5321 section 4.5.2), up to but without the final dot.
   */
  void writeTo(OutputStream out) throws IOException {
    int from = 0;
    for (int i = 0; i < octets.length; i++) {
      if (octets[i] == '.' && (i == 0 || octets[i - 1] == '\n')) {
        out.write(octets, from, i - from);
        out.write('.');
        from = i;
      }
    }
    out.write(octets, from, octets.length - from);
    if (octets.length > 0 && octets[octets.length - 1] != '\n') {
      // SMTP has no letter without a last line end (RFC 5321 section 4.1.1.4).
      out.write(CRLF);
    }
  }
}
