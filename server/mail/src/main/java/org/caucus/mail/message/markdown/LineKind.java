package org.caucus.mail.message.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line begins, by its first characters. */
final class LineKind {
  static final Pattern HEADING = Pattern.compile(" {0,3}+(#{1,6}+)(?:[ \\t]++(.*+))?+");
  static final Pattern FENCE = Pattern.compile("( {0,3}+)(`{3,}+[^`]*+|~{3,}+.*+)");
  static final Pattern QUOTE = Pattern.compile(" {0,3}+> ?+(.*+)");
  static final Pattern UNDERLINE = Pattern.compile(" {0,3}+(?:=++|-++)[ \\t]*+");
  private static final Pattern COLUMN = Pattern.compile(":?+-++:?+");
  private static final Pattern RULE =
      Pattern.compile(" {0,3}+(?:(?:-[ \\t]*+){3,}+|(?:_[ \\t]*+){3,}+|(?:\\*[ \\t]*+){3,}+)");
  private static final Pattern ITEM =
      Pattern.compile("( {0,3}+)([-*+]|\\d{1,9}+[.)])(?:([ \\t]++)(.*+))?+");

  private LineKind() {}

  /**
   * The beginning of an item of a list.
   *
   * @param sign what stands before its words: a mark, or what stands behind a number
   * @param number null for one without a number
   * @param width columns before its words
   */
  record ItemStart(char sign, @Nullable Integer number, int width, String words) {
    /** Whether one of the other begins another list. */
    boolean isOf(ItemStart first) {
      return sign == first.sign;
    }

    /** Whether it may stand below a line of text without a blank line between. */
    boolean interrupts() {
      return !words.isBlank() && (number == null || number == 1);
    }
  }

  /** Whether a line says how the columns of the table under it stand. */
  static boolean isColumns(String line) {
    return line.indexOf('-') >= 0
        && line.chars().allMatch(c -> "|:- ".indexOf(c) >= 0)
        && TableCells.of(line).stream().allMatch(cell -> COLUMN.matcher(cell).matches());
  }

  static boolean isRule(String line) {
    return RULE.matcher(line).matches();
  }

  /** The item that a line begins; null if it begins none. */
  static @Nullable ItemStart item(String line) {
    Matcher found = ITEM.matcher(line);
    if (!found.matches() || isRule(line)) {
      return null;
    }
    String mark = found.group(2);
    String blanks = found.group(3) == null ? " " : found.group(3);
    String words = found.group(4) == null ? "" : found.group(4);
    int before = found.group(1).length() + mark.length();
    boolean code = blanks.length() > 4;
    Integer number =
        mark.length() > 1 ? Integer.valueOf(mark.substring(0, mark.length() - 1)) : null;
    return new ItemStart(
        mark.charAt(mark.length() - 1),
        number,
        before + (code || words.isEmpty() ? 1 : blanks.length()),
        code ? blanks.substring(1) + words : words);
  }

  /** Whether a line ends the paragraph above it. */
  static boolean interrupts(String line) {
    ItemStart item = item(line);
    return isRule(line)
        || HEADING.matcher(line).matches()
        || FENCE.matcher(line).matches()
        || QUOTE.matcher(line).matches()
        || (item != null && item.interrupts());
  }

  static int indent(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
