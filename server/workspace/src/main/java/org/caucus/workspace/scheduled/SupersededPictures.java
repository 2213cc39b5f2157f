package org.caucus.workspace.scheduled;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Objects;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.SeatPicture;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;

/**
 * Pictures by which nobody is shown any more: they were taken away or replaced, or their seat
 * ended. That there was one stays in the log; its bytes do not stay.
 */
public final class SupersededPictures {
  private static final String TYPE = "\"seat.pictured\"";

  private final CommandBus<Workspace> floor;

  /** Asks this floor by what its members are shown. */
  public SupersededPictures(CommandBus<Workspace> floor) {
    this.floor = floor;
  }

  /**
   * Whether a record names only pictures that are not shown. Waits; for virtual threads.
   *
   * @param now as of when; it is over at once
   */
  public boolean isOver(WorkspaceId workspace, LogRecord record, Instant now) {
    if (!new String(record.plain(), UTF_8).contains(TYPE)) {
      return false;
    }
    Commit commit = CommitCodec.read(record.sequence(), record.plain());
    Workspace state = floor.read(workspace).await();
    return commit.events().stream().allMatch(event -> isSetAside(state, event));
  }

  private static boolean isSetAside(Workspace state, Event event) {
    if (!(event instanceof MemberEvent.PictureChanged e)) {
      return false;
    }
    SeatPicture named = e.picture();
    Seat seat = state.members().seats().get(e.seat());
    return named == null || seat == null || !Objects.equals(seat.picture(), named);
  }
}
