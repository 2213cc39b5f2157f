package org.caucus.copies;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.caucus.command.SeatId;
import org.caucus.http.TooMany;
import org.caucus.rates.Counts;

/** How often copies may be asked for: each reads a whole log. Counted per node, in memory. */
final class CopyLimits {
  /** Copies for one seat within {@link #WINDOW}. */
  static final int PER_SEAT = 6;

  /** The time that count is for. */
  static final Duration WINDOW = Duration.ofHours(1);

  /** Copies under way at once on one node. */
  static final int AT_ONCE = 4;

  private static final int BUSY_SECONDS = 30;

  private final Semaphore underWay = new Semaphore(AT_ONCE);
  private final Counts seats =
      new Counts(InstantSource.system(), new Counts.Limit(PER_SEAT, WINDOW));

  /** Takes a place; {@link TooMany} if there is none. Whoever got one gives it back. */
  void take(SeatId seat) {
    if (!underWay.tryAcquire()) {
      throw new TooMany(BUSY_SECONDS);
    }
    long wait = seats.count(seat.value());
    if (wait > 0) {
      underWay.release();
      throw new TooMany(wait);
    }
  }

  void giveBack() {
    underWay.release();
  }
}
