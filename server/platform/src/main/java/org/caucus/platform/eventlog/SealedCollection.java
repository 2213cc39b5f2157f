package org.caucus.platform.eventlog;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.SharedDeletes;
import org.caucus.platform.store.SharedInserts;

/**
 * An encrypted collection of keyed entries. The database sees id, version and due time; the bytes
 * are sealed for collection and id. Ids must therefore carry no meaning: use {@link RandomIds} or
 * {@link Vault#blindIndex}.
 */
public final class SealedCollection {
  /** Largest entry, in bytes before sealing. */
  public static final int ENTRY_LIMIT_BYTES = 8 * 1024 * 1024;

  static final String SEALED = "c";

  private final Documents documents;
  private final SharedInserts inserts;
  private final SharedDeletes deletes;
  private final Vault vault;
  private final WorkspaceId owner;

  /**
   * Entries of {@code documents}, sealed with the key of {@code owner} ({@link WorkspaceId#SYSTEM}
   * for the installation's).
   */
  public SealedCollection(Documents documents, Vault vault, WorkspaceId owner) {
    this.documents = documents;
    this.inserts = new SharedInserts(documents);
    this.deletes = new SharedDeletes(documents);
    this.vault = vault;
    this.owner = owner;
  }

  /**
   * One entry in clear.
   *
   * @param version what {@link #replaceIf} compares
   * @param due milliseconds since 1970, if it is in the queue
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by id and version, never by content
  public record Entry(String id, long version, OptionalLong due, byte[] plain) {}

  /** Inserts; {@link DatabaseException.DuplicateKey} if the id is taken. */
  public Future<Void> insert(String id, byte[] plain) {
    return sealed(id, freshVersion(), OptionalLong.empty(), plain).compose(this::inserted);
  }

  /** Inserts with a due time; {@link DatabaseException.DuplicateKey} if the id is taken. */
  public Future<Void> insert(String id, long dueMillis, byte[] plain) {
    return sealed(id, freshVersion(), OptionalLong.of(dueMillis), plain).compose(this::inserted);
  }

  /** Inserts, unless the id is taken: true if it went in. */
  public Future<Boolean> insertIfAbsent(String id, byte[] plain) {
    return Documents.orTaken(insert(id, plain));
  }

  /** Inserts with a due time, unless the id is taken: true if it went in. */
  public Future<Boolean> insertIfAbsent(String id, long dueMillis, byte[] plain) {
    return Documents.orTaken(insert(id, dueMillis, plain));
  }

  /** The same; the version it went in with, or empty if the id is taken. */
  public Future<OptionalLong> insertVersioned(String id, long dueMillis, byte[] plain) {
    long version = freshVersion();
    return Documents.orTaken(
            sealed(id, version, OptionalLong.of(dueMillis), plain).compose(this::inserted))
        .map(in -> in ? OptionalLong.of(version) : OptionalLong.empty());
  }

  /** What many insert at once shares requests. */
  private Future<Void> inserted(BsonDocument document) {
    return inserts.insertAll(List.of(document));
  }

  /** Inserts or overwrites, whatever was there; the entry has no due time after it. */
  public Future<Void> put(String id, byte[] plain) {
    return sealed(id, freshVersion(), OptionalLong.empty(), plain).compose(documents::replace);
  }

  /**
   * Replaces the entry if its version is still {@code version}; false, and no change, if it is gone
   * or somebody was first.
   */
  public Future<Boolean> replaceIf(String id, long version, byte[] plain, OptionalLong dueMillis) {
    return sealed(id, version + 1, dueMillis, plain)
        .compose(document -> documents.compareAndReplace(document, version));
  }

  /** The entry, if there is one; {@link LogException.Unreadable} if it was tampered with. */
  public Future<Optional<Entry>> find(String id) {
    return documents
        .findById(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : vault.opening(
                        owner,
                        documents.name(),
                        List.of(found.get()),
                        cipher -> Optional.of(entry(cipher, found.get()))));
  }

  /**
   * Those of these ids that there are, in any order. Damaged ones are left out and noted in the
   * quarantine.
   */
  public Future<List<Entry>> findAll(Collection<String> ids) {
    return documents.findAll(ids).compose(this::opened);
  }

  /** Deletes it, together with what others delete meanwhile; no complaint if it is gone. */
  public Future<Void> remove(String id) {
    return deletes.delete(id);
  }

  /** Deletes these; no complaint about any that is gone. */
  public Future<Void> removeAll(Collection<String> ids) {
    return documents.deleteAll(ids);
  }

