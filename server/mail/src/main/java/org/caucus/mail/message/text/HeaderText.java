package org.caucus.mail.message.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.jspecify.annotations.Nullable;

/** Bytes to text for mail as it is, not as it declares itself. */
public final class HeaderText {
  /** Characters of one value that are decoded. */
  public static final int MAX_DECODED_CHARS = 4_000;

  private static final Pattern WORD =
      Pattern.compile("=\\?([^?*]{1,80}+)(?:\\*[^?]{0,80}+)?\\?[bBqQ]\\?[^?]{1,2000}+\\?=");

  /** Every name by which this machine knows a charset, in lower case. */
  private static final Set<String> CHARSETS =
      Charset.availableCharsets().values().stream()
          .flatMap(c -> Stream.concat(Stream.of(c.name()), c.aliases().stream()))
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /**
   * Labels that senders put on anything: UTF-8 inside them is recognised before they are believed.
   */
  private static final Set<String> OFTEN_WRONG =
      Set.of("us-ascii", "iso-8859-1", "windows-1252", "utf-8");

  private HeaderText() {}

  /**
   * Text of unlabelled bytes: UTF-8 when it is valid, else the Western code page, which accepts
   * everything.
   */
  public static String of(byte[] bytes) {
    return of(bytes, null);
  }

  /** Text of bytes with a declared charset, which may be unknown or untrue. */
  public static String of(byte[] bytes, @Nullable String declared) {
    Charset charset = declared == null ? null : charset(declared);
    if (charset == null || OFTEN_WRONG.contains(charset.name().toLowerCase(Locale.ROOT))) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        return new String(bytes, WINDOWS_1252);
      }
    }
    return new String(bytes, charset);
  }

  /**
   * Decodes RFC 2047 words; leaves what is not one. Of a value longer than {@value
   * #MAX_DECODED_CHARS} characters the rest is left out: reading takes time as its square.
   */
  public static String decode(String value) {
    String bounded = value.substring(0, Math.min(value.length(), MAX_DECODED_CHARS));
    try {
      return DecoderUtil.decodeEncodedWords(defused(bounded), DecodeMonitor.SILENT, WINDOWS_1252);
    } catch (RuntimeException e) {
      // An encoded word may name any charset; the undecoded text is still the best there is to
      // show.
      return bounded;
    }
  }

  /**
   * The same with a blank in each mark that begins an encoded word and none follows, or one in a
   * charset that nobody knows: the library asks every provider of charsets for each, which takes it
   * a tenth of a millisecond, and there can be a million.
   */
  public static String defused(String value) {
    int mark = value.indexOf("=?");
    if (mark < 0) {
      return value;
    }
    Matcher word = WORD.matcher(value);
    StringBuilder out = new StringBuilder(value.length() + 16);
    int from = 0;
    while (mark >= 0) {
      boolean whole =
          word.region(mark, value.length()).lookingAt()
              && CHARSETS.contains(word.group(1).toLowerCase(Locale.ROOT));
      int to = whole ? word.end() : mark + 1;
      out.append(value, from, to).append(whole ? "" : " ");
      from = to;
      mark = value.indexOf("=?", to);
    }
    return out.append(value, from, value.length()).toString();
  }

  /**
   * One line without control characters or outer blanks, and without marks that turn the direction
   * of what stands after them (Unicode Annex 9): a subject must not reorder the line it is shown
   * in.
   */
  public static String clean(String value) {
    StringBuilder line = new StringBuilder(value.length());
    value
        .codePoints()
        .filter(c -> !turns(c))
        .map(c -> isBreak(c) ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }

  private static boolean turns(int c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }

  private static boolean isBreak(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }

  private static @Nullable Charset charset(String name) {
    try {
      return Charset.forName(name.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}
