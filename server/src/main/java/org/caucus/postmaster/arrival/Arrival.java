package org.caucus.postmaster.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caucus.command.SeatId;
import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.members.Seat;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A letter at one address, on its way through the posting steps; immutable.
 *
 * @param person whose address its author's is; null if nobody's
 * @param seat from which it would be posted; null for a stranger to this place
 * @param intent where it wants to go, once a step found out
 * @param text its words
 * @param concerns what somebody must be asked about
 */
public record Arrival(
    Incoming incoming,
    Destination to,
    Workspace workspace,
    @Nullable String person,
    @Nullable Seat seat,
    @Nullable Intent intent,
    String text,
    List<Concern> concerns) {
  /** Something to ask about, and whom. */
  public record Concern(Hold.Awaits awaits, String words) {}

  /** A copy that nobody else can change. */
  public Arrival {
    concerns = List.copyOf(concerns);
  }

  /** Before the first step. */
  public static Arrival of(
      Incoming incoming, Destination to, Workspace workspace, @Nullable String person) {
    return new Arrival(
        incoming, to, workspace, person, null, null, incoming.letter().text(), List.of());
  }

  /** Known to come from this seat, if its author is who the letter says. */
  public Arrival from(Seat seat) {
    return new Arrival(incoming, to, workspace, person, seat, intent, text, concerns);
  }

  /** Known to want to go there. */
  public Arrival towards(Intent intent) {
    return new Arrival(incoming, to, workspace, person, seat, intent, text, concerns);
  }

  /** With other words. */
  public Arrival saying(String text) {
    return new Arrival(incoming, to, workspace, person, seat, intent, text, concerns);
  }

  /** Somebody must be asked. */
  public Arrival asking(Hold.Awaits awaits, String words) {
    List<Concern> more = new ArrayList<>(concerns);
    more.add(new Concern(awaits, words));
    return new Arrival(incoming, to, workspace, person, seat, intent, text, more);
  }

  /** The id of its seat; null for a stranger. */
  public @Nullable SeatId seatId() {
    return seat == null ? null : seat.id();
  }

  /** Where it ends when no step ended it: posted, or held if there are concerns. */
  public Verdict verdict() {
    Intent aim = Objects.requireNonNull(intent, "no step found where it wants to go");
    if (concerns.isEmpty()) {
      return new Verdict.Post(aim, Objects.requireNonNull(seat).id(), text);
    }
    boolean own = concerns.stream().allMatch(c -> c.awaits() == Hold.Awaits.SENDER);
    List<String> reasons = concerns.stream().map(Concern::words).toList();
    return new Verdict.Hold(
        aim, seatId(), own ? Hold.Awaits.SENDER : Hold.Awaits.CONVENOR, text, reasons);
  }
}
