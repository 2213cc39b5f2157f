package org.caucus.mail.message.markdown;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a link leads: what stands in round brackets behind its words.
 *
 * @param title what else stands there; a page shows it, for so does the text
 * @param end behind the closing bracket
 */
record LinkTarget(String href, String title, int end) {
  /** The target that begins at this place; null if none does. */
  static @Nullable LinkTarget at(String text, int from, int maxTitle) {
    if (from >= text.length() || text.charAt(from) != '(') {
      return null;
    }
    int start = blanks(text, from + 1);
    int end =
        start < text.length() && text.charAt(start) == '<'
            ? angled(text, start)
            : bare(text, start);
    if (end < 0) {
      return null;
    }
    boolean angled = end > start && text.charAt(start) == '<';
    String written = angled ? text.substring(start + 1, end - 1) : text.substring(start, end);
    int close = closing(text, end, maxTitle);
    Optional<String> href = close < 0 ? Optional.empty() : Links.target(written);
    return href.map(h -> new LinkTarget(h, title(text.substring(end, close)), close + 1))
        .orElse(null);
  }

  private static String title(String written) {
    String quoted = written.strip();
    return quoted.isEmpty() ? "" : quoted.substring(1, quoted.length() - 1);
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < 100 && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int angled(String text, int from) {
    int end = text.indexOf('>', from, Math.min(text.length(), from + Links.MAX_CHARS));
    return end < 0 ? -1 : end + 1;
  }

  /** Up to a blank, or a bracket that closes what was opened before. */
  private static int bare(String text, int from) {
    int depth = 0;
    int at = from;
    while (at < text.length() && at - from <= Links.MAX_CHARS && text.charAt(at) > ' ') {
      char c = text.charAt(at);
      if (c == ')' && depth == 0) {
        return at;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      at++;
    }
    return at > from && depth == 0 ? at : -1;
  }

  /**
   * Where the closing bracket stands, after the title if the link has one; -1 without a bracket.
   */
  private static int closing(String text, int from, int maxTitle) {
    int at = blanks(text, from);
    if (at < text.length() && at > from && "\"'".indexOf(text.charAt(at)) >= 0) {
      int most = Math.min(text.length(), at + maxTitle);
      int end = text.indexOf(text.charAt(at), Math.min(at + 1, most), most);
      at = end < 0 ? text.length() : blanks(text, end + 1);
    }
    return at < text.length() && text.charAt(at) == ')' ? at : -1;
  }
}
