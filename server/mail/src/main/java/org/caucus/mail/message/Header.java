package org.caucus.mail.message;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One header field to be written. There is no other way in Caucus to write one, and a value with
 * CR, LF or NUL cannot be made: that is what keeps a subject line from becoming a Bcc.
 *
 * @param name field name, RFC 5322 section 2.2
 * @param value one line; for {@link Form#TEXT} the words themselves, for {@link Form#STRUCTURED}
 *     the field's own syntax
 * @param form whether non-ASCII may become encoded words
 */
public record Header(String name, String value, Form form) {
  /** Longest line aimed at, in octets without CRLF (RFC 2047 section 2). */
  public static final int PREFERRED_LINE_OCTETS = 76;

  /** Longest line ever written, in octets without CRLF (RFC 5322 section 2.1.1). */
  public static final int MAX_LINE_OCTETS = 998;

  /** Longest value accepted, in characters. */
  public static final int MAX_VALUE_CHARS = 64 * 1024;

  private static final int MAX_NAME_CHARS = 70;
  private static final int WORD_OCTETS = 39;
  private static final DateTimeFormatter RFC_5322_DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

  /** How a value may be written. */
  public enum Form {
    /**
     * Unstructured words: Subject, Comments. Written as RFC 2047 words where ASCII does not
     * suffice.
     */
    TEXT,
    /**
     * The field's own syntax: addresses, identifiers, URLs. Folded at blanks, otherwise written as
     * it is.
     */
    STRUCTURED
  }

  /**
   * Checks name and value.
   *
   * @throws IllegalArgumentException for a line break or other control character, a bad name, or a
   *     value too long
   */
  public Header {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a header name is 1 to 70 printable ASCII characters without colon");
    }
    if (hasControl(value)) {
      throw new IllegalArgumentException("header " + name + " would hold a control character");
    }
    if (value.length() > MAX_VALUE_CHARS) {
      throw new IllegalArgumentException(
          "header " + name + " is longer than " + MAX_VALUE_CHARS + " characters");
    }
    if (form == Form.STRUCTURED && longestToken(value) > MAX_LINE_OCTETS - 1) {
      throw new IllegalArgumentException("header " + name + " has a word that fits on no line");
    }
  }

  /** A field of free text. */
  public static Header text(String name, String value) {
    return new Header(name, value, Form.TEXT);
  }

  /** A field with its own syntax. */
  public static Header structured(String name, String value) {
    return new Header(name, value, Form.STRUCTURED);
  }

  /** A field of addresses, such as To. */
  public static Header addresses(String name, List<NamedAddress> addresses) {
    return structured(
        name, addresses.stream().map(NamedAddress::toHeaderText).collect(Collectors.joining(", ")));
  }

  /**
   * A field of message identifiers, such as References; the identifiers come without angle
   * brackets.
   */
  public static Header ids(String name, List<String> ids) {
    return structured(
        name, ids.stream().map(id -> "<" + id + ">").collect(Collectors.joining(" ")));
  }

  /** A field with a date, in UTC. */
  public static Header date(String name, Instant date) {
    return structured(name, RFC_5322_DATE.format(date.atOffset(ZoneOffset.UTC)));
  }

  /** The field as it goes on the wire, folded, with its CRLF. */
  public byte[] toBytes() {
    boolean encode = form == Form.TEXT && needsWords();
    String words = encode ? encodedWords() : value.strip();
    StringBuilder out = new StringBuilder(name.length() + words.length() + 64);
    out.append(name).append(':');
    int column = name.length() + 1;
    int from = 0;
    while (from <= words.length()) {
      int to = wordEnd(words, from);
      int octets = octets(words, from, to);
      int most = from == 0 ? MAX_LINE_OCTETS : PREFERRED_LINE_OCTETS;
      boolean fold = column + 1 + octets > most;
      out.append(fold ? "\r\n " : " ").append(words, from, to);
      column = (fold ? 1 : column + 1) + octets;
      from = nextWord(words, to);
    }
    return out.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isName(String name) {
    boolean right = !name.isEmpty() && name.length() <= MAX_NAME_CHARS;
    for (int i = 0; i < name.length() && right; i++) {
      char c = name.charAt(i);
      right = c > ' ' && c <= '~' && c != ':';
    }
    return right;
  }

  private static boolean hasControl(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c) && c != '\t') {
        return true;
      }
    }
    return false;
  }

  /** Where the word that begins there ends. */
  private static int wordEnd(String words, int from) {
    int end = from;
    while (end < words.length() && !isBlank(words.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Where the one after that begins; past the end if there is none. */
  private static int nextWord(String words, int end) {
    int next = end;
    while (next < words.length() && isBlank(words.charAt(next))) {
      next++;
    }
    return next == end ? words.length() + 1 : next;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** As UTF-8; half of a pair that stands alone is written as one question mark. */
  private static int octets(String text, int from, int to) {
    int octets = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < to
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        octets += 4;
      } else {
        octets += c < 0x80 || Character.isSurrogate(c) ? 1 : c < 0x800 ? 2 : 3;
      }
    }
    return octets;
  }

  /**
   * Plain text stays plain unless a reader would take it for an encoded word, or collapse blanks
   * that matter.
   */
  private boolean needsWords() {
    return value.chars().anyMatch(c -> c >= 0x80)
        || value.contains("=?")
        || value.indexOf('\t') >= 0
        || value.contains("  ")
        || !value.equals(value.strip())
        || longestToken(value) > MAX_LINE_OCTETS - MAX_NAME_CHARS - 2;
  }

  /** RFC 2047 base64 words of whole characters, each at most 75 characters long. */
  private String encodedWords() {
    StringBuilder words = new StringBuilder();
    StringBuilder chunk = new StringBuilder();
    int size = 0;
    for (int c : value.codePoints().toArray()) {
      String letter = Character.toString(c);
      int octets = letter.getBytes(StandardCharsets.UTF_8).length;
      if (size + octets > WORD_OCTETS) {
        append(words, chunk);
        size = 0;
      }
      chunk.append(letter);
      size += octets;
    }
    append(words, chunk);
    return words.toString();
  }

  private static void append(StringBuilder words, StringBuilder chunk) {
    if (!chunk.isEmpty()) {
      byte[] octets = chunk.toString().getBytes(StandardCharsets.UTF_8);
      words.append(words.isEmpty() ? "" : " ").append("=?UTF-8?B?");
      words.append(Base64.getEncoder().encodeToString(octets)).append("?=");
      chunk.setLength(0);
    }
  }

  private static int longestToken(String value) {
    int longest = 0;
    int from = 0;
    while (from <= value.length()) {
      int to = wordEnd(value, from);
      longest = Math.max(longest, octets(value, from, to));
      from = nextWord(value, to);
    }
    return longest;
  }
}
