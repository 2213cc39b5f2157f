package org.caucus.copies;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.caucus.command.SeatId;
import org.caucus.http.TooMany;
import org.caucus.log.WorkspaceId;
import org.caucus.rates.Counts;
import org.caucus.rates.Places;

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

  private final Places underWay = new Places();
  private final Counts seats =
      new Counts(InstantSource.system(), new Counts.Limit(PER_SEAT, WINDOW));

  /** Takes a place; {@link TooMany} if there is none. Whoever got one gives it back. */
  void take(WorkspaceId workspace, SeatId seat) {
    if (!underWay.take(
        Map.of(ALL, AT_ONCE, workspace.value(), OF_WORKSPACE, seat.value(), OF_SEAT))) {
      throw new TooMany(BUSY_SECONDS);
    }
    long wait = seats.count(seat.value());
    if (wait > 0) {
      giveBack(workspace, seat);
      throw new TooMany(wait);
    }
  }

  void giveBack(WorkspaceId workspace, SeatId seat) {
    underWay.giveBack(List.of(ALL, workspace.value(), seat.value()));
  }
}
