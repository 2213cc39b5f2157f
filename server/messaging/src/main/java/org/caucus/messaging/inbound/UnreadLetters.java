package org.caucus.messaging.inbound;

import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.UnreadLetter;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;
import org.jspecify.annotations.Nullable;

/**
 * Puts letters that nothing could read, and that a convenor let in, into the inbox again: they take
 * every step as if they came now, and reach those whom they ask for. Seeing a commit again is fine.
 */
public final class UnreadLetters {
  /** In older logs, where it was not kept: no host has this address (RFC 1122 section 3.2.1.3). */
  private static final String UNKNOWN_PEER = "0.0.0.0";

  private final CommandBus<Workspace> floor;
  private final Blobs blobs;
  private final InboxRecords records;
  private final InboundProcessor processor;

  /** Those of this inbox. */
  public UnreadLetters(
      CommandBus<Workspace> floor, Blobs blobs, InboxRecords records, InboundProcessor processor) {
    this.floor = floor;
    this.blobs = blobs;
    this.records = records;
    this.processor = processor;
  }

  /** Those that this record of the log lets in. Waits; for virtual threads. */
  public void handle(WorkspaceId workspace, LogRecord record) {
    List<LetterEvent.HoldReadAgain> wanted =
        CommitCodec.read(record.sequence(), record.plain()).events().stream()
            .filter(LetterEvent.HoldReadAgain.class::isInstance)
            .map(LetterEvent.HoldReadAgain.class::cast)
            .toList();
    if (!wanted.isEmpty()) {
      Workspace state = WorkspaceAt.sequence(floor, workspace, record.sequence());
      for (LetterEvent.HoldReadAgain one : wanted) {
        Hold hold = state.letters().find(one.id()).orElseThrow();
        readAgain(state, hold, Objects.requireNonNull(hold.unread()));
      }
    }
  }

  /** Of the letter in the inbox: always the same for a hold, in the order in which letters came. */
  static String id(Hold hold) {
    Instant received = Objects.requireNonNull(hold.unread()).received();
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, received);
    return String.format(Locale.ROOT, "%016x-%s", micros, hold.id());
  }

  private void readAgain(Workspace state, Hold hold, UnreadLetter unread) {
    String id = id(hold);
    Destination to = new Destination(hold.address(), state.id(), unread.to(), unread.detail());
    if (LetterHistory.of(state, IdempotencyKey.ofLetter(id, to.place())).isEmpty()) {
      if (records.ours(id).await().isEmpty()) {
        records.insertIfAbsent(letter(id, hold, unread, to)).await();
      }
      processor.arrivedAgain(id); // also if it went in before, and that was not heard of
    }
  }

  private InboxMessage letter(String id, Hold hold, UnreadLetter unread, Destination to) {
    return new InboxMessage(
        id,
        to.workspace(),
        copy(to.workspace(), new BlobId(Objects.requireNonNull(hold.letter()).blob())),
        sender(unread.envelope()),
        InetAddress.ofLiteral(Objects.requireNonNullElse(unread.peer(), UNKNOWN_PEER)),
        unread.helo(),
        unread.received(),
        records.holder(),
        List.of(to),
        unread.readings());
  }

  private static @Nullable MailAddress sender(@Nullable String envelope) {
    return envelope == null ? null : MailAddress.parse(envelope).orElse(null);
  }

  /** Its bytes of its own: those that are held stay, whatever becomes of it. */
  private BlobId copy(WorkspaceId workspace, BlobId held) {
    try {
      return blobs.put(workspace, blobs.get(workspace, held).await()).await();
    } catch (LogException.UnknownBlob e) {
      return held; // which is found out when it is read
    }
  }
}
