package org.caucus.copies;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.caucus.command.SeatId;
import org.caucus.http.TooMany;

/** How often copies may be asked for: each reads a whole log. Counted per node, in memory. */
final class CopyLimits {
  /** Copies for one seat within {@link #WINDOW}. */
  static final int PER_SEAT = 6;

  /** The time that count is for. */
  static final Duration WINDOW = Duration.ofHours(1);

  /** Copies under way at once on one node. */
  static final int AT_ONCE = 4;

  /** Seats counted at most; the one that asked longest ago is dropped. */
  private static final int COUNTED = 10_000;

  private static final int BUSY_SECONDS = 30;

  private final Semaphore underWay = new Semaphore(AT_ONCE);
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<SeatId, Bucket> seats =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SeatId, Bucket> eldest) {
          return size() > COUNTED;
        }
      };

  /** Takes a place; {@link TooMany} if there is none. Whoever got one gives it back. */
  void take(SeatId seat) {
    if (!underWay.tryAcquire()) {
      throw new TooMany(BUSY_SECONDS);
    }
    var probe = bucket(seat).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      underWay.release();
      throw new TooMany(TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
    }
  }

  private Bucket bucket(SeatId seat) {
    lock.lock();
    try {
      return seats.computeIfAbsent(
          seat,
          s ->
              Bucket.builder()
                  .addLimit(l -> l.capacity(PER_SEAT).refillGreedy(PER_SEAT, WINDOW))
                  .build());
    } finally {
      lock.unlock();
    }
  }

  void giveBack() {
    underWay.release();
  }
}
