package org.caucus.messaging.distribution.rendering;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.mail.message.LetterFullText;
import org.caucus.mail.message.RawLetter;

/**
 * The footer of a list, below letters that are plain text, or as a part of its own at the end of
 * multipart/mixed. What a letter had stays the same octets. A letter that is signed or encrypted in
 * any way stays as it is: a signature that covers the body (RFC 6376) would break, one that covers
 * only its beginning ({@code l=}) would seem to cover the footer too, and nothing belongs inside or
 * around what somebody signed (RFC 1847).
 */
public final class Footer {
  private static final List<String> SIGNED =
      List.of("DKIM-Signature", "DomainKey-Signature", "ARC-Message-Signature");

  private static final String PGP = "-----begin pgp";

  /** What of a body shows that somebody signed or encrypted in it, in lower case. */
  private static final List<String> SEALED =
      List.of(
          "multipart/signed",
          "multipart/encrypted",
          "application/pkcs7",
          "application/x-pkcs7",
          "application/pgp",
          "smime.p7",
          PGP);

  /** Charsets in which ASCII is ASCII. */
  private static final Pattern CHARSETS =
      Pattern.compile("utf-8|us-ascii|iso-8859-[0-9]{1,2}|windows-125[0-9]|koi8-[ru]");

  private static final Set<String> ENCODINGS = Set.of("", "7bit", "8bit", "quoted-printable");
  private static final String CRLF = "\r\n";

  /**
   * Characters of an encoded line (RFC 2045 section 6.7), less one for the mark that it goes on.
   */
  private static final int ENCODED_CHARS = 75;

  private Footer() {}

