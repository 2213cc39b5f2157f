package org.caucus.mail.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.ByteSequence;
import org.caucus.mail.message.text.HeaderText;

/**
 * An address with the name its owner shows, as in {@code Ada Obi <ada@rights.example>} (RFC 5322
 * section 3.4).
 *
 * @param name the display name, decoded; empty when there is none
 * @param address the mailbox
 */
public record NamedAddress(String name, MailAddress address) {
  /** The longest part of an address header that is read, in characters; the rest is ignored. */
  static final int MAX_LIST_CHARS = 64 * 1024;

  /** The most addresses taken from one header. */
  static final int MAX_ADDRESSES = 1_000;

  /** Refuses a name with a control character: it would end up in a header line. */
  public NamedAddress {
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a display name has no control characters");
    }
  }

  /** An address that shows no name. */
  public static NamedAddress of(MailAddress address) {
    return new NamedAddress("", address);
  }

  /**
   * Reads the value of a From, To or similar header: display names, groups, comments, encoded
   * words. Never throws; what is no address is left out.
   */
  public static List<NamedAddress> parseList(String headerValue) {
    String bounded =
        headerValue.length() > MAX_LIST_CHARS
            ? headerValue.substring(0, MAX_LIST_CHARS)
            : headerValue;
    List<NamedAddress> found = new ArrayList<>();
    for (Mailbox mailbox : mailboxes(HeaderText.defused(bounded))) {
      if (found.size() < MAX_ADDRESSES) {
        read(mailbox).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  /**
   * As a header writes it: a plain or quoted name, or encoded words (RFC 2047), then the address in
   * brackets. All ASCII, unless the address needs SMTPUTF8.
   */
  public String toHeaderText() {
    String written = address.toAsciiString();
    return name.isBlank()
        ? written
        : EncoderUtil.encodeAddressDisplayName(name) + " <" + written + ">";
  }

  private static List<Mailbox> mailboxes(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    ByteSequence sequence = new ByteArrayBuffer(bytes, bytes.length, false);
    try {
      return LenientAddressParser.DEFAULT
          .parseAddressList(sequence, new ParserCursor(0, bytes.length))
          .flatten();
    } catch (RuntimeException e) {
      // The parser is lenient with bad syntax; on a bad charset name in an encoded word it may
      // still give up.
      return List.of();
    }
  }

  private static Optional<NamedAddress> read(Mailbox mailbox) {
    if (mailbox.getLocalPart() == null || mailbox.getDomain() == null) {
      return Optional.empty();
    }
    try {
      String name =
          mailbox.getName() == null ? "" : HeaderText.clean(HeaderText.decode(mailbox.getName()));
      return Optional.of(
          new NamedAddress(name, new MailAddress(mailbox.getLocalPart(), mailbox.getDomain())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
