package org.caucus.coalition.actions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Decides about who comes, who came, what was written down, and whom to remind. Pure. */
public final class AttendanceDecider {
  /** Most seats that are noted as having been there. */
  public static final int MAX_PRESENT = 500;

  private AttendanceDecider() {}

  /** A person's answer. An observer may come too, so may say so. */
  public static List<Event> answer(Actions.Held state, ActionCommand.Answer c, CommandContext act) {
    Action action = state.mustReadAction(c.action(), act.by());
    SeatId seat = state.access().mustBeActive(act.by()).id();
    if (c.seat() != null && !c.seat().equals(seat)) {
      throw Refusal.forbidden("seat", Message.of("you-can-answer-for-yourself-only"));
    }
    if (action.state() == Action.State.CALLED_OFF) {
      throw Refusal.conflict(Message.of("this-action-was-called-off"));
    }
    return List.of(
        new ActionEvent.Answered(
            action.id(), seat, c.answer(), c.note(), stamped(action, seat, c, act)));
  }

  /**
   * When a calendar says that it was given: not before what stands there, for mail may turn two
   * answers round (RFC 5546 section 2.1.5), and not after it came, whatever its clock shows.
   */
  private static @Nullable Instant stamped(
      Action action, SeatId seat, ActionCommand.Answer c, CommandContext act) {
    Rsvp stands = action.presence().answers().get(seat.value());
    if (c.stamped() != null && stands != null && stands.isAfter(c.stamped())) {
      throw Refusal.conflict(Message.of("you-gave-another-answer-after-the"));
    }
    return c.stamped() == null || c.stamped().isBefore(act.at()) ? c.stamped() : act.at();
  }

  /** Who was there. */
  public static List<Event> attendance(
      Actions.Held state, ActionCommand.NoteAttendance c, CommandContext act) {
    Action action = state.mustReadAction(c.action(), act.by());
    SeatId seat = state.access().mustPost(act.by()).id();
    if (c.present().size() > MAX_PRESENT) {
      throw Refusal.invalid(
          "present", Message.of("at-most-people-are-noted", "limit", MAX_PRESENT));
    }
    if (new HashSet<>(c.present()).size() < c.present().size()) {
      throw Refusal.invalid("present", Message.of("the-same-person-stands-here-twice"));
    }
    state.access().mustAllRead("present", c.present(), action.scope());
    return List.of(new ActionEvent.AttendanceNoted(action.id(), c.present(), seat));
  }

  /** What was written down. */
  public static List<Event> minutes(
      Actions.Held state, ActionCommand.WriteMinutes c, CommandContext act) {
    Action action = state.mustReadAction(c.action(), act.by());
    SeatId seat = state.access().mustPost(act.by()).id();
    List<ActionAttendance.Minutes> there = AttendancePresenter.minutes(state, action, act.by());
    Instant since = there.isEmpty() ? Instant.EPOCH : there.getLast().at();
    if (c.over() != null && c.over().toEpochMilli() != since.toEpochMilli()) {
      throw Refusal.stale(ActionPresenter.current(state, action, act.by()));
    }
    return List.of(new ActionEvent.MinutesWritten(action.id(), c.text(), seat));
  }

  /**
   * The server reminds: once of all that came due since it last did. An answer that did not come is
   * told by an event of its own.
   */
  public static List<Event> remind(Actions.Held state, ActionCommand.Remind c, CommandContext act) {
    Action action = state.actions().find(c.action()).orElseThrow(Refusal::absent);
    List<Event> events = new ArrayList<>();
    reminders(action).stream()
        .filter(d -> isNow(action, d, act))
        .max(Comparator.naturalOrder())
        .ifPresent(d -> events.add(new ActionEvent.Reminded(action.id(), d)));
    AgencyReplies.overdue(action)
        .filter(o -> isNow(action, o.since(), act))
        .ifPresent(o -> events.add(new ActionEvent.ReplyOverdue(action.id(), o.due(), o.since())));
    if (events.isEmpty()) {
      throw Refusal.conflict(Message.of("nothing-is-to-be-reminded-of"));
    }
    return List.copyOf(events);
  }

  private static boolean isNow(Action action, Instant due, CommandContext act) {
    return due.isAfter(action.remindedUpTo()) && !due.isAfter(act.at());
  }

  /** When the next reminder of an action is due; empty if none is to come. */
  public static Optional<Instant> due(Action action) {
    return Stream.concat(
            reminders(action).stream(),
            AgencyReplies.overdue(action).map(AgencyReplies.Overdue::since).stream())
        .filter(d -> d.isAfter(action.remindedUpTo()))
        .min(Comparator.naturalOrder());
  }

  private static List<Instant> reminders(Action action) {
    Instant starts = action.when().startsAt();
    if (starts == null || action.state().over()) {
      return List.of();
    }
    return action.details().reminders().stream().map(r -> starts.minus(r.before())).toList();
  }
}
