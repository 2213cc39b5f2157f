package org.caucus.workspace.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.csv.CsvReader;
import org.jspecify.annotations.Nullable;

/**
 * A table of people as it is pasted from a spreadsheet or a mail program: with the usual heads in
 * three languages or with none, separated by commas, semicolons or tabs (RFC 4180), or a list of
 * addresses. Pure.
 */
final class RosterTable {
  /** Rows of one file. */
  static final int MAX_ROWS = 1_000;

  /** Characters of one file. */
  static final int MAX_CHARS = 256 * 1024;

  /** A title may stand above the heads. */
  private static final int HEADS_WITHIN = 5;

  /** Heads that were not understood, as far as they are told. */
  private static final int MAX_IGNORED = 10;

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\u00a0\\u202f]+");

  /**
   * A row.
   *
   * @param line where it begins in the file, from 1
   * @param fault why it cannot be read; null if it can
   */
  record Row(int line, Map<String, String> cells, @Nullable Message fault) {
    Row {
      cells = Map.copyOf(cells);
    }

    /** What stands there; empty if nothing does. */
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /**
   * What was read.
   *
   * @param ignored heads of columns that are not used
   */
  record Table(List<Row> rows, List<String> ignored) {}

  private record Line(int number, List<String> cells) {
    boolean isBlank() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  private RosterTable() {}

  /**
   * The rows of a file.
   *
   * @param organisations what those that are here are called, by {@link RosterColumns#plain}
   * @throws Refusal naming {@code csv}: too large, without any address, or a quote that stays open
   */
  static Table read(String csv, Set<String> organisations) {
    if (csv.length() > MAX_CHARS) {
      throw wrong(Message.of("the-table-has-more-than-characters", "limit", MAX_CHARS));
    }
    Table read = AddressLines.isList(csv) ? ofAddresses(csv) : ofCells(lines(csv), organisations);
    if (read.rows().size() > MAX_ROWS) {
      throw wrong(Message.of("the-table-has-more-than-rows", "limit", MAX_ROWS));
    }
    if (read.rows().isEmpty()) {
      throw wrong(Message.of("the-table-has-no-rows-below"));
    }
    return read;
  }

  private static Table ofAddresses(String text) {
    List<Row> rows =
        AddressLines.pieces(text).stream()
            .map(
                one ->
                    new Row(
                        one.line(),
                        Map.of(
                            RosterColumns.NAME, clean(one.name()),
                            RosterColumns.ADDRESS, clean(one.address())),
                        null))
            .toList();
    return new Table(rows, List.of());
  }

  private static List<Line> lines(String csv) {
    CsvReader table = new CsvReader(csv, "csv");
    List<Line> lines = new ArrayList<>();
    while (table.hasNext()) {
      int number = table.line();
      Line line = new Line(number, table.next().stream().map(RosterTable::clean).toList());
      if (!line.isBlank()) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Without what nobody sees, and with one blank where there are many or the line ends. */
  private static String clean(String cell) {
    return UNSEEN.matcher(cell).replaceAll(" ").strip().replaceAll("\\s+", " ");
  }

  private static Table ofCells(List<Line> lines, Set<String> organisations) {
    for (int i = 0; i < Math.min(HEADS_WITHIN, lines.size()); i++) {
      List<String> heads = lines.get(i).cells();
      List<String> columns = RosterColumns.byHeads(heads);
      if (!columns.isEmpty()) {
        return new Table(
            rows(lines.subList(i + 1, lines.size()), columns), ignored(heads, columns));
      }
      if (heads.stream().anyMatch(RosterColumns::isAddress)) {
        break;
      }
    }
    return withoutHeads(lines, organisations);
  }

  private static Table withoutHeads(List<Line> lines, Set<String> organisations) {
    // heads that nobody knows here hold no address, as the rows below do
    List<Line> below =
        lines.stream()
            .dropWhile(line -> line.cells().stream().noneMatch(RosterColumns::isAddress))
            .toList();
    if (below.isEmpty()) {
      throw wrong(Message.of("the-table-names-no-addresses"));
    }
    List<String> columns =
        RosterColumns.byCells(below.stream().map(Line::cells).toList(), organisations);
    return new Table(rows(below, columns), List.of());
  }

  private static List<String> ignored(List<String> heads, List<String> columns) {
    return IntStream.range(0, heads.size())
        .filter(i -> columns.get(i).equals(RosterColumns.IGNORED) && !heads.get(i).isEmpty())
        .mapToObj(heads::get)
        .limit(MAX_IGNORED)
        .map(head -> head.substring(0, Math.min(head.length(), 40)))
        .toList();
  }

  private static List<Row> rows(List<Line> lines, List<String> columns) {
    return lines.stream().map(line -> row(line, columns)).toList();
  }

  private static Row row(Line line, List<String> columns) {
    Map<String, String> cells = new HashMap<>();
    boolean more = false;
    for (int i = 0; i < line.cells().size(); i++) {
      String cell = line.cells().get(i);
      more |= i >= columns.size() && !cell.isEmpty();
      if (i < columns.size() && !columns.get(i).equals(RosterColumns.IGNORED)) {
        cells.put(columns.get(i), cell);
      }
    }
    named(cells);
    return new Row(line.number(), cells, more ? tooMany(line, columns) : null);
  }

  private static Message tooMany(Line line, List<String> columns) {
    return Message.of(
        "line-has-cells-and-there-are",
        "line",
        line.number(),
        "cells",
        line.cells().size(),
        "columns",
        columns.size());
  }

  /** One name of two, and the name and the address of {@code Ada <ada@x.example>}. */
  private static void named(Map<String, String> cells) {
    String first = cells.getOrDefault(RosterColumns.FIRST, "");
    String last = cells.getOrDefault(RosterColumns.LAST, "");
    if (!(first + last).isEmpty()) {
      cells.put(RosterColumns.NAME, (first + " " + last).strip());
    }
    String address = cells.getOrDefault(RosterColumns.ADDRESS, "");
    int open = address.indexOf('<');
    int close = address.indexOf('>', Math.max(open, 0));
    if (open >= 0 && close > open) {
      String name = address.substring(0, open).replace("\"", "").strip();
      address = address.substring(open + 1, close).strip();
      if (cells.getOrDefault(RosterColumns.NAME, "").isEmpty()) {
        cells.put(RosterColumns.NAME, name);
      }
    }
    if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
      address = address.substring(7);
    }
    cells.put(RosterColumns.ADDRESS, address);
  }

  private static Refusal wrong(Message why) {
    return Refusal.invalid("csv", why);
  }
}
