package org.caucus.http.validation;

import java.util.regex.Pattern;

/**
 * What a text may hold, beyond what the contract's patterns can say. Those use only what ECMA-262,
 * RE2 and Python share, so that any client and any fuzzer can read them; a schema names the whole
 * rule in {@code x-text}, and its description says it in words.
 */
final class TextRule {
  /** One line with something to see in it; nothing that turns the direction of what follows. */
  private static final Pattern TITLE =
      Pattern.compile(
          "^(?![\\s\\S]*[\\p{Cs}\\u0000-\\u0008\\u000A-\\u001F\\u007F-\\u009F\\u2028-\\u202E"
              + "\\u2066-\\u2069])[\\s\\S]*[\\p{L}\\p{N}\\p{P}\\p{S}]");

  /** One line without control characters of ASCII. */
  private static final Pattern LINE = Pattern.compile("^(?![\\s\\S]*[\\p{Cs}\\u0000-\\u001F])");

  /** One line without any control character. */
  private static final Pattern STRICT_LINE = Pattern.compile("^[^\\p{Cc}\\p{Cs}]*\\z");

  /** Any number of lines; no control characters but tabs and line breaks. */
  private static final Pattern LINES =
      Pattern.compile("^(?![\\s\\S]*[\\p{Cs}\\u0000-\\u0008\\u000E-\\u001F])");

  private TextRule() {}

  /** By its name in the contract, as the validator takes a pattern. */
  static String pattern(String name) {
    return switch (name) {
      case "title" -> TITLE.pattern();
      case "line" -> LINE.pattern();
      case "strict-line" -> STRICT_LINE.pattern();
      case "lines" -> LINES.pattern();
      default -> throw new IllegalArgumentException("openapi.yaml has no rule x-text: " + name);
    };
  }
}
