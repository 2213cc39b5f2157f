package org.caucus.kernel;

import java.time.Instant;

/** When a commit came: its place in the log, and its time. */
public interface CommitTime {
  /** Its place in the log; never leaves the server. */
  long sequence();

  /** When it was decided. */
  Instant at();
}
