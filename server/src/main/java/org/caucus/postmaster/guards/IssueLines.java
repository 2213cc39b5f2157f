package org.caucus.postmaster.guards;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caucus.command.Ref;
import org.caucus.issues.Issue;
import org.caucus.issues.Tracker;
import org.caucus.issues.asked.AskedLines;
import org.caucus.issues.asked.AskedLines.Line;
import org.caucus.issues.asked.AskedLines.Reading;
import org.caucus.issues.asked.Asks;
import org.caucus.issues.asked.Checks;
import org.caucus.issues.asked.Verb;
import org.caucus.issues.fields.Check;
import org.caucus.issues.fields.IssueState;
import org.caucus.letters.Intent;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a letter asks of an issue: by lines at its head when it opens one, by brackets at the
 * end of its subject, by a verb in its address. All of it is done, or nothing is posted.
 */
public record IssueLines() implements Step {
  @Override
  public Next take(Arrival arrival) {
    Optional<Verb> verb = arrival.to().verb();
    Seat seat = arrival.seat();
    if (arrival.intent() instanceof Intent.Answer i && i.parent().kind() == Ref.Kind.ACTION) {
      return Step.on(arrival); // what is asked of actions is read by ActionHead
    }
    if (seat != null && verb.filter(Verb::isOfActions).isPresent()) {
      return Step.refuse(Words.VERB_NOT_HERE);
    }
    return switch (arrival.intent()) {
      case Intent.NewIssue i when seat != null -> opens(arrival, seat, i, verb);
      case Intent.Answer i when seat != null && i.parent().kind() == Ref.Kind.ISSUE ->
          answers(arrival, seat, i, verb);
      case null, default ->
          verb.isPresent() && seat != null ? Step.refuse(Words.VERB_NOT_HERE) : Step.on(arrival);
    };
  }

  private static Next opens(Arrival arrival, Seat seat, Intent.NewIssue i, Optional<Verb> verb) {
    if (verb.filter(v -> v != Verb.QUIET).isPresent()) {
      return Step.refuse(Words.ANSWERS_NO_ISSUE);
    }
    Tracker tracker = arrival.workspace().issues().tracker(i.tracker()).orElseThrow();
    Head head =
        Head.of(arrival.text(), key -> AskedLines.isKey(key, tracker), AskedLines.MAX_LINES);
    List<Line> lines = asked(arrival, head.lines());
    List<Check> checks = Checks.in(head.rest());
    Reading reading = read(arrival, seat, tracker, null, lines);
    if (reading.wrong() != null) {
      return refused(
          arrival, Words.ASKS_WRONGLY + reading.wrong(), withoutState(reading.example()));
    }
    if (reading.asks().state() != null) {
      return refused(arrival, Words.NO_STATE_YET, withoutState(lines));
    }
    Arrival opening = arrival.saying(Checks.without(head.rest()));
    return done(
        opening,
        lines,
        some -> read(arrival, seat, tracker, null, some),
        said -> {
          Asks asks = asked(said, verb).checking(checks);
          return asks.equals(Asks.NOTHING) ? i : new Intent.NewIssue(i.tracker(), asks);
        });
  }

  /** All of it is done, or what of it could be is shown. */
  private static Next done(
      Arrival arrival,
      List<Line> lines,
      Function<List<Line>, Reading> reading,
      Function<Asks, Intent> aim) {
    return Head.undoable(
            arrival,
            shown(lines),
            some ->
                Optional.of(reading.apply(read(some)))
                    .filter(r -> r.wrong() == null)
                    .map(r -> arrival.towards(aim.apply(r.asks()))))
        .orElseGet(() -> Step.on(arrival.towards(aim.apply(reading.apply(lines).asks()))));
  }

  private static List<Line> read(List<Head.Line> lines) {
    return lines.stream().map(l -> new Line(l.key(), l.value(), l.inSubject())).toList();
  }

  private static Next answers(Arrival arrival, Seat seat, Intent.Answer i, Optional<Verb> verb) {
    Issue issue = arrival.workspace().issues().find(i.parent().id()).orElseThrow();
    Tracker tracker = arrival.workspace().issues().tracker(issue.tracker()).orElseThrow();
    List<Line> lines = inSubject(arrival);
    Reading reading = read(arrival, seat, tracker, issue.state(), lines);
    if (reading.wrong() != null) {
      return refused(arrival, Words.ASKS_WRONGLY + reading.wrong(), reading.example());
    }
    IssueState to = reading.asks().state();
    if (to != null && verb.filter(v -> v != Verb.QUIET).isPresent()) {
      return Step.refuse(Words.TWO_STATES);
    }
    List<Check> now = issue.facets().checklist();
    List<Check> written = Checks.in(arrival.text());
    List<Check> checks = Checks.areAsked(written, now) ? written : List.of();
    if (!Checks.fit(now, checks)) {
      return refused(arrival, Words.ASKS_WRONGLY + Checks.NO_LINE, ticked(lines, now, checks));
    }
    return done(
        arrival,
        lines,
        some -> read(arrival, seat, tracker, issue.state(), some),
        said -> {
          Asks asks = asked(said, verb).checking(checks);
          return asks.equals(Asks.NOTHING) ? i : new Intent.Answer(i.parent(), i.answers(), asks);
        });
  }

  /** The lines as they stand, and those of a checklist as they may have been meant. */
  private static List<Line> ticked(List<Line> lines, List<Check> now, List<Check> checks) {
    return Stream.concat(
            lines.stream(),
            Checks.meant(now, checks).stream().map(c -> new Line("", Checks.written(c))))
        .toList();
  }

  private static Asks asked(Asks asks, Optional<Verb> verb) {
    return verb.map(v -> v.on(asks)).orElse(asks);
  }

  private static Reading read(
      Arrival arrival,
      Seat seat,
      Tracker tracker,
      @Nullable IssueState standing,
      List<Line> lines) {
    LocalDate today = LocalDate.ofInstant(arrival.incoming().received(), ZoneOffset.UTC);
    Workspace now = arrival.workspace();
    return new AskedLines(
            now.members(), now.access(), seat, arrival.readers(), tracker, today, standing)
        .read(lines);
  }

  private static List<Line> inSubject(Arrival arrival) {
    return AskedLines.inSubject(arrival.incoming().letter().subject());
  }

  /** An issue that is opened begins where its tracker says. */
  private static List<Line> withoutState(List<Line> lines) {
    return lines.stream().filter(line -> !line.name().equals("state")).toList();
  }

  /** Those at the head, and those in the subject. */
  private static List<Line> asked(Arrival arrival, List<Head.Line> head) {
    return Stream.concat(
            head.stream().map(l -> new Line(l.key(), l.value())), inSubject(arrival).stream())
        .toList();
  }

  /** What opens an issue with these lines, put right where it is not understood. */
  static List<Head.Line> right(Arrival arrival, Seat seat, List<Head.Line> head) {
    String key = arrival.to().thing().id();
    Tracker tracker = arrival.workspace().issues().tracker(key).orElseThrow();
    List<Line> lines = asked(arrival, head);
    Arrival opening = arrival.towards(new Intent.NewIssue(key));
    Reading reading = read(opening, seat, tracker, null, lines);
    return shown(withoutState(reading.wrong() == null ? lines : reading.example()));
  }

  private static List<Head.Line> shown(List<Line> lines) {
    return lines.stream().map(l -> new Head.Line(l.key(), l.value(), l.inSubject())).toList();
  }

  private static Next refused(Arrival arrival, String wrong, List<Line> right) {
    return Head.refused(arrival, wrong, shown(right));
  }
}
