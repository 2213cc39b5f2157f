package org.caucus.http;

/** A rate limit was passed. */
public final class TooMany extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int retryAfterSeconds;

  /** Try again after so many seconds. */
  public TooMany(int retryAfterSeconds) {
    super("too many tries", null, false, false);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Seconds to wait. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
