package org.caucus.platform.ratelimit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Token buckets by key. */
public final class TokenBuckets {
  /** Keys counted at most; then those that used up least are dropped, and begin anew. */
  public static final int COUNTED = 10_000;

  /** Keys that are dropped at once. */
  private static final int DROPPED = COUNTED / 10;

  private final List<Bandwidth> limits;
  private final TimeMeter meter;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Bucket> buckets = new HashMap<>();

  /**
   * So many within a time; they come back evenly over it.
   *
   * @param most how many at once
   * @param within the time after which all of them are there again
   */
  public record Limit(long most, Duration within) {
    private Bandwidth bandwidth() {
      return Bandwidth.builder().capacity(most).refillGreedy(most, within).build();
    }
  }

  /** Counts against all of these limits. */
  public TokenBuckets(InstantSource clock, Limit... limits) {
    this.meter = new Meter(clock);
    this.limits = List.of(limits).stream().map(Limit::bandwidth).toList();
  }

  /** Counts one; how many seconds to wait if it is one too many, else 0. */
  public long count(String key) {
    return waiting(bucket(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
  }

  /** How many seconds to wait before the next may be counted; 0 if it may be now. */
  public long wait(String key) {
    return waiting(bucket(key).estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  private static long waiting(long nanos) {
    return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
  }

  private Bucket bucket(String key) {
    lock.lock();
    try {
      Bucket known = buckets.get(key);
      if (known != null) {
        return known;
      }
      if (buckets.size() >= COUNTED) {
        drop();
      }
      Bucket made = full();
      buckets.put(key, made);
      return made;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Not those that came longest ago: anyone who has many network addresses would ask in the name of
   * ten thousand others until what they used up is forgotten.
   */
  private void drop() {
    buckets.entrySet().stream()
        .map(e -> Map.entry(e.getKey(), e.getValue().getAvailableTokens()))
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(DROPPED)
        .toList()
        .forEach(e -> buckets.remove(e.getKey()));
  }

  private Bucket full() {
    var builder = Bucket.builder().withCustomTimePrecision(meter);
    limits.forEach(builder::addLimit);
    return builder.build();
  }

  /** The house's clock, as Bucket4j reads one. */
  private static final class Meter implements TimeMeter {
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private long behind;
    private long last;

    Meter(InstantSource clock) {
      this.clock = clock;
      this.last = wall();
    }

    /**
     * Never back: a clock that was set back by an hour would keep what is used up away that long.
     */
    @Override
    public long currentTimeNanos() {
      lock.lock();
      try {
        long wall = wall();
        behind = Math.max(behind, last - wall);
        last = wall + behind;
        return last;
      } finally {
        lock.unlock();
      }
    }

    private long wall() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
