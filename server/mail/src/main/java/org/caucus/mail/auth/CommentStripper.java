package org.caucus.mail.auth;

import java.util.Optional;

/** The value of a field that a host wrote, and into which senders have things written. */
final class CommentStripper {
  private CommentStripper() {}

  /**
   * Without comments, which nest, with nothing in quoted words that could end one (RFC 5322 section
   * 3.2), and with single blanks, none of them beside an equals sign. Empty if a comment or a
   * quoted word is not closed, or closed and not opened.
   */
  static Optional<String> of(String value) {
    StringBuilder out = new StringBuilder(value.length());
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        if (++i == value.length() || (depth == 0 && !quoted)) {
          return Optional.empty(); // what follows means nothing, and where nothing is quoted, none
        }
      } else if (c == '"' && depth == 0) {
        quoted = !quoted;
        out.append(c);
      } else if (quoted) {
        out.append(Character.isLetterOrDigit(c) || ".-@".indexOf(c) >= 0 ? c : '_');
      } else if (c == '(') {
        depth++;
        blank(out);
      } else if (c == ')') {
        if (--depth < 0) {
          return Optional.empty();
        }
      } else if (depth == 0 && Character.isWhitespace(c)) {
        blank(out);
      } else if (depth == 0) {
        out.append(c);
      }
    }
    return depth > 0 || quoted
        ? Optional.empty()
        : Optional.of(out.toString().replace(" =", "=").replace("= ", "="));
  }

  private static void blank(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }
}
