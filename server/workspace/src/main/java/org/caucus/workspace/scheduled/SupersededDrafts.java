package org.caucus.workspace.scheduled;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.stream.Stream;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.updates.drafts.Draft;
import org.caucus.coalition.updates.drafts.DraftContent;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;

/**
 * What drafts said before: their words stay in the log, and nobody asks for the files that went
 * along any more. Those that still do are named by what the draft says now, or by the entry that
 * took them.
 */
public final class SupersededDrafts {
  /** What a record is looked for by, so that few are read. */
  private static final String[] TYPES = {"\"update.drafted\"", "\"draft.revised\""};

  private final CommandBus<Workspace> floor;

  /** Asks this floor what became of drafts. */
  public SupersededDrafts(CommandBus<Workspace> floor) {
    this.floor = floor;
  }

  /**
   * Whether a record says only what drafts no longer say. Waits; for virtual threads.
   *
   * @param now as of when; it is over at once
   */
  public boolean isOver(WorkspaceId workspace, LogRecord record, Instant now) {
    String plain = new String(record.plain(), UTF_8);
    if (Stream.of(TYPES).noneMatch(plain::contains)) {
      return false;
    }
    Commit commit = CommitCodec.read(record.sequence(), record.plain());
    Workspace state = floor.read(workspace).await();
    return commit.events().stream().allMatch(event -> isSetAside(state, event));
  }

  private static boolean isSetAside(Workspace state, Event event) {
    return switch (event) {
      case DraftEvent.UpdateDrafted e -> !isSaid(state, e.id(), e.said());
      case DraftEvent.DraftRevised e -> !isSaid(state, e.id(), e.said());
      // these name no files, and come with those
      case DraftEvent e -> true;
      case LetterEvent.HoldApproved e -> true;
      default -> false;
    };
  }

  private static boolean isSaid(Workspace state, String id, DraftContent said) {
    return state.updates().drafts().find(id).filter(Draft::isOpen).stream()
        .anyMatch(draft -> draft.said().equals(said));
  }
}
