package org.caucus.log;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.caucus.mongo.DatabaseException;
import org.caucus.mongo.Documents;
import org.caucus.mongo.Mongo;
import org.caucus.mongo.SharedInserts;

/**
 * The logs of all workspaces, in one collection: {@code _id} is workspace, slash, sequence in 12
 * digits; {@code c} is the record, sealed for that place. Nothing else is stored.
 */
public final class EventLog {
  /** Largest record, in bytes before sealing. */
  public static final int RECORD_LIMIT_BYTES = 4 * 1024 * 1024;

  /** Most records in one append. */
  public static final int APPEND_LIMIT = 1_000;

  /** Most records one read returns. */
  public static final int READ_LIMIT = 1_000;

  static final String COLLECTION = "events";
  private static final String SEALED = "c";
  private static final long LAST_SEQUENCE = 999_999_999_999L;

  private final Documents events;
  private final SharedInserts appends;
  private final Vault vault;

  /** The log in this database. */
  public EventLog(Mongo mongo, Vault vault) {
    this.events = mongo.documents(COLLECTION);
    this.appends = new SharedInserts(events);
    this.vault = vault;
  }

  /**
   * Appends the records at {@code firstSequence}, {@code firstSequence + 1}, ...; the caller knows
   * that {@code firstSequence - 1} is the last. Succeeds when all are durable.
   *
   * <p>Fails with {@link LogException.AppendConflict} if somebody was first; {@link
   * LogException.TooLarge} for a record or a list over the limit (nothing went in); {@link
   * LogException.UnknownWorkspace}; {@link DatabaseException.Away}, after which some or all records
   * may have gone in: read on from {@code firstSequence - 1} to know.
   */
  public Future<Void> append(WorkspaceId workspace, long firstSequence, List<byte[]> records) {
    if (firstSequence < 1 || firstSequence + records.size() - 1 > LAST_SEQUENCE) {
      throw new IllegalArgumentException(
          "sequence " + firstSequence + " is not between 1 and " + LAST_SEQUENCE);
    }
    if (records.size() > APPEND_LIMIT) {
      return Future.failedFuture(
          new LogException.TooLarge("the append", records.size(), APPEND_LIMIT, "records"));
    }
    for (var plain : records) {
      if (plain.length > RECORD_LIMIT_BYTES) {
        return Future.failedFuture(
            new LogException.TooLarge("the record", plain.length, RECORD_LIMIT_BYTES, "bytes"));
      }
    }
    return vault
        .cipher(workspace)
        .map(cipher -> sealed(cipher, workspace, firstSequence, records))
        .compose(appends::insertAll)
        .recover(
            e ->
                e instanceof DatabaseException.DuplicateKey taken
                    ? Future.failedFuture(
                        new LogException.AppendConflict(
                            workspace, firstSequence + taken.index(), taken.inserted(), taken))
                    : Future.failedFuture(e));
  }

  /**
   * Records with a sequence over {@code after}, in order and without a gap, at most {@code limit};
   * empty when there are none yet. Fails with {@link LogException.Unreadable}, {@link
   * LogException.Gap} or {@link LogException.UnknownWorkspace}.
   */
  public Future<List<LogRecord>> read(WorkspaceId workspace, long after, int limit) {
    if (limit < 1 || limit > READ_LIMIT) {
      throw new IllegalArgumentException("limit is 1 to " + READ_LIMIT + ", not " + limit);
    }
    return events
        .findRange(id(workspace, after), id(workspace, LAST_SEQUENCE) + "~", limit)
        .compose(
            documents ->
                vault.opening(
                    workspace,
                    COLLECTION,
                    documents,
                    cipher -> opened(cipher, workspace, after, documents)));
  }

  /**
   * How many records the workspace's log has. Asks for single records, about 2 log2 of their
   * number: the log keeps no count that could disagree with it.
   */
  public Future<Long> length(WorkspaceId workspace) {
    return lengthFrom(workspace, 0, 1);
  }

  /** At least {@code there} records are there; tries {@code step} further, doubling it. */
  private Future<Long> lengthFrom(WorkspaceId workspace, long there, long step) {
    return exists(workspace, there + step)
        .compose(
            is ->
                is
                    ? lengthFrom(workspace, there + step, step * 2)
                    : lengthBetween(workspace, there, there + step));
  }

  private Future<Long> lengthBetween(WorkspaceId workspace, long there, long missing) {
    if (missing - there <= 1) {
      return Future.succeededFuture(there);
    }
    long middle = there + (missing - there) / 2;
    return exists(workspace, middle)
        .compose(
            is ->
                is
                    ? lengthBetween(workspace, middle, missing)
                    : lengthBetween(workspace, there, middle));
  }

  private Future<Boolean> exists(WorkspaceId workspace, long sequence) {
    return events.findById(id(workspace, sequence)).map(Optional::isPresent);
  }

  /** Every workspace there is. */
  public Future<List<WorkspaceId>> workspaces() {
    return vault.workspaces();
  }

  private static List<BsonDocument> sealed(
      Vault.Cipher cipher, WorkspaceId workspace, long firstSequence, List<byte[]> records) {
    var documents = new ArrayList<BsonDocument>(records.size());
    for (var plain : records) {
      var id = id(workspace, firstSequence + documents.size());
      var bytes = new BsonBinary(cipher.seal(place(id), plain));
      documents.add(new BsonDocument("_id", new BsonString(id)).append(SEALED, bytes));
    }
    return documents;
  }

  private static List<LogRecord> opened(
      Vault.Cipher cipher, WorkspaceId workspace, long after, List<BsonDocument> documents) {
    var records = new ArrayList<LogRecord>(documents.size());
    for (var document : documents) {
      long sequence = after + records.size() + 1;
      var id = id(workspace, sequence);
      if (!document.getString("_id").getValue().equals(id)) {
        throw new LogException.Gap(workspace, sequence, place(id));
      }
      records.add(new LogRecord(sequence, cipher.open(place(id), document, SEALED)));
    }
    return List.copyOf(records);
  }

  private static String place(String id) {
    return COLLECTION + "/" + id;
  }

  private static String id(WorkspaceId workspace, long sequence) {
    return String.format(Locale.ROOT, "%s/%012d", workspace.value(), sequence);
  }
}