  /** Deletes it; false if there was none. */
  public Future<Boolean> delete(String id) {
    return documents.delete(id);
  }

  /** Deletes it if its version is still {@code version}; false if it is gone or was changed. */
  public Future<Boolean> deleteIf(String id, long version) {
    return documents.compareAndDelete(id, version);
  }

  /**
   * Entries due at or before {@code nowMillis}, the longest due first. Damaged ones are left out
   * and noted in the quarantine; they do not keep others from their turn.
   */
  public Future<List<Entry>> due(long nowMillis, int limit) {
    int damaged = vault.quarantine().known(documents.name());
    return documents
        .due(nowMillis, Math.min(Documents.READ_LIMIT, limit + damaged))
        .compose(this::opened)
        .map(entries -> entries.subList(0, Math.min(limit, entries.size())));
  }

  /**
   * Entries with an id over {@code after} (the empty string for all), in order of id. Damaged ones
   * are left out and noted in the quarantine.
   */
  public Future<List<Entry>> range(String after, int limit) {
    return range(after, "~", limit);
  }

  /** Entries with an id between the two, in order of id. */
  public Future<List<Entry>> range(String after, String before, int limit) {
    return documents
        .findRange(after, before, limit)
        .compose(
            page ->
                opened(page)
                    .compose(
                        entries ->
                            entries.size() == page.size() || page.size() < limit
                                ? Future.succeededFuture(entries)
                                : range(idOf(page.getLast()), before, limit - entries.size())
                                    .map(rest -> joined(entries, rest))));
  }

  /**
   * All entries, page by page in order of id, at most so many in one; none is empty. Each is read
   * when its turn comes. Damaged entries are left out and noted in the quarantine. Waits.
   */
  public Stream<List<Entry>> pages(int limit) {
    return Stream.iterate(
        range("", limit).await(),
        page -> !page.isEmpty(),
        page -> range(page.getLast().id(), limit).await());
  }

  /** Ids between the two, in order, also of entries that cannot be read. */
  public Future<List<String>> ids(String after, String before, int limit) {
    return documents.ids(after, before, limit);
  }

  /** Which of these ids there are, also of entries that cannot be read. */
  public Future<Set<String>> present(Collection<String> ids) {
    return documents.present(ids);
  }

  private static List<Entry> joined(List<Entry> entries, List<Entry> rest) {
    return Stream.concat(entries.stream(), rest.stream()).toList();
  }

  /** How many entries there are. */
  public Future<Long> count() {
    return documents.count();
  }

  /**
   * Random start: an entry that was deleted and made again must not look like its former self to
   * {@link #replaceIf}.
   */
  private static long freshVersion() {
    return ThreadLocalRandom.current().nextLong(1L << 52);
  }

  private Future<BsonDocument> sealed(String id, long version, OptionalLong due, byte[] plain) {
    if (plain.length > ENTRY_LIMIT_BYTES) {
      return Future.failedFuture(
          new LogException.TooLarge(
              "part.the-entry-has-bytes-the-limit", plain.length, ENTRY_LIMIT_BYTES));
    }
    if (!owner.equals(WorkspaceId.SYSTEM)
        && !id.equals(owner.value())
        && !id.startsWith(owner.value() + "/")) {
      // Its keys are found by its ids: a rotation must not miss what it has to encrypt again.
      throw new IllegalArgumentException("what a workspace seals has an id that begins with its");
    }
    return vault
        .cipher(owner)
        .map(
            cipher -> {
              var document =
                  new BsonDocument("_id", new BsonString(id))
                      .append(Documents.VERSION, new BsonInt64(version))
                      .append(SEALED, new BsonBinary(cipher.seal(place(id), plain)));
              due.ifPresent(millis -> document.append(Documents.DUE, new BsonInt64(millis)));
              return document;
            });
  }

  private Future<List<Entry>> opened(List<BsonDocument> found) {
    return vault.openingEach(owner, documents.name(), found, this::entry);
  }

  private Entry entry(Vault.Cipher cipher, BsonDocument document) {
    var id = idOf(document);
    var plain = cipher.open(place(id), document, SEALED);
    var due =
        document.get(Documents.DUE) instanceof BsonInt64 millis
            ? OptionalLong.of(millis.getValue())
            : OptionalLong.empty();
    if (document.get(Documents.VERSION) instanceof BsonInt64 version) {
      return new Entry(id, version.getValue(), due, plain);
    }
    throw new LogException.Unreadable(place(id), false, null);
  }

  private static String idOf(BsonDocument document) {
    return document.getString("_id").getValue();
  }

  private String place(String id) {
    return documents.name() + "/" + id;
  }
}
