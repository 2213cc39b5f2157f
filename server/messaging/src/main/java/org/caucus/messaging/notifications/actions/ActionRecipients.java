package org.caucus.messaging.notifications.actions;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.Actions;
import org.caucus.coalition.actions.Commitment;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * Who wants to hear of what happens to an action. Whether they may is asked besides.
 *
 * @param everyone all who may read it
 * @param involved the seats that have to do with it
 */
public record ActionRecipients(String action, boolean everyone, Set<SeatId> involved) {
  /** Of an event; empty for what nobody is told of by notice. */
  public static Optional<ActionRecipients> in(Workspace state, Commit commit, ActionEvent event) {
    return switch (event) {
      case ActionEvent.ActionPlanned e -> all(e.id());
      case ActionEvent.ActionEdited e ->
          changesCalendars(e)
              ? all(e.id())
              : changesMuch(e) ? some(state, e.id()) : Optional.empty();
      case ActionEvent.ActionDetailed e -> isTold(commit) ? Optional.empty() : some(state, e.id());
      case ActionEvent.Committed e -> some(state, e.action());
      case ActionEvent.Answered e ->
          state.actions().find(e.action()).map(a -> only(a, Set.of(a.owner()), state));
      case ActionEvent.AttendanceNoted e -> Optional.empty();
      case ActionEvent.MinutesWritten e -> some(state, e.action());
      case ActionEvent.ReplyRecorded e -> some(state, e.action());
      case ActionEvent.ReplyOverdue e -> some(state, e.action());
      case ActionEvent.Reminded e ->
          state
              .actions()
              .find(e.action())
              .filter(a -> isAhead(a, commit.at()))
              .map(a -> only(a, coming(state, a), state));
      case ActionEvent.Embargoed e -> isTold(commit) ? Optional.empty() : all(e.action());
    };
  }

  private static Optional<ActionRecipients> all(String action) {
    return Optional.of(new ActionRecipients(action, true, Set.of()));
  }

  /** Those who have to do with it, who said something about it, and who follow it. */
  private static Optional<ActionRecipients> some(Workspace state, String id) {
    return state
        .actions()
        .find(id)
        .map(
            a -> {
              Set<SeatId> seats = new HashSet<>(involved(state, a));
              seats.addAll(state.entries().speakers(a.ref()));
              seats.addAll(state.lists().habits().followers(a.ref()));
              return only(a, seats, state);
            });
  }

  /** The person who was invited has it in a calendar, and hears when it is moved or called off. */
  private static boolean changesCalendars(ActionEvent.ActionEdited e) {
    return e.when() != null || e.place() != null || e.state() == Action.State.CALLED_OFF;
  }

  private static boolean changesMuch(ActionEvent.ActionEdited e) {
    return e.owner() != null
        || e.when() != null
        || e.place() != null
        || e.state() != null
        || e.outcome() != null;
  }

  /**
   * Whether a seat could read an action before somebody opened it to more: to them it is nothing
   * new. At the end of an embargo it is told to all.
   */
  public static boolean isKnown(Workspace state, Commit commit, Event event, SeatId seat) {
    return event instanceof AudienceEvent.Widened e
        && commit.seat() != null
        && couldRead(state, e, seat);
  }

  /** Whether a seat could read an action before it was opened to more. */
  static boolean couldRead(Workspace state, AudienceEvent.Widened e, SeatId seat) {
    return state
        .actions()
        .find(e.of().id())
        .filter(a -> state.access().canRead(seat, Actions.AGENDA.holds(e.from(), a.plannedAt())))
        .isPresent();
  }

  /** Whether another event of the same commit has it told already, with all that stands now. */
  private static boolean isTold(Commit commit) {
    return commit.events().stream()
        .anyMatch(
            e ->
                e instanceof ActionEvent.ActionPlanned
                    || e instanceof AudienceEvent.Widened
                    || (e instanceof ActionEvent.ActionEdited edited && changesMuch(edited)));
  }

  /** A server that was down does not remind of what began meanwhile. */
  private static boolean isAhead(Action action, Instant at) {
    Instant starts = action.when().startsAt();
    return starts != null && starts.isAfter(at) && !action.state().over();
  }

  private static ActionRecipients only(Action action, Set<SeatId> seats, Workspace state) {
    Set<SeatId> now = seats.stream().map(state.members()::heir).collect(Collectors.toSet());
    return new ActionRecipients(action.id(), false, now);
  }

  /** Those who have to do with it, but not who said that they do not come. */
  private static Set<SeatId> coming(Workspace state, Action action) {
    Set<SeatId> coming = new HashSet<>(involved(state, action));
    action.presence().answers().values().stream()
        .filter(r -> r.answer() == Commitment.Answer.WILL_NOT)
        .forEach(r -> coming.remove(r.seat()));
    return coming;
  }

  /**
   * Its owner, those of the organisations that take part, and who comes. A word that a seat cannot
   * read, given before it could read the action, makes no difference to it.
   */
  public static Set<SeatId> involved(Workspace state, Action action) {
    Set<SeatId> seats = new HashSet<>(Set.of(action.owner()));
    state.members().active().stream()
        .filter(s -> takesPart(state, action, s))
        .forEach(s -> seats.add(s.id()));
    action.presence().answers().values().stream()
        .filter(r -> r.answer() != Commitment.Answer.WILL_NOT)
        .forEach(r -> seats.add(r.seat()));
    return seats;
  }

  private static boolean takesPart(Workspace state, Action action, Seat seat) {
    Commitment word = action.commitments().get(seat.organisation());
    if (word != null
        && state.access().canRead(seat.id(), action.scope().holds(word.audience(), word.at()))) {
      return word.answer() != Commitment.Answer.WILL_NOT;
    }
    return action.details().organisations().contains(seat.organisation());
  }
}
