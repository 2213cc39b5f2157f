package org.caucus.platform.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as it is kept.
 *
 * @param id under which it is kept, once for each thing to do
 * @param what is to be done
 * @param version that it must still have when it is replaced
 * @param due when it is looked at; empty while nothing is to be done
 */
public record Job<J>(String id, J what, long version, Optional<Instant> due) {
  /**
   * What a job becomes.
   *
   * @param due when it is looked at next; empty while nothing is to be done
   */
  public record Next<J>(J what, Optional<Instant> due) {
    /** Looked at then. */
    public static <J> Next<J> at(J what, Instant due) {
      return new Next<>(what, Optional.of(due));
    }
  }

  /** The same at another time. */
  public Next<J> at(Instant then) {
    return Next.at(what, then);
  }
}
