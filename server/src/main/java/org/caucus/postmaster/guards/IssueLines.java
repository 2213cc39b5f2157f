package org.caucus.postmaster.guards;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caucus.command.Ref;
import org.caucus.heads.Line;
import org.caucus.heads.Reading;
import org.caucus.hints.Choice;
import org.caucus.hints.OwnWords;
import org.caucus.issues.Issue;
import org.caucus.issues.Tracker;
import org.caucus.issues.asked.AskedLines;
import org.caucus.issues.asked.Asks;
import org.caucus.issues.asked.Checks;
import org.caucus.issues.asked.Verb;
import org.caucus.issues.fields.Check;
import org.caucus.issues.fields.FacetsChange;
import org.caucus.issues.fields.IssueState;
import org.caucus.letters.Intent;
import org.caucus.letters.words.ActWord;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a letter asks of an issue: by lines at its head, by brackets at the end of its
 * subject, by a verb in its address. All of it is done, or nothing is posted. An answer has a head
 * if its first line is an order: much that people say begins with a word and a colon.
 */
public record IssueLines() implements Step {
  @Override
  public Next take(Arrival arrival) {
    Set<Verb> verbs = arrival.to().verbs();
    Seat seat = arrival.seat();
    if (arrival.intent() instanceof Intent.Answer i && i.parent().kind() == Ref.Kind.ACTION) {
      return Step.on(arrival); // what is asked of actions is read by ActionHead
    }
    if (seat != null && verbs.stream().anyMatch(Verb::isOfActions)) {
      return Step.refuse(Words.VERB_NOT_HERE);
    }
    return switch (arrival.intent()) {
      case Intent.NewIssue i when seat != null -> opens(arrival, seat, i, verbs);
      case Intent.Answer i when seat != null && i.parent().kind() == Ref.Kind.ISSUE ->
          answers(arrival, seat, i, verbs);
      case null, default ->
          !verbs.isEmpty() && seat != null ? Step.refuse(Words.VERB_NOT_HERE) : Step.on(arrival);
    };
  }

  private static Next opens(Arrival arrival, Seat seat, Intent.NewIssue i, Set<Verb> verbs) {
    if (verbs.stream().anyMatch(Verb::isState)) {
      return Step.refuse(Words.ANSWERS_NO_ISSUE);
    }
    Tracker tracker = arrival.workspace().issues().tracker(i.tracker()).orElseThrow();
    String rest = HeadLine.of(arrival).rest();
    List<Line> lines = asked(arrival, tracker, HeadLine.besides(arrival));
    List<Check> checks = Checks.in(rest);
    Reading<Asks> reading = read(arrival, seat, tracker, null, lines);
    Asks asks = reading.asks();
    if (asks == null) {
      return SentBack.refused(
          arrival, Words.ASKS_WRONGLY + reading.wrong(), withoutState(reading.example()));
    }
    if (asks.state() != null) {
      return SentBack.refused(arrival, Words.NO_STATE_YET, withoutState(lines));
    }
    Arrival opening = arrival.saying(Checks.without(OwnWords.unsigned(rest)));
    return done(
        opening,
        lines,
        some -> read(arrival, seat, tracker, null, some),
        said -> {
          Asks all = asked(said, verbs).checking(checks, List.of(), List.of());
          return all.equals(Asks.NOTHING) ? i : new Intent.NewIssue(i.tracker(), all);
        });
  }

  /** All of it is done, or what of it could be is shown. */
  private static Next done(
      Arrival arrival,
      List<Line> lines,
      Function<List<Line>, Reading<Asks>> reading,
      Function<Asks, Intent> aim) {
    Function<List<Line>, Optional<Arrival>> doing =
        some -> reading.apply(some).understood().map(asks -> arrival.towards(aim.apply(asks)));
    return SentBack.undoable(arrival, lines, doing)
        .orElseGet(() -> Step.on(doing.apply(lines).orElseThrow()));
  }

