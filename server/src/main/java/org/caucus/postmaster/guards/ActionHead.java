package org.caucus.postmaster.guards;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.actions.Action;
import org.caucus.actions.Actions;
import org.caucus.actions.asked.ActionAsks;
import org.caucus.actions.asked.ActionLines;
import org.caucus.command.Ref;
import org.caucus.heads.Line;
import org.caucus.heads.Reading;
import org.caucus.hints.Choice;
import org.caucus.hints.OwnWords;
import org.caucus.issues.asked.Verb;
import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.letters.words.ActWord;
import org.caucus.lists.mail.Personal;
import org.caucus.members.Audience;
import org.caucus.members.Role;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.members.called.Called;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.postmaster.readers.AudienceWords;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a letter asks of the action it becomes, or answers, by lines at its head, by brackets
 * at the end of the subject of an answer and a verb in its address. All of it is done, or nothing
 * is. One that plans must say who reads it: the address does not, and a plan that reached a company
 * by a forgotten line could not be taken back.
 */
public record ActionHead() implements Step {
  @Override
  public Next take(Arrival arrival) {
    Seat seat = arrival.seat();
    return switch (arrival.intent()) {
      case Intent.NewAction i when seat != null -> plans(arrival, seat);
      case Intent.Answer i when seat != null && i.parent().kind() == Ref.Kind.ACTION ->
          answers(arrival, seat, i);
      case null, default -> Step.on(arrival);
    };
  }

  /** Lines at its head, brackets at the end of its subject, and a verb in its address. */
  private static Next answers(Arrival arrival, Seat seat, Intent.Answer i) {
    Set<Verb> verbs = arrival.to().verbs();
    boolean isDone = verbs.contains(Verb.DONE);
    if (verbs.contains(Verb.QUIET) || verbs.contains(Verb.FORWARDED)) {
      return Step.refuse(Words.VERB_NOT_HERE);
    }
    if (verbs.stream().filter(Verb::isOfActions).count() > 1) {
      return Step.refuse(Words.TWO_STATES);
    }
    List<Line> settings = ActionLines.settings().named(Added.settings(arrival));
    Action action = arrival.workspace().actions().find(i.parent().id()).orElseThrow();
    AnswerHead head =
        AnswerHead.of(
            arrival, ActionLines.answering(verbs.contains(Verb.AGENCY)), ActionLines::isOrder);
    if (verbs.isEmpty()
        && settings.isEmpty()
        && head.lines().isEmpty()
        && !arrival.isLikeMachines()) {
      String open = Choice.word(action.state().over() ? Action.State.PLANNED : action.state());
      settings =
          ActWord.of(i.parent(), arrival.text()).stream()
              .map(act -> act.line(i.parent(), open))
              .toList();
    }
    List<Line> lines = Stream.concat(head.lines().stream(), settings.stream()).toList();
    Reading<ActionAsks> reading = read(arrival, seat, action.scope(), action.state(), lines);
    ActionAsks all = reading.asks();
    if (all == null) {
      return SentBack.refused(
          arrival, Words.ASKS_ACTION_WRONGLY + reading.wrong(), reading.example());
    }
    if (isDone && all.state() != null) {
      return Step.refuse(Words.TWO_STATES);
    }
    if (all.agency() != null && !verbs.contains(Verb.AGENCY)) {
      return Step.refuse(Words.ONLY_OF_AGENCY);
    }
    if (all.isReplacing() && !verbs.contains(Verb.AGENDA)) {
      return Step.refuse(Words.ONLY_OF_AGENDA);
    }
    Arrival answer = Added.asked(arrival).saying(head.rest());
    return SentBack.undoable(
            answer,
            lines,
            some ->
                read(arrival, seat, action.scope(), action.state(), some)
                    .understood()
                    .map(asks -> changing(answer, i, asks, verbs)))
        .orElseGet(() -> Step.on(changing(answer, i, all, verbs)));
  }

  private static Arrival changing(
      Arrival arrival, Intent.Answer i, ActionAsks said, Set<Verb> verbs) {
    boolean isDone = verbs.contains(Verb.DONE);
    ActionAsks asks = said.with(isDone ? Action.State.DONE : said.state(), words(verbs));
    if (asks.equals(ActionAsks.NOTHING)) {
      return arrival;
    }
    Arrival changed = arrival.towards(new Intent.Answer(i.parent(), i.answers(), null, asks));
    boolean opens = asks.embargo() != null && asks.embargo().until() != null;
    // as in the browser, where it takes a fresh proof: here the question is mailed to its author
    return opens ? changed.asking(Hold.Awaits.SENDER, Words.OPENS) : changed;
  }

  /** What the words are, by the verb in the address. */
  private static ActionAsks.Words words(Set<Verb> verbs) {
    return verbs.stream()
        .filter(Verb::isOfActions)
        .findFirst()
        .map(
            v ->
                switch (v) {
                  case MINUTES -> ActionAsks.Words.MINUTES;
                  case AGENDA -> ActionAsks.Words.AGENDA;
                  case AGENCY -> ActionAsks.Words.AGENCY;
                  case DONE, QUIET, FORWARDED -> ActionAsks.Words.COMMENT;
                })
        .orElse(ActionAsks.Words.COMMENT);
  }

