package org.caucus.postmaster.guards;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caucus.actions.Action;
import org.caucus.actions.asked.ActionAsks;
import org.caucus.actions.asked.ActionLines;
import org.caucus.actions.asked.ActionLines.Reading;
import org.caucus.command.Ref;
import org.caucus.issues.asked.AskedLines;
import org.caucus.issues.asked.Verb;
import org.caucus.letters.Intent;
import org.caucus.lists.mail.Personal;
import org.caucus.members.Role;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a letter asks of the action it becomes, by lines at its head, or answers, by brackets
 * at the end of its subject and a verb in its address. All of it is done, or nothing is. One that
 * plans must say who reads it: the address does not, and a plan that reached a company by a
 * forgotten line could not be taken back.
 */
public record ActionHead() implements Step {
  private static final Head.Line AUDIENCE = new Head.Line("Audience", "civil society");

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

  /** Brackets at the end of its subject, and a verb in its address. */
  private static Next answers(Arrival arrival, Seat seat, Intent.Answer i) {
    Optional<Verb> verb = arrival.to().verb();
    boolean isMinutes = verb.filter(v -> v == Verb.MINUTES).isPresent();
    boolean isDone = verb.filter(v -> v == Verb.DONE).isPresent();
    if (verb.isPresent() && !isMinutes && !isDone) {
      return Step.refuse(Words.VERB_NOT_HERE);
    }
    Reading reading =
        ActionLines.inSubject(
            AskedLines.inSubject(arrival.incoming().letter().subject()).stream()
                .map(l -> new ActionLines.Line(l.key(), l.value()))
                .toList(),
            arrival.workspace().members(),
            zone(arrival.workspace().lists().habits().now(seat.id())));
    if (reading.wrong() != null) {
      return wrong(arrival, reading);
    }
    if (isDone && reading.asks().state() != null) {
      return Step.refuse(Words.TWO_STATES);
    }
    Action.State state = isDone ? Action.State.DONE : reading.asks().state();
    ActionAsks asks = reading.asks().with(state, isMinutes);
    return Step.on(
        asks.equals(ActionAsks.NOTHING)
            ? arrival
            : arrival.towards(new Intent.Answer(i.parent(), i.answers(), null, asks)));
  }

  private static Next plans(Arrival arrival, Seat seat) {
    if (seat.role() == Role.OBSERVER) {
      return Step.refuse(Words.OBSERVERS_PLAN_NOTHING);
    }
    if (arrival.workspace().letters().moderation().isModerated(seat.id())) {
      return Step.refuse(Words.PLANNED_UNREAD);
    }
    Head head = Head.of(arrival.text(), ActionLines::isKey, ActionLines.MAX_LINES);
    Reading reading =
        ActionLines.read(
            head.lines().stream().map(l -> new ActionLines.Line(l.key(), l.value())).toList(),
            arrival.workspace().members(),
            zone(arrival.workspace().lists().habits().now(seat.id())));
    if (reading.wrong() != null) {
      return wrong(arrival, reading);
    }
    if (arrival.audience() == null) {
      List<Head.Line> right = new ArrayList<>(head.lines());
      right.add(AUDIENCE);
      return Head.refused(Words.SAY_AUDIENCE, right);
    }
    return Step.on(arrival.saying(head.rest()).towards(new Intent.NewAction(reading.asks())));
  }

  private static Next wrong(Arrival arrival, Reading reading) {
    return Head.refused(
        arrival,
        Words.ASKS_ACTION_WRONGLY + reading.wrong(),
        reading.example().stream().map(l -> new Head.Line(l.key(), l.value())).toList());
  }

  /**
   * The zone that somebody chose; null if they did not: an hour would be another than they mean.
   */
  private static @Nullable ZoneId zone(Personal personal) {
    return personal.zone().equals(Personal.USUAL.zone()) ? null : personal.zone();
  }
}
