package org.caucus.postmaster.guards;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.command.Act;
import org.caucus.command.Event;
import org.caucus.command.Refused;
import org.caucus.issues.asked.AskedLines;
import org.caucus.letters.Intent;
import org.caucus.letters.LetterCommand;
import org.caucus.letters.LetterDecider;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Verdict;
import org.caucus.postmaster.readers.AudienceWords;
import org.caucus.workspace.Workspace;

/**
 * The lines at the head of a letter that ask for something.
 *
 * @param lines in their order
 * @param rest what comes after them; the whole text if there are none
 */
record Head(List<Line> lines, String rest) {
  /** The key of words that may be longer than a line. */
  private static final String QUOTE = "quote";

  /** Marks that open a quotation, and behind each the one that closes it. */
  private static final String CLOSING = "\"\"“”«»";

  /** Stands for what is made only when it is done. */
  private static final String UNDONE = "undone";

  /** Parts of a line that are tried one by one; more are one part. */
  private static final int MOST_PARTS = 20;

  /** Of a longer line no more is read, in characters; no line may be so long. */
  private static final Pattern LINE =
      Pattern.compile("(\\p{L}[\\p{L}\\d-]{1,19})[ \\t\\u00a0\\u202f]{0,4}:(.{0,20000})");

  /**
   * One line.
   *
   * @param key empty of one that is no more than its words
   * @param inSubject whether it stands in brackets at the end of the subject, not at the head
   */
  record Line(String key, String value, boolean inSubject) {
    /** At the head. */
    Line(String key, String value) {
      this(key, value, false);
    }

    Line saying(String other) {
      return new Line(key, other, inSubject);
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
      if (!line.lookingAt() || !isKey.test(line.group(1))) {
        break;
      }
      String more = end < 0 ? "" : rest.substring(end + 1);
      String value = line.group(2).strip();
      int open = goesOn(line.group(1), value, more);
      lines.add(new Line(line.group(1), joined(value, more.substring(0, open))));
      rest = more.substring(open > 0 && more.startsWith("\n", open) ? open + 1 : open);
    }
    return new Head(List.copyOf(lines), lines.isEmpty() ? text : rest.stripLeading());
  }

  /**
   * How many characters after its line still belong to a quotation that was opened there and not
   * closed: mail programs break long lines.
   */
  static int goesOn(String key, String value, String more) {
    int close = value.isEmpty() ? -1 : CLOSING.indexOf(value.charAt(0));
    boolean opens = key.equalsIgnoreCase(QUOTE) && close >= 0 && close % 2 == 0;
    if (!opens || (value.length() > 1 && value.indexOf(CLOSING.charAt(close + 1), 1) > 0)) {
      return 0;
    }
    int end = more.indexOf(CLOSING.charAt(close + 1));
    int blank = more.indexOf("\n\n");
    return end < 0 || (blank >= 0 && blank < end) ? 0 : end + 1;
  }

  private static String joined(String value, String more) {
    return more.isEmpty() ? value : value + " " + more.strip().replaceAll("\\s+", " ");
  }

  /** All lines at the head of a letter that ask for something besides who reads it. */
  static List<Line> besides(Arrival arrival) {
    String text = arrival.incoming().letter().text();
    return of(text, key -> isAudience(key) || HeadLine.isKey(arrival, key), AskedLines.MAX_LINES)
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
            .map(l -> "\n    " + (l.key().isEmpty() ? "" : l.key() + ": ") + l.value())
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
   * Ends the way of what was understood and cannot be done, if its lines are why: with those that
   * can be. Empty if all of it can be done, or it could not be without them either.
   *
   * @param reading the letter as it is with some of its lines; empty if they are not understood
   */
  static Optional<Step.Next> undoable(
      Arrival arrival, List<Line> lines, Function<List<Line>, Optional<Arrival>> reading) {
    Optional<Refused> no =
        Optional.of(lines).filter(l -> !l.isEmpty()).flatMap(reading).flatMap(Head::no);
    Predicate<List<Line>> isPossible =
        some -> reading.apply(some).filter(put -> no(put).isEmpty()).isPresent();
    if (no.isEmpty() || !isPossible.test(List.of())) {
      return Optional.empty();
    }
    List<Line> possible = new ArrayList<>();
    for (Line line : lines) {
      part(line, put -> isPossible.test(and(possible, put))).ifPresent(possible::add);
    }
    return Optional.of(refused(arrival, no.get().why(), possible));
  }

  private static List<Line> and(List<Line> lines, Line more) {
    return Stream.concat(lines.stream(), Stream.of(more)).toList();
  }

  /** As much of a line as can be done: of several with commas between them some. */
  private static Optional<Line> part(Line line, Predicate<Line> isPossible) {
    if (isPossible.test(line)) {
      return Optional.of(line);
    }
    String some = "";
    for (String one : line.value().split(",", MOST_PARTS)) {
      String more = some.isEmpty() ? one.strip() : some + ", " + one.strip();
      some = isPossible.test(line.saying(more)) ? more : some;
    }
    return some.isEmpty() ? Optional.empty() : Optional.of(line.saying(some));
  }

  /** Why it could not be done now; empty if it could, or that tells what its author cannot read. */
  private static Optional<Refused> no(Arrival arrival) {
    Workspace now = arrival.workspace();
    var act = new Act(UNDONE, arrival.incoming().received(), arrival.seatId(), UNDONE, UNDONE);
    try {
      List<Event> unused =
          LetterDecider.decide(
              now,
              new LetterCommand.PostLetter(
                  Objects.requireNonNull(arrival.intent()),
                  arrival.incoming().letter().subject(),
                  arrival.text(),
                  arrival.incoming().kept(),
                  arrival.audience()),
              act);
      return Optional.empty();
    } catch (Refused no) {
      return Optional.of(no);
    }
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
    Seat seat = arrival.seat();
    Intent intent = arrival.intent();
    Scope place = intent == null ? HeadLine.place(arrival) : Wish.place(arrival, intent);
    AudienceWords words = AudienceWords.of(arrival.workspace(), seat, place);
    Optional<String> said =
        seat == null || intent == null
            ? Optional.of(words.say(readers))
            : words.possible(readers, seat, place);
    return refused(
        wrong,
        said.map(one -> Stream.concat(Stream.of(new Line(HeadLine.KEY, one)), right.stream()))
            .map(Stream::toList)
            .orElse(List.of()));
  }
}
