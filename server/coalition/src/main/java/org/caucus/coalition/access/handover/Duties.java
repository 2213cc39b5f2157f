package org.caucus.coalition.access.handover;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.access.Duty;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.coalition.moderation.Hold;
import org.caucus.kernel.SeatId;

/** What seats have to do. */
public final class Duties {
  private static final Comparator<Duty> ORDER =
      Comparator.comparing((Duty d) -> d.thing().kind()).thenComparing(d -> d.thing().id());

  private Duties() {}

  /** All that this seat has to do, in a stable order. */
  public static List<Duty> of(HeldLetters.Held state, SeatId seat) {
    return where(state, seat::equals);
  }

  /** All that is left to do by seats that are ended; who asks may not read all of it. */
  public static List<Duty> stranded(HeldLetters.Held state) {
    return where(state, gone(state));
  }

  /** The ended seat that left this one behind, if one did. */
  static Optional<SeatId> leftBy(HeldLetters.Held state, Duty duty) {
    return duty.keepers().stream().filter(gone(state)).findFirst();
  }

  private static Predicate<SeatId> gone(HeldLetters.Held state) {
    return id -> {
      Seat seat = state.members().seats().get(id);
      return seat != null && !seat.active();
    };
  }

  private static List<Duty> where(HeldLetters.Held state, Predicate<SeatId> whose) {
    return state.duties().filter(d -> d.keepers().stream().anyMatch(whose)).sorted(ORDER).toList();
  }

  /** Letters that wait for this seat's own word. */
  static List<Hold> letters(HeldLetters.Held state, SeatId seat) {
    return state.letters().holds().values().stream()
        .filter(h -> h.state() == Hold.State.HELD && h.awaits() == Hold.Awaits.SENDER)
        .filter(h -> seat.equals(h.seat()))
        .sorted(Comparator.comparing(Hold::at).thenComparing(Hold::id))
        .toList();
  }
}
