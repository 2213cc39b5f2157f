package org.caucus.messaging.inbound.leakguard;

import java.util.ArrayList;
import java.util.List;

/** What stands between quotation marks within a text. */
final class QuotedSpans {
  /** Characters after which a mark that was never closed opens nothing. */
  private static final int MAX_CHARS = 4_000;

  private static final String OPENING = "\u201c\u201e\u00ab\u300c\"";

  private QuotedSpans() {}

  /** In the order in which they stand; one within another is part of that. */
  static List<String> in(String text) {
    List<String> spans = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = OPENING.indexOf(text.charAt(at)) < 0 ? -1 : end(text, at);
      if (end > 0) {
        spans.add(text.substring(at + 1, end));
      }
      at = Math.max(at, end) + 1;
    }
    return spans;
  }

  /** Where it closes; -1 if it does not in time, or not before a blank line. */
  private static int end(String text, int opened) {
    String closing = closing(text.charAt(opened));
    int most = Math.min(text.length(), opened + MAX_CHARS);
    for (int i = opened + 1; i < most; i++) {
      if (closing.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
      if (text.startsWith("\n\n", i)) {
        return -1;
      }
    }
    return -1;
  }

  private static String closing(char opening) {
    return switch (opening) {
      case '\u201e' -> "\u201c\u201d";
      case '\u00ab' -> "\u00bb";
      case '\u300c' -> "\u300d";
      default -> "\u201d\"";
    };
  }
}
