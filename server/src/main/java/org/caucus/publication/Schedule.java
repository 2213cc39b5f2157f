package org.caucus.publication;

import org.caucus.command.Event;
import org.caucus.command.Floor;
import org.caucus.log.LogRecord;
import org.caucus.log.WorkspaceId;
import org.caucus.log.followers.Follower;
import org.caucus.relay.Current;
import org.caucus.updates.drafts.DraftEvent;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;

/**
 * Notes the hour of each draft that waits for one. What it notes follows from the newest state, so
 * reading a commit again, or from the beginning, notes the same.
 */
public final class Schedule implements Follower {
  private final Floor<Workspace> floor;
  private final Hours hours;

  /** Notes there. */
  public Schedule(Floor<Workspace> floor, Hours hours) {
    this.floor = floor;
    this.hours = hours;
  }

  @Override
  public String name() {
    return "schedule";
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    for (Event event : CommitCodec.read(record.sequence(), record.plain()).events()) {
      if (event instanceof DraftEvent.DraftConfirmed confirmed) {
        Workspace state = Current.at(floor, workspace, record.sequence());
        hours.note(state, new Hours.Due(workspace, confirmed.id())).await();
      }
    }
  }
}
