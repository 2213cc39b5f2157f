package org.caucus.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.i18n.EnglishDurations;
import org.caucus.platform.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is wrong around one room: says so once when it begins and once when it is over. Only the
 * room's one thread at work calls it.
 */
final class RoomTrouble {
  /** Milliseconds until the log is asked again after it failed; doubled each time in a row. */
  private static final long FIRST_PAUSE_MILLIS = 200;

  /** Most milliseconds between two attempts. */
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private static final int MOST_DOUBLINGS = 10;

  /** A clock this much behind the newest commit was set back, or another node's is wrong. */
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(RoomTrouble.class);

  private final WorkspaceId workspace;
  private int failures;
  private boolean clockBack;

  RoomTrouble(WorkspaceId workspace) {
    this.workspace = workspace;
  }

  /** The log failed; milliseconds after which to ask again. */
  long failed(Throwable e) {
    failures++;
    if (failures == 1) {
      boolean known =
          e instanceof DatabaseException || e instanceof LogException || e instanceof Overloaded;
      LOG.warn(
          "workspace {}: the log does not answer ({}); commands are answered \"try again\", and it"
              + " is asked again until it does",
          workspace,
          e.getClass().getSimpleName(),
          known ? null : e);
    }
    long pause = FIRST_PAUSE_MILLIS << Math.min(failures - 1, MOST_DOUBLINGS);
    return Math.min(pause, LONGEST_PAUSE_MILLIS);
  }

  /** The log answered. */
  void succeeded() {
    if (failures > 0) {
      LOG.info("workspace {}: the log answers again, at attempt {}", workspace, failures + 1);
      failures = 0;
    }
  }

  /** Compares the clock with the newest commit. */
  void lookAt(InstantSource clock, List<Commit> history) {
    if (history.isEmpty()) {
      return;
    }
    Instant last = history.getLast().at();
    Duration behind = Duration.between(clock.instant(), last);
    boolean back = behind.compareTo(CLOCKS_DIFFER) > 0;
    if (back && !clockBack) {
      LOG.warn(
          "workspace {}: the clock is {} behind the newest commit; was it set back? What is done"
              + " now is dated {} until the clock has passed it. Check the time of every node.",
          workspace,
          EnglishDurations.words(behind),
          last);
    } else if (!back && clockBack) {
      LOG.info("workspace {}: the clock is past the newest commit again", workspace);
    }
    clockBack = back;
  }
}
