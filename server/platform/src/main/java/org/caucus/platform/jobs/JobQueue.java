package org.caucus.platform.jobs;

import java.time.Instant;
import java.util.List;

/** The jobs of one kind, as the operator sees them. Blocks; for virtual threads. */
public interface JobQueue {
  /** Failed jobs of one kind that are listed, and jobs counted as due, at most. */
  int LIMIT = 1_000;

  /**
   * How many there are.
   *
   * @param kept that are not done
   * @param due of them, that a server should see to now; at most {@link #LIMIT}
   */
  record Counts(long kept, int due) {}

  /** What they are called. */
  String kind();

  /** How many there are now. */
  Counts counts(Instant now);

  /** Those that failed and are not done, at most {@link #LIMIT}. */
  List<FailedJob> failed();

  /** Has it tried at once; false if it is not there any more, or not in this state. */
  boolean redrive(FailedJob job, Instant now);

  /** Gives it up for good; false if it is not there any more, or cannot be given up. */
  boolean discard(FailedJob job, Instant now);
}
