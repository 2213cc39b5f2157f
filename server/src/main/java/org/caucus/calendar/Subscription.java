package org.caucus.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.caucus.actions.Action;
import org.caucus.actions.ActionPresenter;
import org.caucus.command.SeatId;
import org.caucus.feeds.FeedWords;
import org.caucus.relay.Site;
import org.caucus.relay.bare.BareLetter;
import org.caucus.workspace.Workspace;

/**
 * All actions of a workspace that one seat can read now, as one calendar. What is closed to it
 * since is not there any more; what was called off is there as cancelled.
 */
public final class Subscription {
  /** How long an action stays after it began. */
  public static final Duration BACK = Duration.ofDays(400);

  /** How far ahead actions are shown. */
  public static final Duration AHEAD = Duration.ofDays(1_200);

  /** Events of one calendar at most: those that come first. */
  public static final int MAX_EVENTS = 2_000;

  private Subscription() {}

  /** The calendar, in English. */
  public static String of(Workspace state, SeatId reader, Site site, Instant now) {
    return of(state, reader, site, FeedWords.ENGLISH, now);
  }

  /**
   * The calendar.
   *
   * @param words what it says itself, in its reader's language
   */
  public static String of(Workspace state, SeatId reader, Site site, FeedWords words, Instant now) {
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
      FeedWords words,
      Instant now,
      Predicate<Action> asked) {
    List<Action> actions =
        ActionPresenter.agenda(state, reader).stream()
            .filter(asked)
            .filter(a -> isNear(a, now))
            .limit(MAX_EVENTS)
            .toList();
    Events events = new Events(state, site, words);
    events
        .begin("")
        .text("NAME", BareLetter.called(state))
        .text("X-WR-CALNAME", BareLetter.called(state))
        .put("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
        .put("X-PUBLISHED-TTL", "PT1H");
    events.zones(actions.stream().filter(Events::hasTime).toList());
    for (Action action : actions) {
      if (Events.hasTime(action)) {
        events.event(action, false);
        events.close();
      }
      events.replyDue(action);
    }
    return events.end();
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
