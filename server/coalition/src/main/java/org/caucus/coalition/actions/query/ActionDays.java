package org.caucus.coalition.actions.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.caucus.coalition.actions.Action;

/** The days of an action, in the zone it is announced in. */
final class ActionDays {
  private ActionDays() {}

  /** Whether people meet for it: it passes by itself, done or not. */
  static boolean isEvent(Action.Kind kind) {
    return switch (kind) {
      case REVIEW, CALL, PRESS_CONFERENCE, MEETING -> true;
      case SUBMISSION, STATEMENT, TASK, DEADLINE -> false;
    };
  }

  /** Its first day; none if its time is open. */
  static Stream<LocalDate> first(Action action) {
    return Stream.ofNullable(action.when().startsAt()).map(at -> day(action, at));
  }

  /** By when it is to be there: its last day, and that by which an agency is to answer it. */
  static Stream<LocalDate> due(Action action) {
    return Stream.concat(last(action), awaited(action));
  }

  /** A whole day ends at the midnight after it. */
  private static Stream<LocalDate> last(Action action) {
    Instant starts = action.when().startsAt();
    Instant ends = action.when().endsAt();
    return starts == null || ends == null || !ends.isAfter(starts)
        ? first(action)
        : Stream.of(day(action, ends.minusMillis(1)));
  }

  private static Stream<LocalDate> awaited(Action action) {
    return action.state() == Action.State.CALLED_OFF
        ? Stream.empty()
        : action.details().awaited().stream();
  }

  /** What should be there and is not. */
  static boolean isOverdue(Action action, LocalDate today) {
    boolean left = !action.state().over() && !isEvent(action.kind());
    return awaited(action).anyMatch(day -> day.isBefore(today))
        || (left && last(action).anyMatch(day -> day.isBefore(today)));
  }

  private static LocalDate day(Action action, Instant at) {
    return LocalDate.ofInstant(at, action.when().zone());
  }
}
