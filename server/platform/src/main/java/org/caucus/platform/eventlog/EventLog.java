package org.caucus.platform.eventlog;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.chain.ChainedRecord;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.SharedInserts;
import org.jspecify.annotations.Nullable;

/**
 * The logs of all workspaces, in one collection: {@code _id} is workspace, slash, sequence in 12
 * digits; {@code c} is a {@link ChainedRecord} to the record before it, sealed for that place.
 * Nothing else is stored.
 */
public final class EventLog {
  /** Largest record, in bytes before sealing. */
  public static final int RECORD_LIMIT_BYTES = 4 * 1024 * 1024;

  /** Most records in one append. */
  public static final int APPEND_LIMIT = 1_000;

  /** Most records one read returns; large ones are fewer, see {@link Documents#PAGE_BYTES}. */
  public static final int READ_LIMIT = 1_000;

  /** The collection of all records. */
  public static final String COLLECTION = "events";

  private static final String SEALED = "c";
  private static final int SEQUENCE_DIGITS = 12;
  private static final long LAST_SEQUENCE = 999_999_999_999L;

  private final Documents events;
  private final SharedInserts appends;
  private final Vault vault;
  private final List<BiConsumer<WorkspaceId, List<LogRecord>>> appenders =
      new CopyOnWriteArrayList<>();

  /** The log in this database. */
  public EventLog(Mongo mongo, Vault vault) {
    this.events = mongo.documents(COLLECTION);
    this.appends = new SharedInserts(events);
    this.vault = vault;
  }

  /**
   * Appends the records at {@code firstSequence}, {@code firstSequence + 1}, ...; the caller knows
   * that {@code firstSequence - 1} is the last, and that {@code previous} is its hash ({@link
   * RecordHash#NONE} before the first). Succeeds with the hash of the last when all are durable.
   *
   * <p>Fails with {@link LogException.AppendConflict} if somebody was first; {@link
   * LogException.TooLarge} for a record or a list over the limit (nothing went in); {@link
   * LogException.UnknownWorkspace}; {@link DatabaseException.Away}, after which some or all records
   * may have gone in: read on from {@code firstSequence - 1} to know.
   */
  public Future<RecordHash> append(
      WorkspaceId workspace, long firstSequence, RecordHash previous, List<byte[]> records) {
    if (firstSequence < 1 || firstSequence + records.size() - 1 > LAST_SEQUENCE) {
      throw new IllegalArgumentException(
          "sequence " + firstSequence + " is not between 1 and " + LAST_SEQUENCE);
    }
    if (records.size() > APPEND_LIMIT) {
      return Future.failedFuture(
          new LogException.TooLarge(
              "part.the-append-has-records-the-limit", records.size(), APPEND_LIMIT));
    }
    for (var plain : records) {
      if (plain.length > RECORD_LIMIT_BYTES) {
        return Future.failedFuture(
            new LogException.TooLarge(
                "part.the-record-has-bytes-the-limit", plain.length, RECORD_LIMIT_BYTES));
      }
    }
    var tip = new Tip(workspace, firstSequence - 1, previous);
    var appended = new ArrayList<LogRecord>(records.size());
    return vault
        .cipher(workspace)
        .map(cipher -> records.stream().map(r -> sealed(cipher, tip, r, appended::add)).toList())
        .compose(appends::insertAll)
        .map(
            none -> {
              appenders.forEach(a -> a.accept(workspace, List.copyOf(appended)));
              return tip.hash;
            })
        .recover(e -> Future.failedFuture(inPlace(e, workspace, firstSequence)));
  }

  /** Called with what this process has appended, in order, when it is durable; not to block. */
  public void onAppend(BiConsumer<WorkspaceId, List<LogRecord>> appender) {
    appenders.add(appender);
  }

  private static Throwable inPlace(Throwable failure, WorkspaceId workspace, long firstSequence) {
    return failure instanceof DatabaseException.DuplicateKey taken
        ? new LogException.AppendConflict(
            workspace, firstSequence + taken.index(), taken.inserted(), taken)
        : failure;
  }

  /**
   * Some records in order.
   *
   * @param more whether there may be more behind them: how many there are does not tell, since
   *     large ones are fewer; never true of none
   */
  public record Page(List<LogRecord> records, boolean more) {}

