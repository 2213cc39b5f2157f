package org.caucus.notices.weekly;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.command.SeatId;
import org.caucus.wishes.Weekly;
import org.caucus.workspace.Workspace;

/** What all weekly letters of one seat would name, if a week had no end; for tests elsewhere. */
public final class Weeks {
  private Weeks() {}

  /** The titles of the things. */
  public static Set<String> titles(Workspace state, SeatId reader) {
    return Arrays.stream(Weekly.values())
        .map(w -> Week.of(state, reader, w, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
        .flatMap(week -> week.parties().values().stream())
        .flatMap(lines -> lines.stream().map(Week.Line::title))
        .collect(Collectors.toSet());
  }
}
