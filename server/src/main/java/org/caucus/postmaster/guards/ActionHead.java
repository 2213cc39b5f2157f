package org.caucus.postmaster.guards;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.caucus.actions.asked.ActionLines;
import org.caucus.actions.asked.ActionLines.Reading;
import org.caucus.letters.Intent;
import org.caucus.lists.mail.Personal;
import org.caucus.members.Role;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a letter asks of the action it becomes, by lines at its head. All of it is done, or
 * nothing is planned. It must say who reads it: the address does not, and a plan that reached a
 * company by a forgotten line could not be taken back.
 */
public record ActionHead() implements Step {
  private static final Head.Line AUDIENCE = new Head.Line("Audience", "civil society");

  @Override
  public Next take(Arrival arrival) {
    Seat seat = arrival.seat();
    if (!(arrival.intent() instanceof Intent.NewAction) || seat == null) {
      return Step.on(arrival);
    }
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
      return Head.refused(
          Words.ASKS_ACTION_WRONGLY + reading.wrong(),
          reading.example().stream().map(l -> new Head.Line(l.key(), l.value())));
    }
    if (arrival.audience() == null) {
      List<Head.Line> right = new ArrayList<>(head.lines());
      right.add(AUDIENCE);
      return Head.refused(Words.SAY_AUDIENCE, right.stream());
    }
    return Step.on(arrival.saying(head.rest()).towards(new Intent.NewAction(reading.asks())));
  }

  /**
   * The zone that somebody chose; null if they did not: an hour would be another than they mean.
   */
  private static @Nullable ZoneId zone(Personal personal) {
    return personal.zone().equals(Personal.USUAL.zone()) ? null : personal.zone();
  }
}
