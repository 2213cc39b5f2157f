package org.caucus.messaging.inbound;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Letters the operators must look at: those to their role mailboxes, and those of coalitions that
 * could be neither posted nor held. Their bytes stay in {@code Blobs}.
 */
public final class OperatorMailbox {
  /**
   * Letters to the operators that are kept; the oldest goes for the next one. Each was forwarded
   * when it came. Letters of coalitions are none of them and stay.
   */
  public static final int MAX_LETTERS = 1_000;

  /**
   * Octets of a letter that is taken for the operator: anybody may write to them, and a shelf of
   * the largest letters would fill the disk that the coalitions' words are to be kept on.
   */
  public static final int MAX_OCTETS = 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(OperatorMailbox.class);
  private static final int PAGE = 200;

  private final SealedCollection letters;
  private final Blobs blobs;

  /** The shelf in this database. */
  public OperatorMailbox(Mongo mongo, Vault vault) {
    letters = new SealedCollection(mongo.documents("shelf"), vault, WorkspaceId.SYSTEM);
    blobs = new Blobs(mongo, vault);
  }

  /** Keeps it; again is fine. The log names only the id. */
  Future<Void> put(InboxMessage letter) {
    return letters
        .put(letter.id(), letter.write())
        .onSuccess(
            x -> LOG.warn("letter {} waits for the operators; see: caucus mailbox", letter.id()));
  }

  /** How many are there. */
  public Future<Long> count() {
    return letters.count();
  }

  /** What is there, oldest first, at most so many. Blocks. */
  public List<RetainedLetters> list(int limit) {
    return letters.range("", limit).await().stream()
        .map(OperatorMailbox::read)
        .map(RetainedLetters::of)
        .toList();
  }

  /** The one with this id, or whose id begins so if no other does. Blocks. */
  public Optional<RetainedLetters> find(String idOrBeginning) {
    var found = letters.range(idOrBeginning, idOrBeginning + "~", 2).await();
    var whole = letters.find(idOrBeginning).await();
    return whole
        .or(() -> found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty())
        .map(OperatorMailbox::read)
        .map(RetainedLetters::of);
  }

  /** The octets of a letter to the operators; empty if it is not there, or not theirs. Blocks. */
  public Optional<byte[]> octets(String id) {
    return letters
        .find(id)
        .await()
        .map(OperatorMailbox::read)
        .filter(stored -> stored.workspace().equals(WorkspaceId.SYSTEM))
        .map(stored -> blobs.get(WorkspaceId.SYSTEM, stored.blob()).await());
  }

  /** Deletes it with its octets; false if it is not there. Blocks. */
  public boolean delete(String id) {
    var found = letters.find(id).await();
    if (found.isEmpty()) {
      return false;
    }
    InboxMessage stored = read(found.get());
    blobs.delete(stored.workspace(), stored.blob()).await();
    return letters.delete(id).await();
  }

  /** Deletes the oldest letters to the operators, until one more may be kept. Blocks. */
  void makeRoom(int most) {
    if (letters.count().await() < most) {
      return;
    }
    List<String> theirs =
        letters
            .pages(PAGE)
            .flatMap(List::stream)
            .filter(entry -> RetainedLetters.of(read(entry)).operators())
            .map(SealedCollection.Entry::id)
            .toList();
    if (!theirs.isEmpty() && theirs.size() >= most) {
      String oldest = theirs.getFirst();
      LOG.warn(
          "{} letters wait for the operators, so {}, the oldest, is deleted",
          theirs.size(),
          oldest);
      delete(oldest);
    }
  }

  private static InboxMessage read(SealedCollection.Entry entry) {
    return InboxMessage.read(entry.id(), entry.plain());
  }
}
