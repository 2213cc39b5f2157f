package org.caucus.email.outbound;

import java.io.IOException;
import java.io.OutputStream;
import org.caucus.email.RawLetter;
import org.caucus.email.octets.Lines;

/**
 * A letter with what a host must be told about it. The body may be that of many letters; it is
 * neither copied nor looked at again.
 */
final class OutgoingLetter {
  private static final byte[] CRLF = {'\r', '\n'};

  private final Lines head;
  private final Lines body;

  /**
   * Takes a letter.
   *
   * @throws IllegalArgumentException when a CR or LF stands alone: the host might see the end of
   *     the letter there
   */
  OutgoingLetter(RawLetter letter) {
    this.head = Lines.of(letter.head(), 0);
    this.body = letter.shared().lines();
  }

  int size() {
    return head.size() + body.size();
  }

  /** Whether an octet is above 127, RFC 6152. */
  boolean isEightBit() {
    return head.isEightBit() || body.isEightBit();
  }

  /** Whether one is in the header, which RFC 6532 allows only under SMTPUTF8. */
  boolean isEightBitHeader() {
    return head.isEightBit();
  }

  /**
   * Writes the letter with doubled dots (RFC 5321 section 4.5.2), up to but without the final dot.
   */
  void writeTo(OutputStream out) throws IOException {
    head.writeTo(out);
    body.writeTo(out);
    if (!(body.size() > 0 ? body : head).areEnded()) {
      // SMTP has no letter without a last line end (RFC 5321 section 4.1.1.4).
      out.write(CRLF);
    }
  }
}
