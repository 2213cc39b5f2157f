package org.caucus.workspace;

import java.time.Duration;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;

/** Reads states that are no older than a commit the reader has seen. */
public final class WorkspaceAt {
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int TRIES = 500;

  private WorkspaceAt() {}

  /**
   * The newest state, including that commit; blocks until this node knows it.
   *
   * @throws LogException.Behind if it does not come within ten seconds
   */
  public static Workspace sequence(
      CommandBus<Workspace> floor, WorkspaceId workspace, long sequence) {
    for (int i = 0; i < TRIES; i++) {
      Workspace state = floor.read(workspace).await();
      if (state.sequence() >= sequence) {
        return state;
      }
      pause();
    }
    throw new LogException.Behind(sequence);
  }

  /** The log was read here before the bell of another node was heard: it is a moment later. */
  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a commit", e);
    }
  }
}
