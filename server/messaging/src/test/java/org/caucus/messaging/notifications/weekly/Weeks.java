package org.caucus.messaging.notifications.weekly;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Workspace;

/** What all weekly letters of one seat would name, if a week had no end; for tests elsewhere. */
public final class Weeks {
  private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

  private Weeks() {}

  /** The titles of the things. */
  public static Set<String> titles(Workspace state, SeatId reader) {
    WeeklyMessages words = new WeeklyMessages(Language.ENGLISH);
    return Arrays.stream(WeeklyMailing.values())
        .map(w -> WeeklySummary.of(state, reader, w, Instant.EPOCH, NEVER, words))
        .flatMap(week -> week.parties().values().stream())
        .flatMap(lines -> lines.stream().map(WeeklySummary.Line::title))
        .collect(Collectors.toSet());
  }
}
