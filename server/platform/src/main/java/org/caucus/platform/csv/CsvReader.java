package org.caucus.platform.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.limits.WorkBudget;

/** Reads comma-separated values (RFC 4180) one record after the other. For one thread, once. */
public final class CsvReader {
  /** Cells of one file, blank ones too: each becomes an object. */
  public static final int MAX_CELLS = 200_000;

  private static final String SEPARATORS = ",;\t";

  /** By this line some spreadsheets say what stands between cells. */
  private static final Pattern SAID = Pattern.compile("(?i)sep=([,;\t])\r?\n");

  private final String field;
  private final String text;
  private final char separator;
  private final WorkBudget budget = WorkBudget.of(new WorkBudget.Limits(0, MAX_CELLS, 0, 1));
  private int at;
  private int line;

  /**
   * Reads a text from its beginning.
   *
   * @param field what refusals name
   */
  public CsvReader(String text, String field) {
    this.field = field;
    String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Matcher said = SAID.matcher(bare);
    this.separator = said.lookingAt() ? said.group(1).charAt(0) : separator(bare);
    this.text = said.lookingAt() ? bare.substring(said.end()) : bare;
    this.line = said.lookingAt() ? 2 : 1;
  }

  /**
   * What divides the first record most often, in no quotes: a spreadsheet writes what its country
   * uses, and names of columns may hold a comma.
   */
  private static char separator(String text) {
    int[] seen = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (!quoted && (c == '\n' || c == '\r')) {
        break;
      }
      int which = quoted ? -1 : SEPARATORS.indexOf(c);
      if (which >= 0) {
        seen[which]++;
      }
    }
    int most = IntStream.range(0, seen.length).reduce(0, (a, b) -> seen[b] > seen[a] ? b : a);
    return SEPARATORS.charAt(most);
  }

  /** Whether there is another record. */
  public boolean hasNext() {
    return at < text.length();
  }

  /** The line in which the next record begins, from 1. */
  public int line() {
    return line;
  }

  /**
   * The cells of the next record.
   *
   * @throws Refusal for a quote that stays open, or that something stands behind; for more cells
   *     than one file may have
   */
  public List<String> next() {
    List<String> cells = new ArrayList<>();
    while (true) {
      if (!budget.takes(WorkBudget.Kind.NODES, 1)) {
        throw wrong(Message.of("the-table-has-more-than-cells", "limit", MAX_CELLS));
      }
      cells.add(cell());
      if (at >= text.length() || text.charAt(at) != separator) {
        break;
      }
      at++;
    }
    if (text.startsWith("\r\n", at)) {
      at++;
    }
    at++;
    line++;
    return cells;
  }

  private String cell() {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int from = at;
    while (at < text.length() && !ends(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private boolean ends(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  private String quoted() {
    int opened = line;
    StringBuilder cell = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' && text.startsWith("\"\"", at)) {
        at++;
      } else if (c == '"') {
        at++;
        if (at < text.length() && !ends(text.charAt(at))) {
          throw wrong(Message.of("in-line-something-stands-behind-a", "line", opened));
        }
        return cell.toString();
      }
      line += c == '\n' ? 1 : 0;
      cell.append(c);
    }
    throw wrong(Message.of("a-quote-that-is-opened-in", "line", opened));
  }

  private Refusal wrong(Message why) {
    return Refusal.invalid(field, why);
  }
}