  /**
   * The letter with the footer, or as it is where none belongs.
   *
   * @param footer lines of text; empty for none
   * @param resigned whether a signature of its author's domain does not hold any more anyway,
   *     because another stands in From
   */
  public static RawLetter on(RawLetter letter, String footer, boolean resigned) {
    boolean signed = !resigned && SIGNED.stream().anyMatch(f -> letter.value(f).isPresent());
    if (footer.isBlank() || signed || isSealed(letter) || isFile(letter)) {
      return letter;
    }
    String type = letter.value("Content-Type").orElse("text/plain").strip();
    String kind = type.split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT);
    return switch (kind) {
      case "text/plain" -> below(letter, type, footer).orElse(letter);
      case "multipart/mixed" -> beside(letter, type, footer).orElse(letter);
      default -> letter;
    };
  }

  /**
   * The words of a post written here, with the footer; what somebody signed in it stays as it is.
   */
  public static String on(String text, String footer) {
    return footer.isBlank() || isSealed(text) ? text : text.stripTrailing() + "\n\n-- \n" + footer;
  }

  private static boolean isSealed(RawLetter letter) {
    String all =
        (letter.value("Content-Type").orElse("")
                + "\n"
                + new String(letter.body(), StandardCharsets.ISO_8859_1))
            .toLowerCase(Locale.ROOT);
    return SEALED.stream().anyMatch(all::contains)
        || LetterFullText.of(letter).stream().anyMatch(Footer::isSealed);
  }

  /** Whether somebody signed or encrypted in these words. */
  private static boolean isSealed(String words) {
    return words.toLowerCase(Locale.ROOT).contains(PGP);
  }

  private static boolean isFile(RawLetter letter) {
    String placing = letter.value("Content-Disposition").orElse("").strip();
    return placing.toLowerCase(Locale.ROOT).startsWith("attachment");
  }

  private static Optional<RawLetter> below(RawLetter letter, String type, String footer) {
    String encoding =
        letter.value("Content-Transfer-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    String named = parameter(type, "charset").orElse("us-ascii").toLowerCase(Locale.ROOT);
    boolean readable = CHARSETS.matcher(named).matches() && Charset.isSupported(named);
    if (!ENCODINGS.contains(encoding) || !readable) {
      return Optional.empty(); // of those named like this Java has not all, such as iso-8859-14
    }
    Charset charset = Charset.forName(named);
    boolean flowed = parameter(type, "format").filter("flowed"::equalsIgnoreCase).isPresent();
    String lines = lines("-- \n" + footer, flowed);
    byte[] bytes = lines.getBytes(charset);
    boolean fits = charset.newEncoder().canEncode(lines);
    boolean quoted = encoding.equals("quoted-printable");
    boolean eight = encoding.equals("8bit") || quoted;
    if (!fits || (!eight && !isAscii(lines))) {
      return Optional.empty();
    }
    byte[] body = letter.body();
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + bytes.length + 8);
    out.writeBytes(body);
    out.writeBytes(ascii(endsLine(body) ? CRLF : CRLF + CRLF));
    out.writeBytes(quoted ? ascii(quoted(bytes)) : bytes);
    return Optional.of(with(letter, out.toByteArray()));
  }

  private static Optional<RawLetter> beside(RawLetter letter, String type, String footer) {
    byte[] body = letter.body();
    Optional<String> boundary = parameter(type, "boundary").filter(b -> !b.isBlank());
    int end = boundary.map(b -> closing(body, b)).orElse(-1);
    if (end < 0) {
      return Optional.empty();
    }
    String lines = lines(footer, false);
    String delimiter = "--" + boundary.get();
    String part =
        delimiter
            + CRLF
            + "Content-Type: text/plain; charset=utf-8"
            + CRLF
            + "Content-Transfer-Encoding: quoted-printable"
            + CRLF
            + "Content-Disposition: inline"
            + CRLF
            + CRLF
            + quoted(lines.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + part.length());
    out.write(body, 0, end);
    out.writeBytes(ascii(part));
    out.write(body, end, body.length - end);
    return Optional.of(with(letter, out.toByteArray()));
  }

  /** Where the line begins that closes the multipart; -1 if there is none. */
  private static int closing(byte[] body, String boundary) {
    byte[] mark = ascii("--" + boundary + "--");
    for (int at = 0; at <= body.length - mark.length; at++) {
      boolean lineStart = at == 0 || body[at - 1] == '\n';
      if (lineStart && Arrays.equals(body, at, at + mark.length, mark, 0, mark.length)) {
        return at > 0 ? at : -1;
      }
    }
    return -1;
  }

  /** A parameter of a field's value (RFC 2045 section 5.1), without RFC 2231 forms. */
  private static Optional<String> parameter(String value, String name) {
    Matcher found =
        Pattern.compile(
                ";\\s*" + name + "\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))",
                Pattern.CASE_INSENSITIVE)
            .matcher(value);
    return found.find()
        ? Optional.of(found.group(1) == null ? found.group(2) : found.group(1))
        : Optional.empty();
  }

  /** RFC 3676 section 4.4: in flowed text some lines need a space before them. */
  private static String lines(String text, boolean flowed) {
    StringBuilder lines = new StringBuilder();
    text.lines()
        .map(l -> flowed && (l.startsWith(">") || l.startsWith("From ")) ? " " + l : l)
        .forEach(l -> lines.append(l).append(CRLF));
    return lines.toString();
  }

  private static String quoted(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (int i = 0; i < bytes.length; i++) {
      int octet = bytes[i] & 0xff;
      if (octet == '\r' || octet == '\n') {
        out.append((char) octet);
        column = 0;
        continue;
      }
      boolean last = i + 1 == bytes.length || bytes[i + 1] == '\r';
      boolean plain = octet > ' ' && octet < 0x7f && octet != '=';
      String one =
          plain || (octet == ' ' && !last)
              ? String.valueOf((char) octet)
              : "=%02X".formatted(octet);
      if (column + one.length() > ENCODED_CHARS) {
        out.append("=" + CRLF);
        column = 0;
      }
      out.append(one);
      column += one.length();
    }
    return out.toString();
  }

  private static RawLetter with(RawLetter letter, byte[] body) {
    byte[] whole = letter.toBytes();
    byte[] changed = Arrays.copyOf(whole, letter.bodyOffset() + body.length);
    System.arraycopy(body, 0, changed, letter.bodyOffset(), body.length);
    return RawLetter.of(changed);
  }

  private static boolean endsLine(byte[] body) {
    return body.length == 0 || body[body.length - 1] == '\n';
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
