package org.caucus.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Acts that a stolen cookie or token must not be enough for. The contract marks them {@code
 * x-step-up: true}; anyone who asks for one must have proved within {@link #LASTS}, in this
 * session, who they are. A session that just began has.
 */
public final class StepUp {
  /** How long a proof is good for such acts. */
  public static final Duration LASTS = Duration.ofMinutes(10);

  /** The mark in the contract. */
  static final String MARK = "x-step-up";

  /** The problem's type, for pages and programs. */
  static final String TYPE = "urn:caucus:step-up-needed";

  private StepUp() {}

  /** Until when a proof is good. */
  public static Instant until(Instant proved) {
    return proved.plus(LASTS);
  }

  /** Whether the caller may go on without another proof. */
  static boolean done(Caller caller, Instant now) {
    return caller.proved() != null && now.isBefore(until(caller.proved()));
  }

  /** A proof is needed first; nothing was done. */
  static final class Needed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> ways;

    /**
     * @param ways how this person can prove it; none for a token, which cannot
     */
    Needed(List<String> ways) {
      super("step-up needed", null, false, false);
      this.ways = List.copyOf(ways);
    }

    List<String> ways() {
      return ways;
    }
  }
}
