package org.caucus.coalition.access.handover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.updates.Update;
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
    return keepers(state, duty).stream().filter(gone(state)).findFirst();
  }

  private static Predicate<SeatId> gone(HeldLetters.Held state) {
    return id -> {
      Seat seat = state.members().seats().get(id);
      return seat != null && !seat.active();
    };
  }

  private static List<SeatId> keepers(HeldLetters.Held state, Duty duty) {
    String id = duty.thing().id();
    List<SeatId> keepers = new ArrayList<>();
    state.issues().find(id).ifPresent(i -> keepers.addAll(i.assignees()));
    state.actions().find(id).ifPresent(a -> keepers.add(a.owner()));
    state.updates().find(id).map(Update::keeper).ifPresent(keepers::add);
    return keepers;
  }

  private static List<Duty> where(HeldLetters.Held state, Predicate<SeatId> whose) {
    List<Duty> duties = new ArrayList<>();
    for (Issue issue : state.issues().byId().values()) {
      if (!issue.state().closed() && issue.assignees().stream().anyMatch(whose)) {
        String title = issue.label() + " " + issue.title();
        duties.add(new Duty(issue.ref(), title, state.issues().scope(issue)));
      }
    }
    for (Action action : state.actions().byId().values()) {
      if (isOpen(action) && whose.test(action.owner())) {
        duties.add(new Duty(action.ref(), action.title(), action.scope()));
      }
    }
    for (Update update : state.updates().byId().values()) {
      SeatId keeper = update.keeper();
      if (isOpen(update) && keeper != null && whose.test(keeper)) {
        duties.add(new Duty(update.ref(), update.title(), update.scope()));
      }
    }
    duties.sort(ORDER);
    return duties;
  }

  private static boolean isOpen(Action action) {
    return action.state() == Action.State.PLANNED || action.state() == Action.State.UNDER_WAY;
  }

  /** Somebody answers for a request until it is done. */
  private static boolean isOpen(Update update) {
    return update.kind() == Update.Kind.REQUEST
        && update.stage() != Update.Stage.DONE
        && update.stands();
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
