package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.ContentType;
import org.caucus.mail.message.mime.PartChange;
import org.caucus.mail.message.mime.TransferEncoding;

/**
 * Cuts out of a letter what lets its author in or out here: return paths, ways to stop mail, to
 * answer and to take back, as they stand in the copies that everybody gets. Anyone who passes on a
 * copy of their own, as a file, in a quote or within a letter, would give them to all its readers,
 * and a report about one of them would end its author's mail. In each stands a word that opens
 * nothing. A part without one stays the same octets; what is signed or encrypted is not looked
 * into, and of a file that is not words nothing is changed: {@link OpaqueFile}.
 *
 * <p>A member's address ({@code m.}) is not one of them: it opens to proven members alone, and
 * stands in each From line that mail programs repeat above a quote.
 */
public final class TicketRedaction extends PartChange {
  /** What stands there instead; no ticket has such a character. */
  static final String CUT = "removed-0";

  private static final String TICKET = "[a-z2-7]{26}";

  /** Files that programs open as text or as a letter, whatever they were declared to be. */
  private static final List<String> TEXTS =
      List.of(
          ".eml",
          ".msg",
          ".oft",
          "winmail.dat",
          ".mbox",
          ".txt",
          ".htm",
          ".html",
          ".csv",
          ".tsv",
          ".ics",
          ".vcf",
          ".md",
          ".log",
          ".json",
          ".srt",
          ".vtt",
          ".rtf");

  private static final Set<String> WIDE = Set.of("utf-16", "utf-16le", "utf-16be");

  /** Characters in a row that each has at least: so many has the shortest key of a feed. */
  private static final int SHORTEST = 20;

  /** Types of mail in Outlook's forms. */
  private static final Set<String> OUTLOOK =
      Set.of("application/vnd.ms-outlook", "application/x-msg", "application/ms-tnef");

  /** Letters as files in letters as files. */
  private static final int MAX_NESTED = 5;

  private final Pattern found;
  private final String domain;
  private final int nested;

  /** Those of an installation with this mail domain. */
  public TicketRedaction(String domain) {
    this.domain = domain.toLowerCase(Locale.ROOT);
    this.nested = 0;
    found =
        Pattern.compile(
            "(?i)(?=[+%&/])(?:((?:\\+|%2B|&#43;|&#x2b;|&plus;)(?!m\\.)[a-z]\\.)"
                + TICKET
                + "(?=(?:@|%40|&#64;|&#x40;|&commat;)"
                + Pattern.quote(domain)
                + ")|(/w/[a-z0-9~-]{1,130}/(?:unsubscribe|recall|rejoin)/)"
                + TICKET
                + "|(/join/)[a-z2-7]{26}\\.[a-z2-7]{26}\\.[a-z2-7]{52}"
                + "|(/feeds/cfd_)[a-z0-9_-]{20,60})");
  }

  private TicketRedaction(TicketRedaction outer) {
    this.found = outer.found;
    this.domain = outer.domain;
    this.nested = outer.nested + 1;
  }

  /** The letter without them; the same if it has none. */
  public static RawLetter cut(RawLetter letter, String domain) {
    return new TicketRedaction(domain).of(letter);
  }

  /** Whether there is one in these words. */
  public boolean isIn(String words) {
    return mayHaveOne(words) && found.matcher(words).find();
  }

  /**
   * Whether so many characters of tickets stand in a row. Looked at from their end, most texts have
   * one in twenty of their characters read; the pattern takes forty times as long.
   */
  private static boolean mayHaveOne(String words) {
    int from = 0;
    while (from + SHORTEST <= words.length()) {
      int at = from + SHORTEST - 1;
      while (at >= from && isOfTicket(words.charAt(at))) {
        at--;
      }
      if (at < from) {
        return true;
      }
      from = at + 1;
    }
    return false;
  }

  private static boolean isOfTicket(char c) {
    char small = (char) (c | 0x20);
    return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }

  @Override
  protected boolean enters(RawLetter part, ContentType type) {
    return !SignedOrEncrypted.is(type);
  }

  @Override
  protected RawLetter fields(RawLetter part, boolean letter, int depth) {
    if (depth == 0) {
      return part; // its own fields are made anew for each reader
    }
    String head = new String(part.head(), ISO_8859_1);
    String cut = without(head);
    return cut.equals(head) ? part : RawLetter.of(joined(cut.getBytes(ISO_8859_1), part.body()));
  }

