package org.caucus.messaging.inbound;

import com.google.common.collect.Iterables;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.smtp.server.Envelope;
import org.caucus.mail.smtp.server.LetterSink;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.store.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each letter before its peer is told 250: its bytes once per workspace, under that
 * workspace's key, then a record of it. A crash between the two leaves bytes nobody knows of, and a
 * peer that sends again.
 */
public final class Inbox implements LetterSink {
  /** How long storing may take before the peer is asked to come again. */
  public static final Duration STORE_TIMEOUT = Duration.ofSeconds(30);

  private final Destinations destinations;
  private final Blobs blobs;
  private final InboxRecords records;
  private final OperatorMailbox shelf;
  private final InboundProcessor postmaster;
  private final Unread unread;
  private final Operators mail;

  /** Tells the operators of a letter to them, and sends on what they answer. */
  public interface Operators {
    /** The letter is on the shelf. Blocks until what follows from it is durable. */
    void arrived(RetainedLetters letter, IncomingLetter incoming);
  }

  /** Tells who wrote to an address that nobody reads that nobody does. */
  @FunctionalInterface
  public interface Unread {
    /**
     * Succeeds when the answer is durable, or none is due.
     *
     * @param sender of the envelope; null for none
     */
    Future<Void> answer(@Nullable MailAddress sender, byte[] letter);
  }

  /**
   * An inbox that rings this postmaster.
   *
   * @param unread answers letters to what only sends
   */
  public Inbox(
      Destinations destinations,
      Blobs blobs,
      InboxRecords records,
      OperatorMailbox shelf,
      InboundProcessor postmaster,
      Unread unread,
      Operators mail) {
    this.unread = unread;
    this.mail = mail;
    this.destinations = destinations;
    this.blobs = blobs;
    this.records = records;
    this.shelf = shelf;
    this.postmaster = postmaster;
  }

  @Override
  public void store(Envelope envelope, byte[] letter) throws TryLater, Refused {
    if (postmaster.waiting() >= InboundProcessor.MAX_WAITING) {
      throw new TryLater("too many letters wait already");
    }
    try {
      Map<WorkspaceId, List<Destination>> all = byWorkspace(envelope);
      if (all.containsKey(WorkspaceId.SYSTEM) && letter.length > OperatorMailbox.MAX_OCTETS) {
        throw new Refused(
            552,
            "5.3.4",
            "A letter to the operator may have at most " + OperatorMailbox.MAX_OCTETS + " octets");
      }
      for (var workspace : all.entrySet()) {
        keep(workspace.getKey(), workspace.getValue(), envelope, letter);
      }
    } catch (DatabaseException | LogException e) {
      throw new TryLater("the letter is not durable", e);
    }
  }

  /** Addresses were accepted at RCPT TO and are never given away: all are found again. */
  private Map<WorkspaceId, List<Destination>> byWorkspace(Envelope envelope) throws TryLater {
    Map<WorkspaceId, List<Destination>> found = new LinkedHashMap<>();
    for (MailAddress recipient : envelope.recipients()) {
      Destination to =
          bounded(destinations.find(recipient))
              .orElseThrow(() -> new TryLater("an accepted recipient is not known any more"));
      List<Destination> same = found.computeIfAbsent(to.workspace(), w -> new ArrayList<>());
      int beside = Iterables.indexOf(same, d -> d.isBeside(to));
      if (beside < 0) {
        same.add(to);
      } else {
        same.set(beside, same.get(beside).and(to)); // its words are said once, its verbs all done
      }
    }
    return found;
  }

  private void keep(WorkspaceId workspace, List<Destination> all, Envelope envelope, byte[] letter)
      throws TryLater {
    boolean operators = workspace.equals(WorkspaceId.SYSTEM);
    List<Destination> to =
        all.stream().filter(d -> !operators || !d.detail().equals(AddressPlan.NO_REPLY)).toList();
    if (to.size() < all.size()) {
      bounded(unread.answer(envelope.sender(), letter));
    }
    if (to.isEmpty()) {
      return; // what nobody reads is not kept; who wrote it is told
    }
    if (operators && postmaster.reported(RawLetter.of(letter))) {
      return; // what it says is durable, and there is nothing left for the operator to do
    }
    if (operators) {
      shelf.makeRoom(OperatorMailbox.MAX_LETTERS);
    }
    var blob = bounded(blobs.put(workspace, letter));
    InboxMessage stored =
        InboxMessage.of(records.nextId(), workspace, blob, envelope, records.holder(), to);
    if (operators) {
      bounded(shelf.put(stored));
      mail.arrived(RetainedLetters.of(stored), stored.incoming(letter));
    } else {
      bounded(records.insert(stored));
      postmaster.arrived(stored, letter);
    }
  }

  private static <T> T bounded(Future<T> future) {
    return future.timeout(STORE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).await();
  }
}
