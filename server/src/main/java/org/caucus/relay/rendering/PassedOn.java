package org.caucus.relay.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import org.caucus.delivery.Outbox;
import org.caucus.delivery.Parcel;
import org.caucus.letters.LetterEvent.LetterPassedOn;
import org.caucus.log.LogRecord;
import org.caucus.log.WorkspaceId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;

/**
 * Letters from one member to another: nobody but their reader ever reads them, and nobody at all
 * once they were sent, so that their bytes need not be here any longer.
 */
public final class PassedOn {
  /**
   * After so long one goes of which no delivery is known here, as in a workspace that was moved in
   * from another server.
   */
  public static final Duration LONGEST = Duration.ofDays(30);

  /** The name of what it is looked for by, so that few records are read. */
  private static final String TYPE = "\"letter.passed-on\"";

  private final Outbox outbox;

  /** Asks this outbox. */
  public PassedOn(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The parcel in which one is sent. */
  public static String parcel(WorkspaceId workspace, Commit commit) {
    return Parcel.id(workspace.value(), commit.id(), PrivateComposer.KIND);
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
    String parcel = parcel(workspace, commit);
    return outbox.isDone(parcel).await()
        || (commit.at().plus(LONGEST).isBefore(now) && outbox.byId(parcel).await().isEmpty());
  }
}