  private static Next plans(Arrival arrival, Seat seat) {
    if (seat.role() == Role.OBSERVER) {
      return Step.refuse(Words.OBSERVERS_PLAN_NOTHING);
    }
    if (arrival.workspace().letters().moderation().isModerated(seat.id())) {
      return Step.refuse(Words.PLANNED_UNREAD);
    }
    List<Line> written = HeadLine.besides(arrival);
    boolean open = waits(written) && !(arrival.audience() instanceof Audience.Named);
    Arrival meant = open ? alone(arrival, seat) : meant(arrival, seat);
    List<Line> lines = open ? opening(arrival, written) : written;
    Reading<ActionAsks> reading = read(arrival, seat, meant.readers(), null, lines);
    if (open) {
      List<Line> right = reading.wrong() == null ? lines : reading.example();
      return SentBack.refused(meant, Words.NAME_WHO_KNOWS, right);
    }
    ActionAsks all = reading.asks();
    if (all == null) {
      return SentBack.refused(
          meant, Words.ASKS_ACTION_WRONGLY + reading.wrong(), reading.example());
    }
    if (arrival.audience() == null) {
      return SentBack.refused(meant, Words.SAY_AUDIENCE, written);
    }
    Arrival planned = arrival.saying(OwnWords.unsigned(HeadLine.of(arrival).rest()));
    return SentBack.undoable(
            planned,
            written,
            some ->
                read(arrival, seat, meant.readers(), null, some)
                    .understood()
                    .map(asks -> planned.towards(new Intent.NewAction(asks))))
        .orElseGet(() -> Step.on(planned.towards(new Intent.NewAction(all))));
  }

  /** Whether others are to learn of it later. */
  private static boolean waits(List<Line> lines) {
    return lines.stream()
        .anyMatch(l -> isEmbargo(l) && !l.value().equalsIgnoreCase(ActionLines.NONE));
  }

  private static boolean isEmbargo(Line line) {
    return line.key().equalsIgnoreCase("embargo");
  }

  /** For an example: nobody is named, so nobody else knows of it. */
  private static Arrival alone(Arrival arrival, Seat seat) {
    return arrival.narrowed(Audience.named(List.of(seat.id())), arrival.text());
  }

  /** Those who were to read it at once may have been meant to read it later. */
  private static List<Line> opening(Arrival arrival, List<Line> lines) {
    Audience asked = arrival.audience();
    if (asked == null) {
      return lines;
    }
    String to = new AudienceWords(arrival.workspace(), null).say(asked);
    return lines.stream()
        .map(l -> isEmbargo(l) && l.value().indexOf(',') < 0 ? l.saying(l.value() + ", " + to) : l)
        .toList();
  }

  /** With the readers that it may ask for which are nearest to those it asks for. */
  private static Arrival meant(Arrival arrival, Seat seat) {
    Audience asked = arrival.audience();
    AudienceWords words = AudienceWords.of(arrival.workspace(), seat, Actions.AGENDA);
    return (asked == null
            ? words.put("", seat, Actions.AGENDA)
            : words.possible(asked, seat, Actions.AGENDA))
        .flatMap(words::read)
        .map(readers -> arrival.narrowed(readers, arrival.text()))
        .orElse(arrival);
  }

  /** What plans an action with these lines, put right where it is not understood. */
  static List<Line> right(Arrival arrival, Seat seat, List<Line> lines) {
    Scope readers = arrival.towards(new Intent.NewAction(null)).readers();
    Reading<ActionAsks> reading = read(arrival, seat, readers, null, lines);
    return reading.wrong() == null ? lines : reading.example();
  }

  /** Who may learn of an action later: those who read it now, and others. */
  private record Later(Workspace now, Seat seat, Scope readers) implements ActionLines.Later {
    @Override
    public Optional<Audience> of(String words) {
      return AudienceWords.of(now, seat, Actions.AGENDA).read(words);
    }

    @Override
    public Optional<String> meant(String words) {
      AudienceWords all = AudienceWords.of(now, seat, Actions.AGENDA);
      Audience before = readers.audience();
      return all.put(
          words,
          to ->
              !to.equals(before)
                  && all.isOpen(to, seat, Actions.AGENDA)
                  && now.access().within(before, Scope.place(to)));
    }
  }

  private static Reading<ActionAsks> read(
      Arrival arrival,
      Seat seat,
      Scope readers,
      Action.@Nullable State standing,
      List<Line> lines) {
    Workspace now = arrival.workspace();
    return new ActionLines(
            now.members(),
            new Called(seat, now.access().readers(readers)),
            new Later(now, seat, readers),
            readers,
            zone(now.lists().habits().now(seat.id())),
            arrival.incoming().received(),
            standing)
        .read(lines);
  }

  /**
   * The zone that somebody chose; null if they did not: an hour would be another than they mean.
   */
  private static @Nullable ZoneId zone(Personal personal) {
    return personal.zone().equals(Personal.USUAL.zone()) ? null : personal.zone();
  }
}
