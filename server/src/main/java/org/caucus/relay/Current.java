package org.caucus.relay;

import java.time.Duration;
import org.caucus.command.Floor;
import org.caucus.log.WorkspaceId;
import org.caucus.workspace.Workspace;

/** Reads states that are no older than a commit the reader has seen. */
public final class Current {
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int TRIES = 500;

  private Current() {}

  /**
   * The newest state, including that commit; blocks until this node knows it.
   *
   * @throws IllegalStateException if it does not come within ten seconds
   */
  public static Workspace at(Floor<Workspace> floor, WorkspaceId workspace, long sequence) {
    for (int i = 0; i < TRIES; i++) {
      Workspace state = floor.read(workspace).await();
      if (state.sequence() >= sequence) {
        return state;
      }
      pause();
    }
    throw new IllegalStateException("this node does not know commit " + sequence + " yet");
  }

  /**
   * The log was read here before the bell of another node was heard: a moment later it has been.
   */
  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a commit", e);
    }
  }
}
