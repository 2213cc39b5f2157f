package org.caucus.mail.message.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.HeaderFields;
import org.caucus.mail.message.text.HeaderText;

/**
 * A header as hosts without SMTPUTF8 can take it (RFC 6857): a letter that one member could write
 * so would not come to those whose hosts have none. Words become encoded words; an address that has
 * no such form becomes an empty group of its name (RFC 6857 section 3.1.8), as nobody could answer
 * it. A line longer than any host must take (RFC 5321 section 4.5.3.1.6) is folded. The body stays
 * as it is.
 */
public final class AsciiHeader {
  private static final Set<String> ADDRESSES =
      Set.of("from", "sender", "reply-to", "to", "cc", "resent-from", "resent-to", "resent-cc");

  /** Fields in which a group may not stand (RFC 5322 section 3.6.2), or helps nobody. */
  private static final Set<String> NO_GROUPS = Set.of("sender", "reply-to", "resent-from");

  private static final Set<String> IDS =
      Set.of("message-id", "in-reply-to", "references", "resent-message-id");

  /** What a host or a program wrote for programs: encoded words would mean nothing there. */
  private static final Set<String> TRACES =
      Set.of("received", "authentication-results", "mime-version", "content-transfer-encoding");

  private static final Set<String> NAMING = Set.of("content-type", "content-disposition");

  /** Seals over fields that are no longer what they were. */
  private static final Set<String> SEALS =
      Set.of("dkim-signature", "arc-seal", "arc-message-signature", "arc-authentication-results");

  private static final Pattern NAME =
      Pattern.compile("((?:file)?name\\s{0,9}=\\s{0,9})\"?([^\";]{1,1000})\"?");

  private AsciiHeader() {}

  /** The letter, or part of one, with such a header; the same if it has one. */
  public static RawLetter of(RawLetter letter) {
    return letter.inAscii(AsciiHeader::field);
  }

  private static Optional<Header> field(String name, String value) {
    String key = name.toLowerCase(Locale.ROOT);
    if (value.chars().allMatch(c -> c < 0x80) && !key.equals("subject")) {
      try {
        return Optional.of(Header.structured(name, HeaderText.clean(value))); // it was too long
      } catch (IllegalArgumentException e) {
        return SEALS.contains(key) ? Optional.empty() : rewritten(name, key, value);
      }
    }
    return rewritten(name, key, value);
  }

  private static Optional<Header> rewritten(String name, String key, String value) {
    if (SEALS.contains(key)) {
      return Optional.empty();
    }
    try {
      if (ADDRESSES.contains(key)) {
        return addresses(name, value, !NO_GROUPS.contains(key));
      }
      if (IDS.contains(key)) {
        List<String> ids = HeaderFields.ids(List.of(value));
        return ids.isEmpty() ? Optional.empty() : Optional.of(Header.ids(name, ids));
      }
      if (TRACES.contains(key)) {
        return Optional.of(Header.structured(name, bare(value)));
      }
      return Optional.of(
          NAMING.contains(key)
              ? Header.structured(name, bare(named(value)))
              : Header.text(name, HeaderFields.subject(value)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a word that fits on no line: nobody would take the letter
    }
  }

  private static Optional<Header> addresses(String name, String value, boolean groups) {
    List<String> written = new ArrayList<>();
    for (NamedAddress one : NamedAddress.parseList(value)) {
      if (!one.address().needsSmtpUtf8()) {
        written.add(one.toHeaderText());
      } else if (groups) {
        String shown = one.name().isBlank() ? one.address().toString() : one.name();
        written.add(encoded(shown) + ":;");
      }
    }
    return written.isEmpty()
        ? Optional.empty()
        : Optional.of(Header.structured(name, String.join(", ", written)));
  }

  /** The names of files in a field's parameters as encoded words, which all programs read there. */
  private static String named(String value) {
    Matcher names = NAME.matcher(value);
    return names.replaceAll(
        n -> Matcher.quoteReplacement(n.group(1) + '"' + encoded(n.group(2)) + '"'));
  }

  private static String encoded(String words) {
    String field = new String(Header.text("X", words).toBytes(), US_ASCII);
    return field.substring(2).replace("\r\n", "").strip();
  }

  private static String bare(String value) {
    return HeaderText.clean(value).replaceAll("[^\\x20-\\x7e]", "?");
  }
}
