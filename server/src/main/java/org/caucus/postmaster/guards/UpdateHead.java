package org.caucus.postmaster.guards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caucus.command.Ref;
import org.caucus.hints.OwnWords;
import org.caucus.issues.asked.AskedLines;
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
import org.caucus.updates.asked.UpdateLines.Reading;

/**
 * Reads what a company's letter asks of the update it becomes, or answers, by lines at its head.
 * All of it is done, or nothing is. What becomes of an update is its company's to say: whoever else
 * begins with such a line is refused, whether they read it or not.
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
    Head head = Head.of(arrival.text(), CourseLines::isKey, CourseLines.MAX_LINES);
    List<Head.Line> lines = asked(arrival, update, head);
    if (!CourseLines.isAsked(read(lines))) {
      return speaks ? slipped(arrival, head) : Step.on(arrival);
    }
    if (!speaks) {
      return Step.refuse(Words.OTHERS_COURSE);
    }
    if (arrival.audience() != null) {
      return Step.refuse(Words.COURSE_FOR_ALL);
    }
    String words = OwnWords.of(head.rest());
    Function<List<Head.Line>, CourseLines.Reading> reading =
        some -> CourseLines.read(read(some), arrival.incoming().received());
    CourseLines.Reading all = reading.apply(lines);
    CourseAsks asks = all.asks();
    if (asks == null) {
      return Head.refused(Words.ASKS_COURSE_WRONGLY + all.wrong(), shown(all.example()));
    }
    return Head.undoable(
            arrival,
            lines,
            some ->
                some.isEmpty()
                    ? Optional.of(arrival)
                    : Optional.ofNullable(reading.apply(some).asks())
                        .map(a -> doing(arrival, i, a.saying(words))))
        .orElseGet(() -> Step.on(doing(arrival, i, asks.saying(words))));
  }

  /**
   * What becomes of an update is read by all who read that, whatever it answers; where fewer read
   * what it answers, its author is asked.
   */
  private static Arrival doing(Arrival arrival, Intent.Answer i, CourseAsks asks) {
    Scope answered = arrival.readers();
    Arrival done = arrival.towards(new Intent.Answer(i.parent(), null, null, null, asks));
    return arrival.workspace().access().within(done.readers().audience(), answered)
        ? done
        : done.asking(Hold.Awaits.SENDER, Words.NARROWER);
  }

  /** Those at the head, and those in the subject, but for brackets of the update's own title. */
  private static List<Head.Line> asked(Arrival arrival, Update update, Head head) {
    List<AskedLines.Line> inSubject = AskedLines.inSubject(arrival.incoming().letter().subject());
    return inSubject.equals(AskedLines.inSubject(update.title()))
        ? head.lines()
        : Stream.concat(
                head.lines().stream(),
                inSubject.stream().map(l -> new Head.Line(l.key(), l.value(), true)))
            .toList();
  }

  /** A liaison's first line that is nearly such a word is no comment for all. */
  private static Next slipped(Arrival arrival, Head head) {
    if (!head.lines().isEmpty()) {
      List<CourseLines.Line> right = new ArrayList<>(List.of(new CourseLines.Line("Correct", "")));
      right.addAll(read(head.lines()));
      return Head.refused(Words.ASKS_COURSE_WRONGLY + CourseLines.ONLY_CORRECT, shown(right));
    }
    Head near = Head.of(arrival.text(), key -> CourseLines.meant(key).isPresent(), 0);
    return near.lines().stream()
        .findFirst()
        .map(line -> new Head.Line(CourseLines.meant(line.key()).orElseThrow(), line.value()))
        .<Next>map(
            right -> Head.refused(Words.ASKS_COURSE_WRONGLY + CourseLines.KNOWN, List.of(right)))
        .orElseGet(() -> Step.on(arrival));
  }

  private static List<CourseLines.Line> read(List<Head.Line> lines) {
    return lines.stream()
        .map(l -> new CourseLines.Line(l.key(), l.value(), l.inSubject()))
        .toList();
  }

  private static List<Head.Line> shown(List<CourseLines.Line> lines) {
    return lines.stream().map(l -> new Head.Line(l.key(), l.value(), l.inSubject())).toList();
  }

  private static Next drafts(Arrival arrival, Intent.NewUpdate i) {
    Head head = Head.of(arrival.text(), UpdateLines::isKey, UpdateLines.MAX_LINES);
    Reading reading = read(arrival, head.lines());
    if (reading.wrong() != null) {
      return refused(arrival, reading);
    }
    Function<UpdateAsks, Arrival> drafting =
        asks ->
            asks.equals(UpdateAsks.NOTHING)
                ? arrival
                : arrival.saying(head.rest()).towards(new Intent.NewUpdate(i.company(), asks));
    return Head.undoable(
            arrival,
            head.lines(),
            some ->
                Optional.of(read(arrival, some))
                    .filter(r -> r.wrong() == null)
                    .map(r -> drafting.apply(r.asks())))
        .orElseGet(() -> Step.on(drafting.apply(reading.asks())));
  }

  private static Reading read(Arrival arrival, List<Head.Line> lines) {
    return UpdateLines.read(
        lines.stream().map(l -> new UpdateLines.Line(l.key(), l.value())).toList(),
        arrival.incoming().received());
  }

  /** The lines, put right where they are not understood. */
  static List<Head.Line> right(Arrival arrival, List<Head.Line> lines) {
    Reading reading = read(arrival, lines);
    return reading.wrong() == null ? lines : shown(reading);
  }

  private static List<Head.Line> shown(Reading reading) {
    return reading.example().stream().map(l -> new Head.Line(l.key(), l.value())).toList();
  }

  private static Next refused(Arrival arrival, Reading reading) {
    return Head.refused(arrival, Words.ASKS_UPDATE_WRONGLY + reading.wrong(), shown(reading));
  }
}
