package org.caucus.coalition.access.handover;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.access.Duty;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.kernel.SeatId;

/** Shows what is to be handed over as the API does, as far as one seat can read it. */
public final class HandoverPresenter {
  /** Most things shown; what is beyond is counted. */
  public static final int MAX_SHOWN = 500;

  private HandoverPresenter() {}

  /** What a seat has to hand over, and to whom it could. */
  public static JsonObject show(HeldLetters.Held state, Seat seat, SeatId reader) {
    JsonObject shown =
        duties(state, Duties.of(state, seat.id()), reader)
            .put("seat", seat.id().value())
            .put("successors", ids(successors(state.members(), seat)));
    if (seat.id().equals(reader)) {
      shown.put("letters", letters(state, reader));
    }
    return shown;
  }

  /** What ended seats left undone. */
  public static JsonObject stranded(HeldLetters.Held state, SeatId reader) {
    return duties(state, Duties.stranded(state), reader);
  }

  private static JsonObject duties(HeldLetters.Held state, List<Duty> all, SeatId reader) {
    List<Duty> readable =
        all.stream().filter(d -> state.access().canRead(reader, d.scope())).toList();
    JsonArray items = new JsonArray();
    readable.stream().limit(MAX_SHOWN).forEach(d -> items.add(show(state, d)));
    return new JsonObject()
        .put("items", items)
        .put("more", Math.max(0, readable.size() - MAX_SHOWN));
  }

  private static JsonObject show(HeldLetters.Held state, Duty duty) {
    JsonObject shown =
        new JsonObject()
            .put("ref", EntryPresenter.ref(duty.thing()))
            .put("title", duty.title())
            .put("audience", duty.scope().audience().wire())
            .put("readers", state.access().count(duty.scope()))
            .put("takers", ids(takers(state, duty)))
            .put("releasable", duty.releasable());
    Duties.leftBy(state, duty).ifPresent(seat -> shown.put("seat", seat.value()));
    return shown;
  }

  /** Who reads it and can do something about it. */
  private static Stream<SeatId> takers(HeldLetters.Held state, Duty duty) {
    return state.access().readers(duty.scope()).stream()
        .filter(s -> s.role() != Role.OBSERVER)
        .map(Seat::id);
  }

  private static long letters(HeldLetters.Held state, SeatId seat) {
    return Duties.letters(state, seat).stream()
        .filter(h -> state.access().canRead(seat, HeldLetters.scope(state, h)))
        .count();
  }

  private static Stream<SeatId> successors(Members members, Seat seat) {
    if (!members.heir(seat.id()).equals(seat.id())) {
      return Stream.empty();
    }
    return members.active().stream()
        .filter(s -> s.organisation().equals(seat.organisation()) && !s.id().equals(seat.id()))
        .filter(s -> s.role() != Role.OBSERVER || seat.role() == Role.OBSERVER)
        .map(Seat::id);
  }

  private static JsonArray ids(Stream<SeatId> seats) {
    return new JsonArray(seats.map(SeatId::value).toList());
  }
}
