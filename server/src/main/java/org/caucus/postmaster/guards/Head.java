package org.caucus.postmaster.guards;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.issues.asked.AskedLines;
import org.caucus.members.Audience;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Destination;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Verdict;
import org.caucus.postmaster.readers.AudienceWords;

/**
 * The lines at the head of a letter that ask for something.
 *
 * @param lines in their order
 * @param rest what comes after them; the whole text if there are none
 */
record Head(List<Line> lines, String rest) {
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z][A-Za-z-]{1,11})[ \\t]{0,4}:(.{0,2000})");

  /** One line. */
  record Line(String key, String value) {}

  /**
   * Of a text.
   *
   * @param isKey whether a line of this key is one of them
   * @param most lines that are read; one more is found, so that there are too many
   */
  static Head of(String text, Predicate<String> isKey, int most) {
    List<Line> lines = new ArrayList<>();
    String rest = text.stripLeading();
    while (lines.size() <= most) {
      int end = rest.indexOf('\n');
      String first = end < 0 ? rest : rest.substring(0, end);
      Matcher line = LINE.matcher(first.strip());
      if (!line.matches() || !isKey.test(line.group(1))) {
        break;
      }
      lines.add(new Line(line.group(1), line.group(2).strip()));
      rest = end < 0 ? "" : rest.substring(end + 1);
    }
    return new Head(List.copyOf(lines), lines.isEmpty() ? text : rest.stripLeading());
  }

  /** All lines at the head of a letter that ask for something, with these readers. */
  static List<Line> asking(Arrival arrival, String readers) {
    Destination to = arrival.to();
    String text = arrival.incoming().letter().text();
    return of(text, key -> isAudience(key) || HeadLine.isKey(to, key), AskedLines.MAX_LINES)
        .lines()
        .stream()
        .map(line -> isAudience(line.key()) ? new Line(line.key(), readers) : line)
        .toList();
  }

  private static boolean isAudience(String key) {
    return key.equalsIgnoreCase(HeadLine.KEY);
  }

  /**
   * Ends the way of what asks wrongly.
   *
   * @param wrong why
   * @param right the same lines put right; none if that cannot be
   */
  static Step.Next refused(String wrong, List<Line> right) {
    String lines =
        right.stream()
            .map(l -> "\n    " + l.key() + ": " + l.value())
            .collect(Collectors.joining());
    return new Step.End(
        new Verdict.Refuse(
            lines.isEmpty() ? List.of(wrong) : List.of(wrong, AskedLines.AGAIN + lines)));
  }

  /** The same, of a letter that asked for some readers besides: who sends it again asks again. */
  static Step.Next refused(Arrival arrival, String wrong, List<Line> right) {
    List<Line> all = new ArrayList<>();
    Audience readers = arrival.audience();
    if (readers != null) {
      all.add(new Line(HeadLine.KEY, new AudienceWords(arrival.workspace()).say(readers)));
    }
    all.addAll(right);
    return refused(wrong, all);
  }
}