  /**
   * Records with a sequence over {@code after}, in order and without a gap, at most {@code limit}
   * and no more than fit into memory many times over; none when there are none yet. Each is checked
   * to follow the one before it. Fails with {@link LogException.Unreadable}, {@link
   * LogException.Gap}, {@link LogException.Broken} or {@link LogException.UnknownWorkspace}.
   *
   * @param previous the hash of the record at {@code after}; {@link RecordHash#NONE} for 0
   */
  public Future<Page> page(WorkspaceId workspace, long after, RecordHash previous, int limit) {
    if (limit < 1 || limit > READ_LIMIT) {
      throw new IllegalArgumentException("limit is 1 to " + READ_LIMIT + ", not " + limit);
    }
    return documents(workspace, after, limit)
        .compose(
            found ->
                vault
                    .opening(
                        workspace,
                        COLLECTION,
                        found.documents(),
                        cipher ->
                            opened(cipher, new Tip(workspace, after, previous), found.documents()))
                    .map(records -> new Page(records, found.more())));
  }

  /**
   * The same for a caller that does not know the hash at {@code after}: that record is read once
   * more, to see that the next one follows it. Fails with {@link LogException.Broken} if it is
   * gone.
   */
  public Future<Page> page(WorkspaceId workspace, long after, int limit) {
    if (after == 0) {
      return page(workspace, 0, RecordHash.NONE, limit);
    }
    return hashAt(workspace, after).compose(hash -> page(workspace, after, hash, limit));
  }

  /** The records of such a {@link #page}, for a caller that needs no more than the first ones. */
  public Future<List<LogRecord>> read(
      WorkspaceId workspace, long after, RecordHash previous, int limit) {
    return page(workspace, after, previous, limit).map(Page::records);
  }

  /** The records of such a {@link #page}, for a caller that needs no more than the first ones. */
  public Future<List<LogRecord>> read(WorkspaceId workspace, long after, int limit) {
    return page(workspace, after, limit).map(Page::records);
  }

  /**
   * Succeeds if the log has this record, of this hash; fails with {@link LogException.Broken} if it
   * is gone, or another is in its place. What stands after it is not looked at.
   */
  public Future<Void> holds(WorkspaceId workspace, long sequence, RecordHash hash) {
    return hashAt(workspace, sequence)
        .compose(
            found ->
                found.equals(hash)
                    ? Future.succeededFuture()
                    : Future.failedFuture(LogException.Broken.otherThanKept(workspace, sequence)));
  }

