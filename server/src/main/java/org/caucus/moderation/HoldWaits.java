package org.caucus.moderation;

import java.util.Optional;
import org.caucus.command.Event;
import org.caucus.command.Floor;
import org.caucus.letters.Hold;
import org.caucus.letters.LetterEvent;
import org.caucus.log.LogRecord;
import org.caucus.log.WorkspaceId;
import org.caucus.log.followers.Follower;
import org.caucus.relay.Current;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;

/**
 * Notes of every letter that waits when it must be looked at next. What it notes follows from the
 * newest state, so reading a commit again, or from the beginning, notes the same.
 */
public final class HoldWaits implements Follower {
  /** Its name among the followers. */
  public static final String NAME = "holds";

  private final Floor<Workspace> floor;
  private final HoldDues dues;

  /** The follower. */
  public HoldWaits(Floor<Workspace> floor, HoldDues dues) {
    this.floor = floor;
    this.dues = dues;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    Commit commit = CommitCodec.read(record.sequence(), record.plain());
    for (Event event : commit.events()) {
      Optional<String> hold = hold(event);
      if (hold.isPresent()) {
        Workspace state = Current.at(floor, workspace, commit.sequence());
        note(dues, state, new HoldDues.Due(workspace, hold.get()));
      }
    }
  }

  /** Notes what the state says of it. Blocks. */
  static void note(HoldDues dues, Workspace state, HoldDues.Due due) {
    Optional<Hold> waits = state.letters().find(due.hold()).filter(Hold::open);
    if (waits.isPresent()) {
      dues.note(due, waits.get().due()).await();
    } else {
      dues.forget(due).await();
    }
  }

  private static Optional<String> hold(Event event) {
    return switch (event) {
      case LetterEvent.LetterHeld e -> Optional.of(e.id());
      case LetterEvent.HoldReminded e -> Optional.of(e.id());
      case LetterEvent.HoldApproved e -> Optional.of(e.id());
      case LetterEvent.HoldRefused e -> Optional.of(e.id());
      case LetterEvent.HoldDiscarded e -> Optional.of(e.id());
      case LetterEvent.HoldWithdrawn e -> Optional.of(e.id());
      case LetterEvent.HoldExpired e -> Optional.of(e.id());
      default -> Optional.empty();
    };
  }
}
