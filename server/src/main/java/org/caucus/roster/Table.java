package org.caucus.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caucus.command.Refused;

/** Comma-separated values (RFC 4180) with a first line that names the columns. */
final class Table {
  /** Rows of one file. */
  static final int MAX_ROWS = 1_000;

  /** Characters of one file. */
  static final int MAX_CHARS = 256 * 1024;

  private static final List<String> NEEDED = List.of("address", "organisation");
  private static final List<String> KNOWN =
      List.of("name", "address", "organisation", "role", "list", "mode");
  private static final String SEPARATORS = ",;\t";

  /**
   * A row.
   *
   * @param line where it begins in the file, from 1
   */
  record Row(int line, Map<String, String> cells) {
    Row {
      cells = Map.copyOf(cells);
    }

    /** What stands there; empty if nothing does. */
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  private Table(String text) {
    this.text = text;
    this.separator = separator(text);
  }

  /** Of the first line: a spreadsheet writes what its country uses. */
  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    return (char)
        SEPARATORS
            .chars()
            .filter(c -> first.indexOf(c) >= 0)
            .findFirst()
            .orElse(SEPARATORS.charAt(0));
  }

  /**
   * The rows of a file.
   *
   * @throws Refused naming {@code csv}: too large, no such columns, or a quote that stays open
   */
  static List<Row> read(String csv) {
    if (csv.length() > MAX_CHARS) {
      throw wrong("The table has more than " + MAX_CHARS + " characters. Divide it.");
    }
    Table table = new Table(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
    List<String> columns = columns(table.record());
    List<Row> rows = new ArrayList<>();
    while (table.at < table.text.length()) {
      int line = table.line;
      List<String> cells = table.record();
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      if (rows.size() == MAX_ROWS) {
        throw wrong("The table has more than " + MAX_ROWS + " rows. Divide it.");
      }
      if (cells.size() > columns.size()) {
        throw wrong(
            "Line "
                + line
                + " has "
                + cells.size()
                + " cells, and there are "
                + columns.size()
                + " columns. A cell with a comma in it stands in quotes.");
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(columns.get(i), cells.get(i).strip());
      }
      rows.add(new Row(line, row));
    }
    if (rows.isEmpty()) {
      throw wrong("The table has no rows below the names of its columns.");
    }
    return rows;
  }

  private static List<String> columns(List<String> first) {
    List<String> columns =
        first.stream()
            .map(c -> c.strip().toLowerCase(Locale.ROOT))
            .map(c -> c.equals("organization") ? "organisation" : c)
            .toList();
    List<String> unknown = columns.stream().filter(c -> !KNOWN.contains(c)).toList();
    List<String> missing = NEEDED.stream().filter(c -> !columns.contains(c)).toList();
    if (!unknown.isEmpty()
        || !missing.isEmpty()
        || columns.stream().distinct().count() < columns.size()) {
      throw wrong(
          "The first line names the columns: "
              + String.join(", ", KNOWN)
              + ", each once, in any order."
              + (missing.isEmpty() ? "" : " Missing: " + String.join(", ", missing) + ".")
              + (unknown.isEmpty() ? "" : " Not known: " + shown(unknown) + "."));
    }
    return columns;
  }

  private static String shown(List<String> columns) {
    return String.join(
        ", ",
        columns.stream()
            .limit(10)
            .map(c -> c.isEmpty() ? "(empty)" : c.substring(0, Math.min(c.length(), 40)))
            .toList());
  }

  private List<String> record() {
    List<String> cells = new ArrayList<>();
    while (true) {
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
          throw wrong("In line " + opened + " something stands behind a quote that is closed.");
        }
        return cell.toString();
      }
      line += c == '\n' ? 1 : 0;
      cell.append(c);
    }
    throw wrong("A quote that is opened in line " + opened + " is not closed.");
  }

  private static Refused wrong(String why) {
    return Refused.invalid("csv", why);
  }
}
