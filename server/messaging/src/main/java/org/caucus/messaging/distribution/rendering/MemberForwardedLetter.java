package org.caucus.messaging.distribution.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import org.caucus.coalition.moderation.LetterEvent.LetterPassedOn;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.subscriptions.Checkpoints;
import org.caucus.platform.eventlog.subscriptions.DeadLetters;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;

/**
 * Letters from one member to another: nobody but their reader ever reads them, and nobody at all
 * once they were sent, so that their bytes need not be here any longer.
 */
public final class MemberForwardedLetter {
  /**
   * After so long one goes of which no delivery is known here, nor to come: as in a workspace that
   * was moved in from another server.
   */
  public static final Duration LONGEST = Duration.ofDays(30);

  /** Commits between a letter that was passed on and the post that it is as well. */
  public static final int MOST_BETWEEN = 100;

  /** The name of what it is looked for by, so that few records are read. */
  private static final String TYPE = "\"letter.passed-on\"";

  private final Outbox outbox;
  private final Checkpoints checkpoints;
  private final DeadLetters deadLetters;

  /** Asks this outbox, and how far the relay is. */
  public MemberForwardedLetter(Outbox outbox, Checkpoints checkpoints, DeadLetters deadLetters) {
    this.outbox = outbox;
    this.checkpoints = checkpoints;
    this.deadLetters = deadLetters;
  }

  /**
   * Whether this letter is passed on to the person with this seat, as it was written to their
   * address here too. Such addresses are looked at before those of lists, so that it is known when
   * the post leaves.
   *
   * @param sequence of the post's commit
   */
  public static boolean reached(Workspace state, long sequence, String blob, SeatId seat) {
    long first = Math.max(1, sequence - MOST_BETWEEN);
    for (long at = sequence; at >= first; at--) {
      for (Event event : state.history().get(Math.toIntExact(at - 1)).events()) {
        if (event instanceof LetterPassedOn on
            && on.blob().equals(blob)
            && state.members().isSamePerson(on.to(), seat)
            && PrivateComposer.mayPass(state, on.from(), on.to())) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether a record says only that a letter was passed on, and that letter was sent, refused or
   * given up. Waits; for virtual threads.
   */
  public boolean isOver(WorkspaceId workspace, LogRecord record, Instant now) {
    if (!new String(record.plain(), UTF_8).contains(TYPE)) {
      return false;
    }
    Commit commit = CommitCodec.read(record.sequence(), record.plain());
    if (!commit.events().stream().allMatch(LetterPassedOn.class::isInstance)) {
      return false;
    }
    String parcel = PrivateComposer.parcel(workspace, commit);
    return outbox.isDone(parcel).await()
        || (commit.at().plus(LONGEST).isBefore(now)
            && isRead(workspace, commit.sequence())
            && outbox.byId(parcel).await().isEmpty());
  }

  /**
   * Whether the relay will not put it any more, as far as it has not. Asked in the order in which a
   * record is given up and a parcel is put: what changes meanwhile is seen by the later question.
   */
  private boolean isRead(WorkspaceId workspace, long sequence) {
    return checkpoints.reached(RecipientBatches.SUBSCRIPTION, workspace).await() >= sequence
        && !deadLetters.has(RecipientBatches.SUBSCRIPTION, workspace, sequence).await();
  }
}
