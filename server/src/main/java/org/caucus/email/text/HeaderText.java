package org.caucus.email.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.jspecify.annotations.Nullable;

/** Bytes to text for mail as it is, not as it declares itself. */
public final class HeaderText {
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

  /** Decodes RFC 2047 words; leaves what is none. */
  public static String decode(String value) {
    try {
      return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT, WINDOWS_1252);
    } catch (RuntimeException e) {
      // An encoded word may name any charset; the undecoded text is still the best there is to
      // show.
      return value;
    }
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