  private static byte[] joined(byte[] head, byte[] body) {
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  /** Nobody can tell its parts, so that all of it is looked through. */
  @Override
  protected RawLetter closed(RawLetter part) {
    byte[] octets = part.body();
    if (OpaqueFile.is(octets)) {
      return hasTicket(octets) ? OpaqueFile.leftOut(part) : part;
    }
    byte[] left = aside(octets);
    return left == octets ? part : part.withBody(left);
  }

  private boolean hasTicket(byte[] octets) {
    return OpaqueFile.hasTicket(octets, this, domain);
  }

  @Override
  protected byte[] aside(byte[] octets) {
    if (OpaqueFile.is(octets)) {
      return hasTicket(octets) ? new byte[0] : octets; // programs show none of it
    }
    String words = new String(octets, ISO_8859_1);
    String cut = without(words);
    return cut.equals(words) ? octets : cut.getBytes(ISO_8859_1);
  }

  @Override
  protected RawLetter leaf(RawLetter part, ContentType type) {
    String encoding = TransferEncoding.of(part);
    if (!isText(part, type) || !TransferEncoding.isKnown(encoding)) {
      return part;
    }
    Charset charset = charset(type);
    boolean bare = TransferEncoding.isIdentity(encoding);
    byte[] octets = bare ? part.body() : TransferEncoding.decoded(part);
    byte[] left =
        isLetter(name(part, type), type.kind())
            ? file(name(part, type), type.kind(), octets)
            : words(octets, charset);
    if (left == octets) {
      return part;
    }
    if (left == OpaqueFile.LEFT_OUT) {
      return OpaqueFile.leftOut(part);
    }
    if (bare) {
      return part.withBody(left);
    }
    return type.kind().startsWith("text/")
        ? TransferEncoding.quoted(part, left)
        : TransferEncoding.base64(part, left);
  }

  /** A file without them, of a letter also its parts; the same octets if it has none. */
  byte[] file(String name, String type, byte[] octets) {
    if (!isText(name, type)) {
      return octets;
    }
    boolean enters = isLetter(name, type) && nested < MAX_NESTED && !OpaqueFile.isOfForm(octets);
    byte[] left = enters ? letter(octets) : octets;
    return words(left, marked(left));
  }

  /** Words without them, the same if they have none; of what is no words, all or a sentence. */
  private byte[] words(byte[] octets, Charset charset) {
    if (charset.equals(ISO_8859_1) && OpaqueFile.is(octets)) {
      return hasTicket(octets) ? OpaqueFile.LEFT_OUT : octets;
    }
    String words = new String(octets, charset);
    String cut = without(words);
    return cut.equals(words) ? octets : cut.getBytes(charset);
  }

  /** Its own fields, too: nobody makes them anew. */
  private byte[] letter(byte[] octets) {
    RawLetter given = RawLetter.of(octets);
    RawLetter cut = new TicketRedaction(this).of(given, 1);
    return cut == given ? octets : cut.toBytes();
  }

  private static boolean isLetter(String name, String type) {
    return type.startsWith("message/") || name.toLowerCase(Locale.ROOT).endsWith(".eml");
  }

  /** Whether programs open it as words. */
  static boolean isText(String name, String type) {
    return type.startsWith("text/")
        || type.startsWith("message/")
        || type.equals("application/ics")
        || OUTLOOK.contains(type)
        || TEXTS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }

  /** By the mark at its beginning; byte for byte if it has none. */
  private static Charset marked(byte[] octets) {
    int first = octets.length < 2 ? 0 : ((octets[0] & 0xff) << 8) | (octets[1] & 0xff);
    return switch (first) {
      case 0xfeff -> UTF_16BE;
      case 0xfffe -> UTF_16LE;
      default -> ISO_8859_1;
    };
  }

  /** The same words with what opens nothing for each. */
  public String without(String words) {
    return mayHaveOne(words)
        ? found.matcher(words).replaceAll(m -> Matcher.quoteReplacement(before(m) + CUT))
        : words;
  }

  /** What stands before the ticket and stays. */
  private static String before(MatchResult ticket) {
    return IntStream.rangeClosed(1, ticket.groupCount())
        .mapToObj(ticket::group)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static boolean isText(RawLetter part, ContentType type) {
    return isText(name(part, type), type.kind());
  }

  /** What a part is called, by both fields that may say so. */
  static String name(RawLetter part, ContentType type) {
    return type.parameter("name").orElse("")
        + part.value("Content-Disposition")
            .map(ContentType::parse)
            .flatMap(d -> d.parameter("filename"))
            .orElse("");
  }

  /** One octet at a time, but for encodings that take two octets for each letter. */
  private static Charset charset(ContentType type) {
    String named = type.parameter("charset").orElse("").strip().toLowerCase(Locale.ROOT);
    try {
      return WIDE.contains(named) ? Charset.forName(named) : ISO_8859_1;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return ISO_8859_1;
    }
  }
}