  private static Next answers(Arrival arrival, Seat seat, Intent.Answer i, Set<Verb> verbs) {
    Issue issue = arrival.workspace().issues().find(i.parent().id()).orElseThrow();
    Tracker tracker = arrival.workspace().issues().tracker(issue.tracker()).orElseThrow();
    AnswerHead headed =
        verbs.isEmpty() ? acting(arrival, i, issue, tracker) : headed(arrival, tracker);
    List<Line> lines = asked(arrival, tracker, headed.lines());
    Reading<Asks> reading = read(arrival, seat, tracker, issue.state(), lines);
    Asks said = reading.asks();
    if (said == null) {
      return SentBack.refused(arrival, Words.ASKS_WRONGLY + reading.wrong(), reading.example());
    }
    IssueState to = said.state();
    if (verbs.stream().filter(Verb::isState).count() + (to == null ? 0 : 1) > 1) {
      return Step.refuse(Words.TWO_STATES);
    }
    List<Check> now = issue.facets().checklist();
    String own = Returned.without(arrival, arrival.text(), line -> false);
    if (Checks.areTooMany(own, now)) {
      return Step.refuse(FacetsChange.TOO_MANY_CHECKS);
    }
    List<Check> written = Checks.ticking(own);
    List<Check> added = Checks.added(own);
    List<Check> gone = Checks.takenOff(own);
    List<Check> checks = Checks.areAsked(written, now) ? written : List.of();
    if (!Checks.fit(now, checks) || !Checks.are(now, gone)) {
      String why = Checks.fit(now, checks) ? Checks.NO_LINE_OFF : Checks.NO_LINE;
      return SentBack.refused(arrival, Words.ASKS_WRONGLY + why, ticked(lines, now, checks, gone));
    }
    return done(
        Added.asked(arrival).saying(headed.rest()),
        lines,
        some -> read(arrival, seat, tracker, issue.state(), some),
        some -> {
          Asks asks = asked(some, verbs).checking(checks, added, gone);
          return asks.equals(Asks.NOTHING) ? i : new Intent.Answer(i.parent(), i.answers(), asks);
        });
  }

  /** An answer of one line that acts is such a line at its head; a machine's acts never. */
  private static AnswerHead acting(Arrival arrival, Intent.Answer i, Issue issue, Tracker tracker) {
    return ActWord.of(i.parent(), arrival.text())
        .filter(act -> !arrival.isLikeMachines() && inSubject(arrival).isEmpty())
        .map(act -> act.line(i.parent(), issue.state().closed() ? "open" : called(issue)))
        .map(line -> new AnswerHead(List.of(line), arrival.text()))
        .orElseGet(() -> headed(arrival, tracker));
  }

  /** What is open stays in its state. */
  private static String called(Issue issue) {
    return Choice.word(issue.state());
  }

  private static AnswerHead headed(Arrival arrival, Tracker tracker) {
    return AnswerHead.of(arrival, AskedLines.keys(tracker), AskedLines::isOrder);
  }

  /** The lines as they stand, and those of a checklist as they may have been meant. */
  private static List<Line> ticked(
      List<Line> lines, List<Check> now, List<Check> checks, List<Check> gone) {
    return Stream.of(
            lines.stream(),
            Checks.meant(now, checks).stream().map(c -> new Line("", Checks.written(c))),
            Checks.meant(now, gone).stream().map(c -> new Line("", Checks.takingOff(c))))
        .flatMap(some -> some)
        .toList();
  }

  private static Asks asked(Asks asks, Set<Verb> verbs) {
    Asks all = asks;
    for (Verb verb : verbs) {
      all = verb.on(all);
    }
    return all;
  }

  private static Reading<Asks> read(
      Arrival arrival,
      Seat seat,
      Tracker tracker,
      @Nullable IssueState standing,
      List<Line> lines) {
    Workspace now = arrival.workspace();
    ZoneId zone = now.lists().habits().now(seat.id()).zone();
    LocalDate today = LocalDate.ofInstant(arrival.incoming().received(), zone);
    return new AskedLines(
            now.members(), now.access(), seat, arrival.readers(), tracker, today, standing)
        .read(lines);
  }

  private static List<Line> inSubject(Arrival arrival) {
    return Added.settings(arrival);
  }

  /** An issue that is opened begins where its tracker says. */
  private static List<Line> withoutState(List<Line> lines) {
    return lines.stream().filter(line -> !line.name().equals("state")).toList();
  }

  /** Those at the head, and those in the subject. */
  private static List<Line> asked(Arrival arrival, Tracker tracker, List<Line> head) {
    List<Line> inSubject = AskedLines.keys(tracker).named(inSubject(arrival));
    return Stream.concat(head.stream(), inSubject.stream()).toList();
  }

  /** What opens an issue with these lines, put right where it is not understood. */
  static List<Line> right(Arrival arrival, Seat seat, List<Line> head) {
    String key = arrival.to().thing().id();
    Tracker tracker = arrival.workspace().issues().tracker(key).orElseThrow();
    List<Line> lines = asked(arrival, tracker, head);
    Arrival opening = arrival.towards(new Intent.NewIssue(key));
    Reading<Asks> reading = read(opening, seat, tracker, null, lines);
    return withoutState(reading.wrong() == null ? lines : reading.example());
  }
}
