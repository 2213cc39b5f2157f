package org.caucus.mail.reply;

import java.util.ArrayList;
import java.util.List;

/** What somebody wrote, without the letter they answer, and without a signature. */
public final class ReplyText {
  /** Lines, and characters of them all, of what may stand below two dashes and be a signature. */
  private static final int MOST_SIGNED = 12;

  private static final int MOST_SIGNED_CHARS = 800;

  /** Lines that stand together, with no quote between them. */
  private record Run(int from, int to) {}

  private ReplyText() {}

  /**
   * The words above what is quoted, or below it, if they stand in one place; all of them, if they
   * stand between what is quoted. A signature below two dashes is not one of them (RFC 3676,
   * section 4.3), and neither is what a phone puts below a letter.
   */
  public static String of(String text) {
    List<String> lines = text.lines().toList();
    List<String> shown = lines.stream().map(VisibleLine::line).toList();
    List<Run> runs = runs(shown);
    return switch (runs.size()) {
      case 0 -> "";
      case 1 -> joined(lines, runs.getFirst());
      default -> joined(lines, new Run(0, end(shown)));
    };
  }

  /** The lines that are no quote, wherever they stand, as they are seen. */
  public static List<String> lines(String text) {
    List<String> shown = text.lines().map(VisibleLine::line).toList();
    return runs(shown).stream().flatMap(r -> shown.subList(r.from(), r.to()).stream()).toList();
  }

  /**
   * The words without a signature at their end; what is quoted, or passed on, stays, and so does
   * what is too long for one: people draw two dashes between parts of a text as well. Whole, if
   * they are nothing else.
   */
  public static String unsigned(String text) {
    List<String> lines = text.lines().toList();
    List<String> shown = lines.stream().map(VisibleLine::line).toList();
    int dashes = shown.lastIndexOf("--");
    boolean last =
        dashes >= 0
            && (above(shown, dashes) > 0 || !lines.get(dashes).equals("--"))
            && isShort(shown, dashes + 1)
            && isNoQuote(shown, dashes);
    int end = above(shown, last ? dashes : shown.size());
    return String.join("\n", lines.subList(0, end)).strip();
  }

  private static boolean isShort(List<String> shown, int from) {
    List<String> said =
        shown.subList(from, shown.size()).stream().filter(line -> !line.isEmpty()).toList();
    return said.size() <= MOST_SIGNED
        && said.stream().mapToInt(String::length).sum() <= MOST_SIGNED_CHARS;
  }

  private static boolean isNoQuote(List<String> shown, int from) {
    for (int i = from; i < shown.size(); i++) {
      if (QuotedText.isMarked(shown.get(i)) || QuotedText.begins(shown, i)) {
        return false;
      }
    }
    return true;
  }

  private static String joined(List<String> lines, Run run) {
    return String.join("\n", lines.subList(run.from(), run.to())).strip();
  }

  /**
   * Where what is quoted without marks begins; the end, if nothing is. A line that says who wrote
   * what stands behind marks below it, with nothing above it, has the answer below that.
   */
  private static int end(List<String> shown) {
    int end = 0;
    boolean said = false;
    while (end < shown.size()
        && (!QuotedText.begins(shown, end) || (!said && QuotedText.isMarkedBelow(shown, end)))) {
      said |= !shown.get(end).isEmpty();
      end++;
    }
    return end;
  }

  private static List<Run> runs(List<String> shown) {
    List<Run> runs = new ArrayList<>();
    int end = end(shown);
    int at = 0;
    while (at < end) {
      int quote = at;
      while (quote < end && !QuotedText.isMarked(shown.get(quote))) {
        quote++;
      }
      add(runs, shown, at, quote < end ? QuotedText.leads(shown, quote) : end);
      at = quote;
      while (at < end && QuotedText.isMarked(shown.get(at))) {
        at++;
      }
    }
    return runs;
  }

  /** What was written there, if anything was. */
  private static void add(List<Run> runs, List<String> shown, int from, int to) {
    int first = from;
    while (first < to && shown.get(first).isEmpty()) {
      first++;
    }
    int dashes = first;
    while (dashes < to && !shown.get(dashes).equals("--")) {
      dashes++;
    }
    int end = Math.max(first, above(shown, dashes));
    if (end > first) {
      runs.add(new Run(first, end));
    }
  }

  /** Without what a phone puts below it, and a line across. */
  private static int above(List<String> shown, int from) {
    int end = from;
    while (end > 0 && isNothing(shown.get(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isNothing(String line) {
    return line.isEmpty()
        || MobileSignature.isOne(line)
        || line.chars().allMatch(c -> c == '-' || c == '_');
  }
}
