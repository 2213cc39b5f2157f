package org.caucus.mail.itip;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a calendar that somebody else wrote (RFC 5545 section 3.1), unfolded.
 *
 * @param name in upper case
 * @param parameters by name in upper case, without the quotes around their values
 * @param value as it stands, without blanks around it
 */
record ContentLine(String name, Map<String, String> parameters, String value) {
  /** The line; empty if it has no value. What is in quotes divides nothing. */
  static Optional<ContentLine> of(String line) {
    Map<String, String> parameters = new HashMap<>();
    String name = null;
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (quoted || (c != ':' && c != ';')) {
        continue;
      }
      String part = line.substring(from, i);
      if (name == null) {
        name = part.strip().toUpperCase(Locale.ROOT);
      } else {
        put(parameters, part);
      }
      from = i + 1;
      if (c == ':') {
        return Optional.of(new ContentLine(name, parameters, line.substring(from).strip()));
      }
    }
    return Optional.empty();
  }

  private static void put(Map<String, String> parameters, String part) {
    int equals = part.indexOf('=');
    if (equals > 0) {
      String value = part.substring(equals + 1).strip();
      boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
      parameters.putIfAbsent(
          part.substring(0, equals).strip().toUpperCase(Locale.ROOT),
          quoted ? value.substring(1, value.length() - 1) : value);
    }
  }

  /** A parameter, with what stands for line ends and quotes in it put back (RFC 6868). */
  String parameter(String named) {
    String value = parameters.getOrDefault(named, "");
    return value.indexOf('^') < 0
        ? value
        : unescaped(value, '^', c -> c == 'n' ? '\n' : c == '\'' ? '"' : c);
  }

  /** The value as text (section 3.3.11). */
  String text() {
    return unescaped(value, '\\', c -> c == 'n' || c == 'N' ? '\n' : c);
  }

  /** Whose mail address it is: of the value, or beside one that is no mail address (RFC 7986). */
  String address() {
    if (value.regionMatches(true, 0, "mailto:", 0, 7)) {
      return plain(value.substring(7).strip());
    }
    String beside = parameter("EMAIL");
    return beside.isEmpty() ? value : beside;
  }

  /** As it is written in letters: in an address of the web some signs stand encoded (RFC 6068). */
  private static String plain(String address) {
    if (address.indexOf('%') < 0) {
      return address;
    }
    try {
      return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  /** What one sign behind the escaping one stands for. */
  @FunctionalInterface
  private interface Meaning {
    char of(char escaped);
  }

  private static String unescaped(String value, char escape, Meaning meaning) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean escapes = c == escape && i + 1 < value.length();
      text.append(escapes ? meaning.of(value.charAt(++i)) : c);
    }
    return text.toString();
  }
}
