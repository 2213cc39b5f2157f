package org.caucus.copies;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caucus.command.SeatId;
import org.caucus.http.TooMany;
import org.caucus.log.WorkspaceId;
import org.caucus.rates.Counts;

/** How often copies may be asked for: each reads a whole log. Counted per node, in memory. */
final class CopyLimits {
  /** Copies for one seat within {@link #WINDOW}. */
  static final int PER_SEAT = 6;

  /** The time that count is for. */
  static final Duration WINDOW = Duration.ofHours(1);

  /** Copies under way at once on one node: each holds a page of records in memory. */
  static final int AT_ONCE = 32;

  /** Of these for one workspace. */
  static final int OF_WORKSPACE = 4;

  /** Of these for one seat. */
  static final int OF_SEAT = 1;

  private static final int BUSY_SECONDS = 30;
  private static final String ALL = "";

  private final Map<String, Integer> underWay = new HashMap<>();
  private final Counts seats =
      new Counts(InstantSource.system(), new Counts.Limit(PER_SEAT, WINDOW));

  /** Takes a place; {@link TooMany} if there is none. Whoever got one gives it back. */
  synchronized void take(WorkspaceId workspace, SeatId seat) {
    if (under(ALL) >= AT_ONCE
        || under(workspace.value()) >= OF_WORKSPACE
        || under(seat.value()) >= OF_SEAT) {
      throw new TooMany(BUSY_SECONDS);
    }
    long wait = seats.count(seat.value());
    if (wait > 0) {
      throw new TooMany(wait);
    }
    List.of(ALL, workspace.value(), seat.value()).forEach(k -> underWay.merge(k, 1, Integer::sum));
  }

  synchronized void giveBack(WorkspaceId workspace, SeatId seat) {
    List.of(ALL, workspace.value(), seat.value())
        .forEach(k -> underWay.computeIfPresent(k, (key, n) -> n == 1 ? null : n - 1));
  }

  private int under(String key) {
    return underWay.getOrDefault(key, 0);
  }
}
