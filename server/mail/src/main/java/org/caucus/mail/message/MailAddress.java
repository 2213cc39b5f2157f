package org.caucus.mail.message;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.caucus.mail.message.text.DomainName;

/**
 * One mailbox address, RFC 5321 section 4.1.2 with RFC 6531 (non-ASCII) allowed.
 *
 * <p>Equality is exact. Whether two spellings mean the same mailbox is {@link #sameAs}.
 *
 * @param localPart the part before the {@code @}, without quotes and escapes
 * @param domain a host name or an address literal in brackets, as it was spelled
 */
public record MailAddress(String localPart, String domain) {
  /**
   * The longest address taken, in UTF-8 octets; RFC 5321 asks for 256, return paths in the wild run
   * longer.
   */
  public static final int MAX_ADDRESS_OCTETS = 512;

  private static final Pattern DOT_ATOM =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-\\x{80}-\\x{10FFFF}]+"
              + "(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-\\x{80}-\\x{10FFFF}]+)*");
  private static final Pattern LITERAL = Pattern.compile("\\[[A-Za-z0-9:.\\-]+]");
  private static final Pattern HOST =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}_](?:[\\p{L}\\p{N}\\p{M}_.\\-]*[\\p{L}\\p{N}\\p{M}_])?");

  /**
   * Checks both parts.
   *
   * @throws IllegalArgumentException when a part is empty, too long, or holds a control character,
   *     or DNS has no form of the domain
   */
  public MailAddress {
    if (localPart.isEmpty() || hasControl(localPart)) {
      throw new IllegalArgumentException(
          "an address needs a local part without control characters");
    }
    if (!isHost(domain) && !LITERAL.matcher(domain).matches()) {
      throw new IllegalArgumentException(
          "an address needs a host name or an address literal after the @");
    }
    if (!isAscii(domain) && DomainName.ascii(domain).isEmpty()) {
      throw new IllegalArgumentException("this host name has no form that DNS knows");
    }
    if (octets(localPart) + octets(domain) + 1 > MAX_ADDRESS_OCTETS) {
      throw new IllegalArgumentException(
          "an address may have at most " + MAX_ADDRESS_OCTETS + " octets");
    }
  }

  /**
   * Reads {@code local@domain} or {@code "quoted local"@domain}, without display name or angle
   * brackets.
   *
   * @throws IllegalArgumentException when the text is no such address
   */
  public static MailAddress of(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1) {
      throw new IllegalArgumentException("an address has the form local@domain");
    }
    return new MailAddress(unquoted(text.substring(0, at)), text.substring(at + 1));
  }

  /** Like {@link #of}, with nothing instead of an exception. */
  public static Optional<MailAddress> parse(String text) {
    try {
      return Optional.of(of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * One spelling for one mailbox: domain in ASCII form and lower case, local part in lower case.
   * RFC 5321 lets a host tell {@code Ada} from {@code ada}; no host that people use does, and
   * people mix the two. Letters with marks are one letter (NFC, RFC 6532 section 3.1): some
   * machines write two.
   */
  public String comparisonForm() {
    String local = localPart.toLowerCase(Locale.ROOT);
    String composed = isAscii(local) ? local : Normalizer.normalize(local, Normalizer.Form.NFC);
    return composed + "@" + asciiDomain().toLowerCase(Locale.ROOT);
  }

  /** Whether both name the same mailbox. */
  public boolean sameAs(MailAddress other) {
    return comparisonForm().equals(other.comparisonForm());
  }

  /**
   * The address without its subaddress (RFC 5233): {@code news+ada@x.example} to {@code
   * news@x.example}.
   */
  public MailAddress base(String separator) {
    int cut = localPart.indexOf(separator);
    return cut < 1 ? this : new MailAddress(localPart.substring(0, cut), domain);
  }

  /** The subaddress, {@code ada} in {@code news+ada@x.example}; empty when there is none. */
  public Optional<String> detail(String separator) {
    int cut = localPart.indexOf(separator);
    return cut < 1 ? Optional.empty() : Optional.of(localPart.substring(cut + separator.length()));
  }

  /** Whether a peer without SMTPUTF8 (RFC 6531) cannot be told this address. */
  public boolean needsSmtpUtf8() {
    return !isAscii(localPart);
  }

  /** The domain as DNS knows it (RFC 5891). */
  public String asciiDomain() {
    // there is one: asked when this was made
    return isAscii(domain) ? domain : DomainName.ascii(domain).orElseThrow();
  }

  /**
   * The address as SMTP and header fields write it, with quotes where the local part needs them.
   */
  @Override
  public String toString() {
    return wireLocalPart() + "@" + domain;
  }

  /**
   * As {@link #toString}, with the domain in ASCII: all ASCII, unless it {@link #needsSmtpUtf8}.
   */
  public String toAsciiString() {
    return wireLocalPart() + "@" + asciiDomain();
  }

  private String wireLocalPart() {
    if (isPlain(localPart, ".-_+=") || DOT_ATOM.matcher(localPart).matches()) {
      return localPart;
    }
    return '"' + localPart.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String unquoted(String local) {
    if (local.length() < 2 || !local.startsWith("\"") || !local.endsWith("\"")) {
      if (local.indexOf('"') >= 0 || local.chars().anyMatch(c -> " <>(),:;\\@[]".indexOf(c) >= 0)) {
        throw new IllegalArgumentException("this local part needs quotes");
      }
      return local;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 1; i < local.length() - 1; i++) {
      char c = local.charAt(i);
      if (c == '"' || (c == '\\' && ++i == local.length() - 1)) {
        throw new IllegalArgumentException("a quote inside a quoted local part needs a backslash");
      }
      plain.append(local.charAt(i));
    }
    return plain.toString();
  }

  private static boolean isHost(String domain) {
    return (isPlain(domain, ".-") || HOST.matcher(domain).matches()) && !domain.contains("..");
  }

  /**
   * Most local parts and domains are letters and digits with signs between them; those are known
   * without asking a pattern, twice for every letter.
   */
  private static boolean isPlain(String text, String signs) {
    boolean sign = true; // as if one stood before the first
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && (sign || signs.indexOf(c) < 0)) {
        return false;
      }
      sign = !letter;
    }
    return !sign;
  }

  /** Also what turns the direction of the line that an address is shown in. */
  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean turns = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
      boolean unread = c == '\ufffd'; // what octets that are no UTF-8 are read as
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || turns || unread) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
