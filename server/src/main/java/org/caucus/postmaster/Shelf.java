package org.caucus.postmaster;

import io.vertx.core.Future;
import java.util.List;
import org.caucus.log.SealedCollection;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.mongo.Mongo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Letters the operator must look at: those to {@code postmaster@} and {@code abuse@}, and those
 * that could be neither posted nor held. Their bytes stay in {@code Blobs}.
 */
public final class Shelf {
  /** Letters kept; more mail to the operator is asked to come again later. */
  public static final int MAX_LETTERS = 1_000;

  /**
   * Octets of a letter that is taken for the operator: anybody may write to them, and a shelf of
   * the largest letters would fill the disk that the coalitions' words are to be kept on.
   */
  public static final int MAX_OCTETS = 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  private final SealedCollection letters;

  /** The shelf in this database. */
  public Shelf(Mongo mongo, Vault vault) {
    letters = new SealedCollection(mongo.documents("shelf"), vault, WorkspaceId.SYSTEM);
  }

  /** Keeps it; again is fine. The operator is told by the log, which names only the id. */
  Future<Void> put(Stored letter) {
    return letters
        .put(letter.id(), letter.write())
        .onSuccess(x -> LOG.error("letter {} waits for the operator on the shelf", letter.id()));
  }

  /** How many are there. */
  public Future<Long> count() {
    return letters.count();
  }

  /** Ids of what is there, oldest first. */
  public Future<List<String>> ids(int limit) {
    return letters
        .range("", limit)
        .map(all -> all.stream().map(SealedCollection.Entry::id).toList());
  }
}
