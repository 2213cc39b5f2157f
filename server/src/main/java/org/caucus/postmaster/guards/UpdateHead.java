package org.caucus.postmaster.guards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caucus.command.Ref;
import org.caucus.heads.Head;
import org.caucus.heads.Keys;
import org.caucus.heads.Line;
import org.caucus.heads.Reading;
import org.caucus.hints.OwnWords;
import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.members.Role;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.updates.Update;
import org.caucus.updates.asked.CourseAsks;
import org.caucus.updates.asked.CourseLines;
import org.caucus.updates.asked.UpdateAsks;
import org.caucus.updates.asked.UpdateLines;

/**
 * Reads what a company's letter asks of the update it becomes, or answers, by lines at its head.
 * All of it is done, or nothing is. What becomes of an update is its company's to say: anybody else
 * who begins with such a line is refused, whether they read it or not.
 */
public record UpdateHead() implements Step {
  @Override
  public Next take(Arrival arrival) {
    Seat seat = arrival.seat();
    return switch (arrival.intent()) {
      case Intent.NewUpdate i when seat != null -> drafts(arrival, i);
      case Intent.Answer i when seat != null && i.parent().kind() == Ref.Kind.UPDATE ->
          answers(arrival, seat, i);
      case null, default -> Step.on(arrival);
    };
  }

  /** What is to become of the update that is answered; else it is a comment. */
  private static Next answers(Arrival arrival, Seat seat, Intent.Answer i) {
    Update update = arrival.workspace().updates().find(i.parent().id()).orElseThrow();
    boolean speaks = seat.role() == Role.LIAISON && seat.organisation().equals(update.company());
    Keys keys = CourseLines.keys().and(HeadLine.KEY);
    String own = Returned.isFirst(arrival, arrival.text()) ? "" : OwnWords.of(arrival.text());
    Head head = Head.of(own, keys, CourseLines.MAX_LINES);
    List<Line> lines = asked(arrival, head);
    if (!CourseLines.isAsked(lines)) {
      return speaks ? slipped(arrival, head, own) : Step.on(arrival);
    }
    if (!speaks) {
      return Step.refuse(Words.OTHERS_COURSE);
    }
    if (arrival.audience() != null || lines.stream().anyMatch(HeadLine::isReaders)) {
      return Step.refuse(Words.COURSE_FOR_ALL);
    }
    String words = OwnWords.of(head.rest());
    Function<List<Line>, Reading<CourseAsks>> reading =
        some -> CourseLines.read(some, arrival.incoming().received());
    Reading<CourseAsks> all = reading.apply(lines);
    CourseAsks asks = all.asks();
    if (asks == null) {
      return SentBack.refused(Words.ASKS_COURSE_WRONGLY + all.wrong(), all.example());
    }
    return SentBack.undoable(
            arrival,
            lines,
            some ->
                some.isEmpty()
                    ? Optional.of(arrival)
                    : reading.apply(some).understood().map(a -> doing(arrival, i, a.saying(words))))
        .orElseGet(() -> Step.on(doing(arrival, i, asks.saying(words))));
  }

  /**
   * What becomes of an update is read by all who read that, whatever it answers; where fewer read
   * what it answers, its author is asked.
   */
  private static Arrival doing(Arrival arrival, Intent.Answer i, CourseAsks asks) {
    Scope answered = arrival.readers();
    Arrival done = arrival.towards(new Intent.Answer(i.parent(), null, null, null, asks, null));
    return arrival.workspace().access().within(done.readers().audience(), answered)
        ? done
        : done.asking(Hold.Awaits.SENDER, Words.NARROWER);
  }

  /** Those at the head, and those in the subject. */
  private static List<Line> asked(Arrival arrival, Head head) {
    return Stream.concat(
            head.lines().stream(), CourseLines.keys().named(Added.settings(arrival)).stream())
        .toList();
  }

  /** A liaison's first line that is nearly such a word is no comment for all. */
  private static Next slipped(Arrival arrival, Head head, String own) {
    if (!head.lines().isEmpty()) {
      List<Line> right = new ArrayList<>(List.of(new Line("Correct", "")));
      right.addAll(head.lines());
      return SentBack.refused(Words.ASKS_COURSE_WRONGLY + CourseLines.ONLY_CORRECT, right);
    }
    Keys slips = Keys.asWritten(key -> CourseLines.meant(key).isPresent());
    return Head.of(own, slips, 0).lines().stream()
        .findFirst()
        .map(line -> line.called(CourseLines.meant(line.key()).orElseThrow()))
        .<Next>map(
            right ->
                SentBack.refused(Words.ASKS_COURSE_WRONGLY + CourseLines.KNOWN, List.of(right)))
        .orElseGet(() -> Step.on(arrival));
  }

  private static Next drafts(Arrival arrival, Intent.NewUpdate i) {
    String rest = OwnWords.unsigned(HeadLine.of(arrival).rest());
    List<Line> lines = HeadLine.besides(arrival);
    Reading<UpdateAsks> reading = read(arrival, lines);
    UpdateAsks all = reading.asks();
    if (all == null) {
      return SentBack.refused(
          arrival, Words.ASKS_UPDATE_WRONGLY + reading.wrong(), reading.example());
    }
    Function<UpdateAsks, Arrival> drafting =
        asks ->
            asks.equals(UpdateAsks.NOTHING)
                ? arrival.saying(rest)
                : arrival.saying(rest).towards(new Intent.NewUpdate(i.company(), asks));
    return SentBack.undoable(arrival, lines, some -> read(arrival, some).understood().map(drafting))
        .orElseGet(() -> Step.on(drafting.apply(all)));
  }

  private static Reading<UpdateAsks> read(Arrival arrival, List<Line> lines) {
    return UpdateLines.read(lines, arrival.incoming().received());
  }

  /** The lines, put right where they are not understood. */
  static List<Line> right(Arrival arrival, List<Line> lines) {
    Reading<UpdateAsks> reading = read(arrival, lines);
    return reading.wrong() == null ? lines : reading.example();
  }
}
