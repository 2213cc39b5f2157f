package org.caucus.coalition.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caucus.kernel.Message;

/**
 * Cuts a filter into its terms, at blanks that stand in no quotes.
 *
 * @param text where it is cut
 */
record FilterTokenizer(String text) {
  /** What ends a word where none of its quotes is open. */
  private static final String BLANKS = " \t\r\n";

  List<FilterTerm> cut() {
    List<FilterTerm> all = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (BLANKS.indexOf(text.charAt(at)) >= 0) {
        at++;
        continue;
      }
      int end = end(at, BLANKS);
      if (all.size() == Filter.MAX_TERMS) {
        throw Filter.wrong(
            Message.of(
                "is-not-understood-a-filter-has",
                "term",
                text.substring(at, end),
                "limit",
                Filter.MAX_TERMS));
      }
      all.add(token(text.substring(at, end)));
      at = end;
    }
    return all;
  }

  /** Where what begins here ends: at one of these characters, or at the end. */
  private int end(int from, String stops) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && stops.indexOf(c) >= 0) {
        return i;
      }
    }
    if (quoted) {
      throw Filter.wrong(Message.of("is-not-understood-a-quote-is", "term", text.substring(from)));
    }
    return text.length();
  }

  private static FilterTerm token(String written) {
    boolean not = written.length() > 1 && written.charAt(0) == '-';
    String rest = not ? written.substring(1) : written;
    int colon = rest.indexOf(':');
    int quote = rest.indexOf('"');
    if (colon < 0 || (quote >= 0 && quote < colon)) {
      return new FilterTerm(written, not, "", List.of(plain(rest)));
    }
    String key = rest.substring(0, colon).toLowerCase(Locale.ROOT);
    return new FilterTerm(written, not, key, values(written, rest.substring(colon + 1)));
  }

  private static List<String> values(String written, String list) {
    FilterTokenizer rest = new FilterTokenizer(list);
    List<String> values = new ArrayList<>();
    int at = 0;
    while (at <= list.length()) {
      int end = rest.end(at, ",");
      String value = plain(list.substring(at, end));
      if (value.isEmpty()) {
        throw Filter.wrong(Message.of("is-not-understood-a-value-is", "term", written));
      }
      if (values.size() == Filter.MAX_VALUES) {
        throw Filter.wrong(
            Message.of(
                "is-not-understood-a-term-has", "term", written, "limit", Filter.MAX_VALUES));
      }
      values.add(value);
      at = end + 1;
    }
    return List.copyOf(values);
  }

  private static String plain(String quoted) {
    return quoted.replace("\"", "").toLowerCase(Locale.ROOT);
  }
}
