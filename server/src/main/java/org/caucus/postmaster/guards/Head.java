package org.caucus.postmaster.guards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.issues.asked.AskedLines;
import org.caucus.members.Audience;
import org.caucus.members.Seat;
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

  /**
   * One line.
   *
   * @param inSubject whether it stands in brackets at the end of the subject, not at the head
   */
  record Line(String key, String value, boolean inSubject) {
    /** At the head. */
    Line(String key, String value) {
      this(key, value, false);
    }
  }

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

  /** All lines at the head of a letter that ask for something besides who reads it. */
  static List<Line> besides(Arrival arrival) {
    Destination to = arrival.to();
    String text = arrival.incoming().letter().text();
    return of(text, key -> isAudience(key) || HeadLine.isKey(to, key), AskedLines.MAX_LINES)
        .lines()
        .stream()
        .filter(line -> !isAudience(line.key()))
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
        Stream.concat(right.stream().filter(l -> !l.inSubject()), inSubject(right).stream())
            .map(l -> "\n    " + l.key() + ": " + l.value())
            .collect(Collectors.joining());
    return new Step.End(
        new Verdict.Refuse(
            lines.isEmpty() ? List.of(wrong) : List.of(wrong, AskedLines.AGAIN + lines)));
  }

  /** What stood in the subject is put right there: a line in the text of an answer is not read. */
  private static Optional<Line> inSubject(List<Line> right) {
    String settings =
        right.stream()
            .filter(Line::inSubject)
            .map(l -> l.key() + "=" + l.value())
            .collect(Collectors.joining("; "));
    return settings.isEmpty()
        ? Optional.empty()
        : Optional.of(new Line("Subject", "… [" + settings + "]"));
  }

  /**
   * The same, of a letter that asked for some readers besides: who sends it again asks again, or
   * for the nearest that may be asked for there. Without those nothing is shown: it would be for
   * all.
   */
  static Step.Next refused(Arrival arrival, String wrong, List<Line> right) {
    Audience readers = arrival.audience();
    if (readers == null) {
      return refused(wrong, right);
    }
    AudienceWords words = new AudienceWords(arrival.workspace());
    Seat seat = arrival.seat();
    Optional<String> said =
        seat == null || arrival.intent() == null
            ? Optional.of(words.say(readers))
            : words.possible(readers, seat, Wish.place(arrival, arrival.intent()));
    return refused(
        wrong,
        said.map(one -> Stream.concat(Stream.of(new Line(HeadLine.KEY, one)), right.stream()))
            .map(Stream::toList)
            .orElse(List.of()));
  }
}
