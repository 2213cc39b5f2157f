package org.caucus.http.filters;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.caucus.platform.ratelimit.RateLimited;

/**
 * Only so much at a time of what costs much: operations that {@code openapi.yaml} marks {@code
 * x-heavy}. A caller who asks for more at once waits a little, everybody else is not kept waiting.
 */
public final class CostlyRequestLimiter {
  /** Heavy operations under way for one person. */
  public static final int PER_PERSON = 4;

  /** Heavy operations under way on this node. */
  public static final int IN_ALL = 16;

  /** Seconds after which to come again. */
  public static final int RETRY_AFTER_SECONDS = 5;

  private final Semaphore all = new Semaphore(IN_ALL);
  private final ConcurrentMap<String, Integer> own = new ConcurrentHashMap<>();

  /** Does it in turn; {@link RateLimited} if there is none. */
  public <T> T take(String person, Supplier<T> heavy) {
    if (!all.tryAcquire()) {
      throw new RateLimited(RETRY_AFTER_SECONDS);
    }
    try {
      return inOwnTurn(person, heavy);
    } finally {
      all.release();
    }
  }

  private <T> T inOwnTurn(String person, Supplier<T> heavy) {
    boolean tooMany = own.merge(person, 1, Integer::sum) > PER_PERSON;
    try {
      if (tooMany) {
        throw new RateLimited(RETRY_AFTER_SECONDS);
      }
      return heavy.get();
    } finally {
      own.computeIfPresent(person, (k, n) -> n == 1 ? null : n - 1);
    }
  }
}
