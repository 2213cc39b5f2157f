package org.caucus.mail.smtp.client;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.WireForm;
import org.caucus.mail.message.octets.SmtpLines;

/**
 * A letter with what a host must be told about it. The body may be that of many letters; it is
 * neither copied nor looked at again.
 */
final class OutgoingLetter {
  private static final byte[] CRLF = {'\r', '\n'};

  private final SmtpLines head;
  private final SmtpLines body;
  private final Supplier<Optional<OutgoingLetter>> encoded;

  /**
   * Takes a letter.
   *
   * @param sevenBit the same for a host that takes no others (RFC 6152); asked when that is needed
   * @throws IllegalArgumentException when a CR or LF stands alone: the host might see the end of
   *     the letter there
   */
  OutgoingLetter(RawLetter letter, Supplier<Optional<RawLetter>> sevenBit) {
    this.head = SmtpLines.of(letter.head(), 0);
    this.body = letter.shared().lines();
    this.encoded = Suppliers.memoize(() -> sevenBit.get().flatMap(OutgoingLetter::ifItFits));
  }

  /** A letter that nobody here signed. */
  OutgoingLetter(RawLetter letter) {
    this(letter, () -> WireForm.sevenBit(letter));
  }

  /**
   * As a host takes it; itself, if that is so.
   *
   * @param eightBits whether it takes those (RFC 6152)
   * @param utf8 whether it takes them in the header too (RFC 6531)
   * @return empty if it may not be made so
   */
  Optional<OutgoingLetter> fitting(boolean eightBits, boolean utf8) {
    boolean fits =
        !areLinesTooLong() && (eightBits || !isEightBit()) && (utf8 || !isEightBitHeader());
    return fits ? Optional.of(this) : encoded.get();
  }

  private static Optional<OutgoingLetter> ifItFits(RawLetter letter) {
    return Optional.of(new OutgoingLetter(letter, Optional::empty))
        .filter(made -> !made.areLinesTooLong() && !made.isEightBit());
  }

  /** Whether a line is longer than any host must take. */
  boolean areLinesTooLong() {
    return head.areTooLong() || body.areTooLong();
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
