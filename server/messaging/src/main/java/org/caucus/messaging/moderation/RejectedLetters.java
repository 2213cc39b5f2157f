package org.caucus.messaging.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;

/**
 * Letters that waited for somebody's word and were not let in: their words and reasons stay in the
 * log, and no page shows their octets. Most of them are what nobody wanted, and anybody may send
 * them.
 */
public final class RejectedLetters {
  /**
   * How long after it came its octets stay, whatever was decided: a letter waits at most {@link
   * Hold.Awaits#lifetime} for a word, and for as long again anyone who is told of it may ask.
   */
  public static final Duration KEPT = Hold.Awaits.CONVENOR.lifetime().multipliedBy(2);

  /** The name of what it is looked for by, so that few records are read. */
  private static final String TYPE = "\"letter.held\"";

  private final CommandBus<Workspace> floor;

  /** Asks this floor what was decided. */
  public RejectedLetters(CommandBus<Workspace> floor) {
    this.floor = floor;
  }

  /**
   * Whether a record says only that letters wait, and each of them was turned away long ago. Waits;
   * for virtual threads.
   */
  public boolean isOver(WorkspaceId workspace, LogRecord record, Instant now) {
    if (!new String(record.plain(), UTF_8).contains(TYPE)) {
      return false;
    }
    Commit commit = CommitCodec.read(record.sequence(), record.plain());
    if (commit.at().plus(KEPT).isAfter(now)) {
      return false;
    }
    Workspace state = floor.read(workspace).await();
    return commit.events().stream().allMatch(event -> isTurnedAway(state, event));
  }

  private static boolean isTurnedAway(Workspace state, Event event) {
    return held(event)
        .flatMap(state.letters()::find)
        .map(Hold::state)
        .filter(was -> was != Hold.State.HELD && was != Hold.State.APPROVED)
        .isPresent();
  }

  /** The hold of which this event says how its letter came; empty for all other events. */
  private static Optional<String> held(Event event) {
    return switch (event) {
      case LetterEvent.LetterHeld e -> Optional.of(e.id());
      case LetterEvent.LetterUnread e -> Optional.of(e.id());
      default -> Optional.empty();
    };
  }
}
