package org.caucus.mail.message.markdown;

import java.util.ArrayList;
import java.util.List;

/** The cells of a line of a table. */
final class TableCells {
  private TableCells() {}

  static List<String> of(String line) {
    String row = line.strip();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = row.startsWith("|") ? 1 : 0; i < row.length(); i++) {
      char c = row.charAt(i);
      boolean escaped = c == '\\' && i + 1 < row.length() && row.charAt(i + 1) == '|';
      if (c == '|') {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else if (!escaped) {
        cell.append(c);
      } else {
        cell.append('|');
        i++;
      }
    }
    if (!row.endsWith("|") || row.endsWith("\\|")) {
      cells.add(cell.toString().strip());
    }
    return cells;
  }
}
