package org.caucus.views.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionPresenter;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.calendar.CalendarEvents;
import org.caucus.messaging.calendar.CalendarMessages;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * All actions of a workspace that one seat can read now, as one calendar. What is closed to it
 * since is not there any more; what was called off is there as cancelled.
 */
public final class CalendarSubscription {
  /** How long an action stays after it began. */
  public static final Duration BACK = Duration.ofDays(400);

  /** How far ahead actions are shown. */
  public static final Duration AHEAD = Duration.ofDays(1_200);

  /** Actions of one calendar at most: the next to come, and of the past the newest. */
  public static final int MAX_EVENTS = 2_000;

  private CalendarSubscription() {}

  /** The calendar, in English. */
  public static String of(Workspace state, SeatId reader, Site site, Instant now) {
    return of(state, reader, site, CalendarMessages.ENGLISH, now);
  }

  /**
   * The calendar.
   *
   * @param words what it says itself, in its reader's language
   */
  public static String of(
      Workspace state, SeatId reader, Site site, CalendarMessages words, Instant now) {
    return of(state, reader, site, words, now, action -> true);
  }

  /**
   * The calendar of some of them.
   *
   * @param asked those that its address asks for
   */
  static String of(
      Workspace state,
      SeatId reader,
      Site site,
      CalendarMessages words,
      Instant now,
      Predicate<Action> asked) {
    List<Action> all =
        ActionPresenter.agenda(state, reader).stream()
            .filter(asked)
            .filter(a -> isNear(a, now))
            .toList();
    Shown shown = Shown.of(all, now);
    List<Action> actions = shown.actions();
    CalendarEvents events = new CalendarEvents(state, site, words);
    events
        .begin("")
        .text("NAME", ContentFreeMail.called(state))
        .text("X-WR-CALNAME", ContentFreeMail.called(state))
        .put("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
        .put("X-PUBLISHED-TTL", "PT1H");
    if (shown.isCut()) {
      events.incomplete(MAX_EVENTS);
    }
    events.zones(actions.stream().filter(CalendarEvents::hasTime).toList());
    for (Action action : actions) {
      if (CalendarEvents.hasTime(action)) {
        events.event(action, false);
        events.close();
      }
      events.replyDue(action);
    }
    events.incomplete("before", shown.before(), MAX_EVENTS);
    events.incomplete("after", shown.after(), MAX_EVENTS);
    return events.end();
  }

  /**
   * What one calendar holds.
   *
   * @param before the day before which some are left out; null if none are
   * @param after the day after which some are left out; null if none are
   */
  private record Shown(
      List<Action> actions, @Nullable LocalDate before, @Nullable LocalDate after) {
    boolean isCut() {
      return before != null || after != null;
    }

    static Shown of(List<Action> all, Instant now) {
      if (all.size() <= MAX_EVENTS) {
        return new Shown(all, null, null);
      }
      List<Action> byTime =
          all.stream().sorted(Comparator.comparing(CalendarSubscription::ends)).toList();
      int past = (int) byTime.stream().filter(a -> ends(a).isBefore(now)).count();
      // as many of the past as what is to come leaves room for
      int from = Math.min(past, byTime.size() - MAX_EVENTS);
      List<Action> some = byTime.subList(from, from + MAX_EVENTS);
      return new Shown(
          some,
          from > 0 ? day(some.getFirst()) : null,
          from + MAX_EVENTS < byTime.size() ? day(some.getLast()) : null);
    }
  }

  /** When it is over; of one without a time, when its answer is awaited. */
  private static Instant ends(Action action) {
    Instant ends = action.when().endsAt();
    Instant starts = action.when().startsAt();
    LocalDate due = action.details().replyDue();
    if (starts == null) {
      return due == null
          ? Instant.EPOCH
          : due.plusDays(1).atStartOfDay(action.when().zone()).toInstant();
    }
    return ends == null ? starts : ends;
  }

  private static LocalDate day(Action action) {
    return ends(action).atZone(action.when().zone()).toLocalDate();
  }

  /** A reply may be awaited of what was submitted long ago. */
  private static boolean isNear(Action action, Instant now) {
    LocalDate due = action.details().replyDue();
    boolean awaited =
        due != null && isNear(due.atStartOfDay(action.when().zone()).toInstant(), now);
    Instant starts = action.when().startsAt();
    if (starts == null) {
      return due != null;
    }
    Instant ends = action.when().endsAt();
    boolean taking =
        (ends == null ? starts : ends).isAfter(now.minus(BACK)) && starts.isBefore(now.plus(AHEAD));
    return taking || awaited;
  }

  private static boolean isNear(Instant at, Instant now) {
    return at.isAfter(now.minus(BACK)) && at.isBefore(now.plus(AHEAD));
  }
}
