package org.caucus.platform.ratelimit;

import org.caucus.kernel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Asked too often: answered 429 with {@code Retry-After} (RFC 6585 section 4). Nothing was done.
 */
public final class RateLimited extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long retryAfterSeconds;
  private final transient @Nullable Message limit;

  /**
   * @param retryAfterSeconds how long to wait before asking again, at least 1
   */
  public RateLimited(long retryAfterSeconds) {
    this(retryAfterSeconds, null);
  }

  /**
   * The same with the limit it is about.
   *
   * @param limit a sentence that names it, with its unit
   */
  public RateLimited(long retryAfterSeconds, @Nullable Message limit) {
    super("asked too often", null, false, false);
    this.retryAfterSeconds = Math.max(1, retryAfterSeconds);
    this.limit = limit;
  }

  /** How long to wait, in seconds. */
  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** The limit that was reached; null if it is not told. */
  public @Nullable Message limit() {
    return limit;
  }
}
