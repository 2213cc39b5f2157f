package org.caucus.mail.message.mime;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.octets.SmtpLines;

/**
 * A letter as the next host can take it: in lines of at most 998 octets (RFC 5321 section
 * 4.5.3.1.6), and in seven bits where it offers no 8BITMIME (RFC 6152 section 3). Parts that are
 * neither are encoded, each as suits it, and no others. What somebody signed is not touched, so
 * that such a letter may have no form at all.
 */
public final class WireForm extends PartChange {
  private static final String MIME = "MIME-Version";

  /** Of a letter from before MIME whose words are in no charset that is known (RFC 1428). */
  private static final String UNKNOWN = "unknown-8bit";

  private final boolean sevenBit;

  private WireForm(boolean sevenBit) {
    this.sevenBit = sevenBit;
  }

  /** In seven bits and short lines; the same if it is; empty if it may not be made so. */
  public static Optional<RawLetter> sevenBit(RawLetter letter) {
    return form(letter, true);
  }

  /** In short lines; the same if it is; empty if it may not be made so. */
  public static Optional<RawLetter> shortLines(RawLetter letter) {
    return form(letter, false);
  }

  private static Optional<RawLetter> form(RawLetter letter, boolean sevenBit) {
    WireForm form = new WireForm(sevenBit);
    RawLetter ascii = AsciiHeader.of(letter);
    try {
      return Optional.of(form.fits(ascii.shared().lines()) ? ascii : form.of(ascii));
    } catch (UnmodifiablePart e) {
      return Optional.empty();
    }
  }

  private boolean fits(SmtpLines lines) {
    return !lines.areTooLong() && !(sevenBit && lines.isEightBit());
  }

  private boolean fits(byte[] octets) {
    int begin = 0;
    for (int i = 0; i < octets.length; i++) {
      if ((sevenBit && octets[i] < 0) || i - begin > SmtpLines.MAX_OCTETS) {
        return false;
      }
      begin = octets[i] == '\n' ? i + 1 : begin;
    }
    return true;
  }

  private static boolean isEightBit(byte[] octets) {
    int bits = 0;
    for (byte octet : octets) {
      bits |= octet;
    }
    return bits < 0;
  }

  @Override
  protected RawLetter fields(RawLetter part, boolean letter, int depth) {
    return AsciiHeader.of(part);
  }

  @Override
  protected boolean enters(RawLetter part, ContentType type) {
    if (fits(part.body())) {
      return false;
    }
    if (type.kind().equals("multipart/signed")) {
      throw new UnmodifiablePart();
    }
    return true;
  }

  @Override
  protected RawLetter closed(RawLetter part) {
    if (fits(part.body())) {
      return part;
    }
    throw new UnmodifiablePart();
  }

  /** Nobody reads it: where it fits on no wire it goes. */
  @Override
  protected byte[] aside(byte[] octets) {
    return fits(octets) ? octets : new byte[0];
  }

  @Override
  protected RawLetter around(RawLetter part, ContentType type) {
    boolean said = !TransferEncoding.of(part).isEmpty();
    boolean bits = isEightBit(part.body());
    return said || bits
        ? part.with(Header.structured(TransferEncoding.FIELD, bits ? "8bit" : "7bit"))
        : part;
  }

  /** It is written otherwise, and says the same. */
  @Override
  protected boolean keepsContent() {
    return true;
  }

  @Override
  protected RawLetter leaf(RawLetter part, ContentType type) {
    if (fits(part.body())) {
      return part;
    }
    if (!TransferEncoding.isKnown(TransferEncoding.of(part))) {
      throw new UnmodifiablePart(); // nobody here knows what it stands for
    }
    byte[] octets = TransferEncoding.decoded(part);
    RawLetter described = described(part, octets);
    return type.isOf("text/") || type.isOf("message/")
        ? TransferEncoding.quoted(described, octets)
        : TransferEncoding.base64(described, octets);
  }

  /** A letter that says nothing of MIME is told of as such; of a part its letter says so. */
  private static RawLetter described(RawLetter part, byte[] octets) {
    boolean letter = part.value("From").isPresent() || part.value("Date").isPresent();
    if (!letter || part.value(MIME).isPresent()) {
      return part;
    }
    RawLetter said = part.with(Header.structured(MIME, "1.0"));
    return said.value(ContentType.FIELD).isPresent()
        ? said
        : said.with(Header.structured(ContentType.FIELD, "text/plain; charset=" + charset(octets)));
  }

  private static String charset(byte[] octets) {
    if (!isEightBit(octets)) {
      return "us-ascii";
    }
    String text = new String(octets, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? "utf-8" : UNKNOWN;
  }
}
