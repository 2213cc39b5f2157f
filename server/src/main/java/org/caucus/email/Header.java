package org.caucus.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
  private static final Pattern NAME = Pattern.compile("[!-9;-~]{1," + MAX_NAME_CHARS + "}");
  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
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
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a header name is 1 to 70 printable ASCII characters without colon");
    }
    if (value.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
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
    ByteArrayOutputStream out = new ByteArrayOutputStream(words.length() + 64);
    out.writeBytes((name + ":").getBytes(StandardCharsets.US_ASCII));
    int column = name.length() + 1;
    boolean first = true;
    for (String word : BLANKS.split(words, -1)) {
      byte[] octets = word.getBytes(StandardCharsets.UTF_8);
      boolean fold =
          first ? column + 1 + octets.length > MAX_LINE_OCTETS : overflows(column, octets.length);
      out.writeBytes((fold ? "\r\n " : " ").getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(octets);
      column = (fold ? 1 : column + 1) + octets.length;
      first = false;
    }
    out.writeBytes(new byte[] {'\r', '\n'});
    return out.toByteArray();
  }

  private static boolean overflows(int column, int octets) {
    return column + 1 + octets > PREFERRED_LINE_OCTETS;
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
    for (String token : BLANKS.split(value, -1)) {
      longest = Math.max(longest, token.getBytes(StandardCharsets.UTF_8).length);
    }
    return longest;
  }
}
