package org.caucus.mail.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a body says by itself that it is to be read: by its first line, where that is a boundary, or
 * as the text that it is. Many signatures leave out Content-Type, so anybody who has a letter can
 * have its octets read in another way; where the body itself leaves only one, nothing is lost.
 */
public final class BodySniffer {
  static final String TYPE = "Content-Type";
  static final String CODING = "Content-Transfer-Encoding";
  static final String PLACE = "Content-Disposition";

  private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{1,70}");

  /** What programs put above the first part, for readers that know no parts. */
  private static final Pattern FOREWORD =
      Pattern.compile("This is an? [\\w /-]{1,40}+(?: \\([\\w ]{1,40}\\))?\\.?");

  private static final Pattern PLAIN = Pattern.compile("(?i)7bit|8bit|binary");

  /** Charsets in which ASCII reads as ASCII. */
  private static final Pattern CHARSET =
      Pattern.compile(
          "(?i)us-ascii|ascii|utf-?8|iso-?8859-\\d{1,2}|windows-125\\d|koi8-[ru]|latin1");

  /** More of a body is not looked at for how it begins. */
  private static final int BEGINNING_OCTETS = 1_000;

  private final RawLetter letter;
  private final Set<String> unsure;

  private BodySniffer(RawLetter letter, Set<String> unsure) {
    this.letter = letter;
    this.unsure = unsure;
  }

  /**
   * Whether a letter says the same if nobody is believed about these fields of it.
   *
   * @param unsure of Content-Type, Content-Transfer-Encoding and Content-Disposition, in lower case
   */
  public static boolean saysTheSame(RawLetter letter, ParsedLetter read, Set<String> unsure) {
    return unsure.isEmpty()
        || letter.readsSame(unsure, whole -> new BodySniffer(whole, unsure).saysSame(read));
  }

  private boolean saysSame(ParsedLetter read) {
    String own = own();
    boolean isOpen = unsure.contains(TYPE.toLowerCase(Locale.ROOT));
    if ((isOpen && !isDeclared(own)) || (isParted() && isCoded())) {
      return false;
    }
    ParsedLetter same = ParsedLetter.of(formed(isOpen ? own : null));
    return same.text().equals(read.text())
        && same.attachments().equals(read.attachments())
        && same.damaged() == read.damaged();
  }

  private boolean isParted() {
    return letter.value(TYPE).orElse("").strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /** Parts are coded, not what they are parts of (RFC 2045 section 6.4). */
  private boolean isCoded() {
    return unsure.contains(CODING.toLowerCase(Locale.ROOT))
        && letter.value(CODING).filter(c -> !PLAIN.matcher(c.strip()).matches()).isPresent();
  }

  /** The letter as its body says; with its own type, where that is sure. */
  private RawLetter formed(@Nullable String type) {
    RawLetter formed =
        letter.without(
            List.of(TYPE, CODING, PLACE).stream()
                .filter(field -> unsure.contains(field.toLowerCase(Locale.ROOT)))
                .toArray(String[]::new));
    if (type != null) {
      formed = formed.prepend(Header.structured(TYPE, type));
    }
    boolean coded =
        unsure.contains(CODING.toLowerCase(Locale.ROOT))
            && opening().isEmpty()
            && Base64Body.isOne(letter.body());
    return coded ? formed.prepend(Header.structured(CODING, "base64")) : formed;
  }

  /** The type that the body is of. */
  private String own() {
    String boundary = opening();
    if (boundary.isEmpty()) {
      String begins = beginning().stripLeading().toLowerCase(Locale.ROOT);
      boolean markup = begins.startsWith("<!doctype html") || begins.startsWith("<html");
      return (markup ? "text/html" : "text/plain") + "; charset=utf-8";
    }
    String parted = "; boundary=\"" + boundary + "\"";
    MimePart mixed =
        LetterParser.walked(
            letter
                .without(TYPE, CODING, PLACE)
                .prepend(Header.structured(TYPE, "multipart/mixed" + parted)),
            part -> false,
            0);
    return (mixed.isOfOneMeaning() ? "multipart/alternative" : "multipart/mixed") + parted;
  }

  /** Whether what the letter says of itself is that type, or a kind of it that reads the same. */
  private boolean isDeclared(String own) {
    return DeclaredType.of(letter).filter(said -> isOf(own, said)).isPresent();
  }

  private boolean isOf(String own, DeclaredType said) {
    if (own.startsWith("multipart/")) {
      return said.type().startsWith("multipart/") && said.parameter("boundary").equals(opening());
    }
    String charset = said.parameter("charset");
    return own.startsWith(said.type() + ";")
        && (charset.isEmpty() || CHARSET.matcher(charset).matches());
  }

  /** The boundary that the first line of the body is; empty if it is not one. */
  private String opening() {
    List<String> lines =
        beginning().lines().map(String::stripTrailing).filter(line -> !line.isEmpty()).toList();
    boolean told = !lines.isEmpty() && FOREWORD.matcher(lines.getFirst()).matches();
    String first = lines.stream().skip(told ? 1 : 0).findFirst().orElse("");
    return first.startsWith("--") && BOUNDARY.matcher(first.substring(2)).matches()
        ? first.substring(2)
        : "";
  }

  private String beginning() {
    byte[] body = letter.body();
    return new String(body, 0, Math.min(body.length, BEGINNING_OCTETS), ISO_8859_1);
  }
}
