package org.caucus.workspace.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.csv.CsvReader;

/** Comma-separated values (RFC 4180) with a first line that names the columns. */
final class RosterTable {
  /** Rows of one file. */
  static final int MAX_ROWS = 1_000;

  /** Characters of one file. */
  static final int MAX_CHARS = 256 * 1024;

  private static final List<String> NEEDED = List.of("address", "organisation");
  private static final List<String> KNOWN =
      List.of("name", "address", "organisation", "role", "list", "mode");

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

  private RosterTable() {}

  /**
   * The rows of a file.
   *
   * @throws Refusal naming {@code csv}: too large, no such columns, or a quote that stays open
   */
  static List<Row> read(String csv) {
    if (csv.length() > MAX_CHARS) {
      throw wrong(Message.of("the-table-has-more-than-characters", "limit", MAX_CHARS));
    }
    CsvReader table = new CsvReader(csv, "csv");
    List<String> columns = columns(table.next());
    List<Row> rows = new ArrayList<>();
    while (table.hasNext()) {
      int line = table.line();
      List<String> cells = table.next();
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      if (rows.size() == MAX_ROWS) {
        throw wrong(Message.of("the-table-has-more-than-rows", "limit", MAX_ROWS));
      }
      if (cells.size() > columns.size()) {
        throw wrong(
            Message.of(
                "line-has-cells-and-there-are",
                "line",
                line,
                "cells",
                cells.size(),
                "columns",
                columns.size()));
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(columns.get(i), cells.get(i).strip());
      }
      rows.add(new Row(line, row));
    }
    if (rows.isEmpty()) {
      throw wrong(Message.of("the-table-has-no-rows-below"));
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
          wrongColumns(String.join(", ", KNOWN), String.join(", ", missing), shown(unknown)));
    }
    return columns;
  }

  private static Message wrongColumns(String known, String missing, String unknown) {
    if (unknown.isEmpty()) {
      return missing.isEmpty()
          ? Message.of("the-first-line-names-the-columns", "known", known)
          : Message.of("columns-missing", "known", known, "missing", missing);
    }
    return missing.isEmpty()
        ? Message.of("columns-not-known", "known", known, "unknown", unknown)
        : Message.of(
            "columns-missing-and-not-known",
            "known",
            known,
            "missing",
            missing,
            "unknown",
            unknown);
  }

  private static String shown(List<String> columns) {
    return String.join(
        ", ",
        columns.stream()
            .limit(10)
            .map(c -> c.isEmpty() ? "\"\"" : c.substring(0, Math.min(c.length(), 40)))
            .toList());
  }

  private static Refusal wrong(Message why) {
    return Refusal.invalid("csv", why);
  }
}
