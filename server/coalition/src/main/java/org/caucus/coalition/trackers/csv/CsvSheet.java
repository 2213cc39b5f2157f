package org.caucus.coalition.trackers.csv;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.csv.CsvReader;
import org.caucus.platform.csv.CsvWriter;
import org.caucus.platform.limits.JsonComplexity;
import org.caucus.platform.limits.WorkBudget;
import org.jspecify.annotations.Nullable;

/**
 * A table as it came: names of columns, and rows under them.
 *
 * @param columns in their order, no two alike
 */
record CsvSheet(List<String> columns, List<Row> rows) {
  /** Rows of one file. */
  static final int MAX_ROWS = 1_000;

  /** Characters of one file. */
  static final int MAX_CHARS = 1_000_000;

  private static final int MAX_COLUMNS = 100;

  /** Of a file in JSON, before it is read: so many rows of so many columns. */
  private static final WorkBudget.Limits LIMITS =
      new WorkBudget.Limits(0, (long) MAX_ROWS * (MAX_COLUMNS + 1), 0, 16);

  private static final String FIELD = "text";

  /**
   * A row.
   *
   * @param line where it begins in the file, or which item of an array it is, from 1
   */
  record Row(int line, Map<String, String> cells) {
    Row {
      cells = Map.copyOf(cells);
    }
  }

  CsvSheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A file of either kind.
   *
   * @throws Refusal naming {@code text}: too large, empty, or not what it is said to be
   */
  static CsvSheet read(String text, boolean json) {
    if (text.length() > MAX_CHARS) {
      throw wrong(Message.of("the-file-has-more-than-characters", "limit", MAX_CHARS));
    }
    CsvSheet sheet = json ? json(text) : csv(text);
    if (sheet.rows.isEmpty()) {
      throw wrong(
          json
              ? Message.of("there-are-no-items-in-it")
              : Message.of("there-are-no-rows-below-the"));
    }
    if (sheet.columns.size() > MAX_COLUMNS) {
      throw wrong(Message.of("the-table-has-more-than-columns", "limit", MAX_COLUMNS));
    }
    return sheet;
  }

  private static CsvSheet csv(String text) {
    CsvReader csv = new CsvReader(text, FIELD);
    List<String> columns =
        csv.hasNext() ? csv.next().stream().map(String::strip).toList() : List.of();
    Set<String> names = new HashSet<>();
    columns.stream()
        .filter(name -> !names.add(name))
        .findFirst()
        .ifPresent(
            twice -> {
              throw wrong(Message.of("two-columns-are-called", "column", twice));
            });
    List<Row> rows = new ArrayList<>();
    while (csv.hasNext()) {
      int line = csv.line();
      List<String> cells = csv.next();
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      mustFit(rows);
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
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(columns.get(i), CsvWriter.plain(cells.get(i)));
      }
      rows.add(new Row(line, row));
    }
    return new CsvSheet(columns, rows);
  }

  private static CsvSheet json(String text) {
    List<Row> rows = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    for (Object item : items(text)) {
      if (!(item instanceof JsonObject issue)) {
        throw wrong(Message.of("item-is-not-an-object", "item", rows.size() + 1));
      }
      mustFit(rows);
      Map<String, String> row = new LinkedHashMap<>();
      put(row, "", issue);
      columns.addAll(row.keySet());
      rows.add(new Row(rows.size() + 1, row));
    }
    return new CsvSheet(List.copyOf(columns), rows);
  }

  /** An array, or what an export of a view is. */
  private static JsonArray items(String text) {
    try {
      if (!JsonComplexity.fits(text, WorkBudget.of(LIMITS))) {
        throw wrong(Message.of("the-table-has-more-than-rows", "limit", MAX_ROWS));
      }
      Object whole = Json.decodeValue(text);
      if (whole instanceof JsonArray items) {
        return items;
      }
      if (whole instanceof JsonObject page && page.getValue("items") instanceof JsonArray items) {
        return items;
      }
    } catch (DecodeException e) {
      throw wrong(Message.of("this-is-not-json-that-can"));
    }
    throw wrong(Message.of("this-is-neither-an-array-of"));
  }

  /** What the API shows in parts of their own stands in columns of their own. */
  private static void put(Map<String, String> row, String prefix, JsonObject json) {
    for (String name : json.fieldNames()) {
      Object value = json.getValue(name);
      if (value instanceof JsonObject part && name.equals("reference")) {
        put(row, "", part);
      } else if (value instanceof JsonObject part && name.equals("fields")) {
        put(row, IssueCsvColumns.OWN, part);
      } else if (value instanceof JsonArray list) {
        String between = name.equals("checklist") ? "\n" : "; ";
        row.put(
            prefix + name, list.stream().map(CsvSheet::word).collect(Collectors.joining(between)));
      } else {
        row.put(prefix + name, word(value));
      }
    }
  }

  private static String word(@Nullable Object value) {
    if (value instanceof JsonObject check) {
      return (check.getValue("done") == Boolean.TRUE ? "[x] " : "[ ] ")
          + word(check.getValue("text"));
    }
    return value == null ? "" : value.toString();
  }

  private static void mustFit(List<Row> rows) {
    if (rows.size() == MAX_ROWS) {
      throw wrong(Message.of("there-are-more-than-rows-divide", "limit", MAX_ROWS));
    }
  }

  private static Refusal wrong(Message why) {
    return Refusal.invalid(FIELD, why);
  }
}