  private Future<RecordHash> hashAt(WorkspaceId workspace, long sequence) {
    return events
        .findById(id(workspace, sequence))
        .compose(
            found ->
                vault.opening(
                    workspace,
                    COLLECTION,
                    found.stream().toList(),
                    cipher -> {
                      var document =
                          found.orElseThrow(() -> LogException.Broken.gone(workspace, sequence));
                      return link(cipher, workspace, sequence, document)
                          .hash(workspace.value(), sequence);
                    }));
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

  /** A record's place in the log of a workspace. */
  public record Place(WorkspaceId workspace, long sequence) {}

  /**
   * At which of these places there is a record. One request for all, at most {@link
   * Documents#READ_LIMIT}; nothing is opened.
   */
  public Future<Set<Place>> present(Collection<Place> places) {
    var asked = new HashMap<String, Place>();
    places.forEach(place -> asked.put(id(place.workspace(), place.sequence()), place));
    return events
        .present(asked.keySet())
        .map(there -> there.stream().map(asked::get).collect(Collectors.toSet()));
  }

  /**
   * Of these workspaces, with the sequence that is known of each, those whose log goes on. One
   * request for all, at most {@link Documents#READ_LIMIT}; nothing is opened, so one log that is
   * damaged says nothing about another.
   */
  public Future<Set<WorkspaceId>> longer(Map<WorkspaceId, Long> known) {
    return present(known.entrySet().stream().map(EventLog::next).toList())
        .map(there -> there.stream().map(Place::workspace).collect(Collectors.toSet()));
  }

  private static Place next(Map.Entry<WorkspaceId, Long> known) {
    return new Place(known.getKey(), known.getValue() + 1);
  }

  private Future<Boolean> exists(WorkspaceId workspace, long sequence) {
    return events.findById(id(workspace, sequence)).map(Optional::isPresent);
  }

  /**
   * What lies in the log, as it is, without judging: for the person who looks for what is wrong.
   *
   * @param sequence by its id; 0 if that has another form
   * @param readable false if it does not open in this place
   * @param link null if it does not open, or has another form
   */
  public record Found(long sequence, boolean readable, @Nullable ChainedRecord link) {}

  /**
   * What lies after this sequence, in order, at most {@code limit}; fewer when they are large, and
   * none only when nothing is left.
   */
  public Future<List<Found>> look(WorkspaceId workspace, long after, int limit) {
    return documents(workspace, after, limit)
        .map(Documents.Page::documents)
        .compose(
            found ->
                vault
                    .cipher(workspace)
                    .map(c -> look(c, workspace, found, true))
                    .recover(
                        e ->
                            e instanceof LogException.Unreadable
                                ? vault.reread(workspace).map(c -> look(c, workspace, found, false))
                                : Future.failedFuture(e)));
  }

  private static List<Found> look(
      Vault.Cipher cipher, WorkspaceId workspace, List<BsonDocument> found, boolean first) {
    return found.stream().map(document -> look(cipher, workspace, document, first)).toList();
  }

  /** The first time, a key that is not at hand is no answer: it may be a newer one. */
  private static Found look(
      Vault.Cipher cipher, WorkspaceId workspace, BsonDocument document, boolean first) {
    var id = document.getString("_id").getValue();
    var digits = id.substring(workspace.value().length() + 1);
    long sequence = digits.matches("\\d{12}") ? Long.parseLong(digits) : 0;
    try {
      var bytes = cipher.open(place(id), document, SEALED);
      return new Found(sequence, true, ChainedRecord.read(bytes).orElse(null));
    } catch (LogException.Unreadable e) {
      if (first && e.foreignKey()) {
        throw e;
      }
      return new Found(sequence, false, null);
    }
  }

  /** Every workspace there is. */
  public Future<List<WorkspaceId>> workspaces() {
    return vault.workspaces();
  }

  /** Where a writer or reader is in a log: moves on with each record. */
  private static final class Tip {
    final WorkspaceId workspace;
    long sequence;
    RecordHash hash;

    Tip(WorkspaceId workspace, long sequence, RecordHash hash) {
      this.workspace = workspace;
      this.sequence = sequence;
      this.hash = hash;
    }

    LogRecord follow(ChainedRecord link) {
      sequence++;
      hash = link.hash(workspace.value(), sequence);
      return new LogRecord(sequence, hash, link.payload());
    }
  }

  private Future<Documents.Page> documents(WorkspaceId workspace, long after, int limit) {
    return events.page(id(workspace, after), id(workspace, LAST_SEQUENCE) + "~", limit);
  }

  private static BsonDocument sealed(
      Vault.Cipher cipher, Tip tip, byte[] plain, Consumer<LogRecord> made) {
    var link = new ChainedRecord(tip.hash, plain);
    var record = tip.follow(link);
    made.accept(record);
    var id = id(tip.workspace, record.sequence());
    var bytes = new BsonBinary(cipher.seal(place(id), link.write()));
    return new BsonDocument("_id", new BsonString(id)).append(SEALED, bytes);
  }

  private static List<LogRecord> opened(
      Vault.Cipher cipher, Tip tip, List<BsonDocument> documents) {
    var records = new ArrayList<LogRecord>(documents.size());
    for (var document : documents) {
      var link = link(cipher, tip.workspace, tip.sequence + 1, document);
      if (!link.previous().equals(tip.hash)) {
        throw LogException.Broken.unlinked(tip.workspace, tip.sequence + 1);
      }
      records.add(tip.follow(link));
    }
    return List.copyOf(records);
  }

  private static ChainedRecord link(
      Vault.Cipher cipher, WorkspaceId workspace, long sequence, BsonDocument document) {
    var id = id(workspace, sequence);
    if (!document.getString("_id").getValue().equals(id)) {
      throw new LogException.Gap(workspace, sequence, place(id));
    }
    return ChainedRecord.read(cipher.open(place(id), document, SEALED))
        .orElseThrow(() -> LogException.Broken.unframed(workspace, sequence));
  }

  static String place(WorkspaceId workspace, long sequence) {
    return place(id(workspace, sequence));
  }

  private static String place(String id) {
    return COLLECTION + "/" + id;
  }

  private static String id(WorkspaceId workspace, long sequence) {
    return workspace.value() + "/" + RandomIds.digits(sequence, SEQUENCE_DIGITS);
  }
}
