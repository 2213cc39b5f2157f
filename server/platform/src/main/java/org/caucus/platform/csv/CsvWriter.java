package org.caucus.platform.csv;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes rows of comma-separated values (RFC 4180). */
public final class CsvWriter {
  /**
   * What a spreadsheet takes for the beginning of a formula, some after having made narrow
   * characters of wide ones (OWASP, CSV Injection).
   */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  /**
   * What a file of them begins with: without it a widespread spreadsheet reads UTF-8 as the usual
   * letters of its country. {@link CsvReader} passes over it.
   */
  public static final String MARK = "\uFEFF";

  private CsvWriter() {}

  /** A row, with its end. */
  public static String row(Collection<String> cells) {
    return cells.stream().map(CsvWriter::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  /** What a spreadsheet would take for a formula begins with an apostrophe: texts are people's. */
  private static String cell(String text) {
    return "\"" + (isMarked(text) ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }

  /** Whether a spreadsheet would take it for a formula. */
  public static boolean isFormula(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
  }

  /** Whether one more apostrophe is put before it: also where somebody wrote one themselves. */
  private static boolean isMarked(String text) {
    int from = 0;
    while (from < text.length() && text.charAt(from) == '\'') {
      from++;
    }
    return isFormula(text.substring(from));
  }

  /** What was meant by a cell that was written here: without the apostrophe. */
  public static String plain(String cell) {
    return cell.startsWith("'") && isMarked(cell.substring(1)) ? cell.substring(1) : cell;
  }
}
