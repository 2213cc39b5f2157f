package org.caucus.relay;

import java.time.Duration;
import java.util.Objects;
import org.caucus.command.Event;
import org.caucus.command.Floor;
import org.caucus.delivery.Parcel;
import org.caucus.log.LogException;
import org.caucus.log.WorkspaceId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * Reads states that are no older than a commit the reader has seen, such as the one that a parcel
 * is about.
 */
public final class Current {
  /** In a parcel, the commit it is about. */
  public static final String SEQUENCE = "sequence";

  /** In a parcel that is about one event, the place of that among the events of the commit. */
  public static final String EVENT = "event";

  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int TRIES = 500;

  private Current() {}

  /**
   * The newest state, including that commit; blocks until this node knows it.
   *
   * @throws LogException.Behind if it does not come within ten seconds
   */
  public static Workspace at(Floor<Workspace> floor, WorkspaceId workspace, long sequence) {
    for (int i = 0; i < TRIES; i++) {
      Workspace state = floor.read(workspace).await();
      if (state.sequence() >= sequence) {
        return state;
      }
      pause();
    }
    throw new LogException.Behind(sequence);
  }

  /** The newest state, including the commit a parcel is about; the same. */
  public static Workspace of(Floor<Workspace> floor, Parcel parcel) {
    return at(
        floor, Objects.requireNonNull(parcel.workspace()), parcel.payload().getLong(SEQUENCE));
  }

  /** The commit a parcel is about. */
  public static Commit commit(Workspace state, Parcel parcel) {
    return state.history().get(Math.toIntExact(parcel.payload().getLong(SEQUENCE) - 1));
  }

  /** The event a parcel is about. */
  public static Event event(Workspace state, Parcel parcel) {
    return commit(state, parcel).events().get(parcel.payload().getInteger(EVENT));
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
