package org.caucus.platform.eventlog;

import io.vertx.core.Future;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;

/**
 * Letters and attachments: bytes too large for a record, sealed in chunks. Each chunk is bound to
 * workspace, blob, number and whether it is the last, so none can be changed, swapped, left out or
 * cut off unseen.
 */
public final class Blobs {
  /** Largest blob, in bytes. */
  public static final int LIMIT_BYTES = 64 * 1024 * 1024;

  /** Bytes of a chunk before sealing. */
  public static final int CHUNK_BYTES = 1024 * 1024;

  /** Chunks in one insert, so that a large blob is not in memory three times. */
  private static final int CHUNKS_PER_INSERT = 8;

  /** Chunks in memory while all are walked. */
  private static final int CHUNKS_PER_WALK = 4;

  /** Ids in memory while all are listed. */
  private static final int IDS_AT_ONCE = 2_000;

  private static final String COLLECTION = "blobs";
  private static final String SEALED = "c";

  private final Documents chunks;
  private final Vault vault;

  /** The blobs in this database. */
  public Blobs(Mongo mongo, Vault vault) {
    this.chunks = mongo.documents(COLLECTION);
    this.vault = vault;
  }

  /** {@link Vault#blindIndex} of the octets that are kept here: equal for equal ones. */
  public String standIn(String purpose, String value) {
    return vault.blindIndex(purpose, value);
  }

  /**
   * Stores the bytes under a new id; durable when it succeeds. {@link LogException.TooLarge} over
   * the limit.
   */
  public Future<BlobId> put(WorkspaceId workspace, byte[] bytes) {
    if (bytes.length > LIMIT_BYTES) {
      return Future.failedFuture(
          new LogException.TooLarge(
              "part.the-blob-has-bytes-the-limit", bytes.length, LIMIT_BYTES));
    }
    var blob = BlobId.random();
    return putFrom(workspace, blob, bytes, 0).map(blob);
  }

  /**
   * Stores many in as few requests as their size allows; all are durable when it succeeds. In the
   * order given.
   */
  public Future<List<BlobId>> putAll(WorkspaceId workspace, List<byte[]> all) {
    return vault.cipher(workspace).compose(cipher -> putAll(cipher, workspace, all));
  }

  private Future<List<BlobId>> putAll(
      Vault.Cipher cipher, WorkspaceId workspace, List<byte[]> all) {
    var ids = new ArrayList<BlobId>(all.size());
    var together = new ArrayList<BsonDocument>();
    var stored = new ArrayList<Future<Void>>();
    int size = 0;
    for (byte[] bytes : all) {
      var blob = BlobId.random();
      ids.add(blob);
      if (bytes.length > CHUNK_BYTES) {
        stored.add(putFrom(workspace, blob, bytes, 0));
        continue;
      }
      together.add(sealed(cipher, workspace, new Chunk(blob, 0, true, bytes)));
      size += bytes.length;
      if (size >= CHUNKS_PER_INSERT * CHUNK_BYTES) {
        stored.add(chunks.insertAll(List.copyOf(together)));
        together.clear();
        size = 0;
      }
    }
    if (!together.isEmpty()) {
      stored.add(chunks.insertAll(together));
    }
    return Future.all(stored).map(ids);
  }

  /** Asks for the key at every insert: a large blob must not go on with one that is replaced. */
  private Future<Void> putFrom(WorkspaceId workspace, BlobId blob, byte[] bytes, int first) {
    return vault
        .cipher(workspace)
        .compose(cipher -> putFrom(cipher, workspace, blob, bytes, first));
  }

  private Future<Void> putFrom(
      Vault.Cipher cipher, WorkspaceId workspace, BlobId blob, byte[] bytes, int first) {
    int count = Math.max(1, Math.ceilDiv(bytes.length, CHUNK_BYTES));
    int end = Math.min(count, first + CHUNKS_PER_INSERT);
    var documents = new ArrayList<BsonDocument>(end - first);
    for (int number = first; number < end; number++) {
      int from = number * CHUNK_BYTES;
      var plain = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK_BYTES));
      documents.add(sealed(cipher, workspace, new Chunk(blob, number, number == count - 1, plain)));
    }
    var inserted = chunks.insertAll(documents);
    return end == count ? inserted : inserted.compose(none -> putFrom(workspace, blob, bytes, end));
  }

  /**
   * The bytes; {@link LogException.UnknownBlob} if there are none, {@link LogException.Unreadable}
   * if they were tampered with.
   */
  public Future<byte[]> get(WorkspaceId workspace, BlobId blob) {
    return getFrom(workspace, blob, 0, new ByteArrayOutputStream())
        .map(ByteArrayOutputStream::toByteArray);
  }

  private Future<ByteArrayOutputStream> getFrom(
      WorkspaceId workspace, BlobId blob, int first, ByteArrayOutputStream bytes) {
    var after = first == 0 ? prefix(workspace, blob) : id(workspace, blob, first - 1);
    return chunks
        .findRange(after, prefix(workspace, blob) + "~", CHUNKS_PER_INSERT + 1)
        .compose(
            page -> {
              if (page.isEmpty()) {
                return Future.failedFuture(new LogException.UnknownBlob(blob.value()));
              }
              boolean more = page.size() > CHUNKS_PER_INSERT;
              int end = more ? CHUNKS_PER_INSERT : page.size();
              return vault
                  .opening(
                      workspace,
                      COLLECTION,
                      page,
                      cipher -> opened(cipher, workspace, blob, first, page.subList(0, end), more))
                  .onSuccess(bytes::writeBytes)
                  .compose(
                      opened ->
                          more
                              ? getFrom(workspace, blob, first + end, bytes)
                              : Future.succeededFuture(bytes));
            });
  }

  /** These chunks in clear, one after the other. */
  private static byte[] opened(
      Vault.Cipher cipher,
      WorkspaceId workspace,
      BlobId blob,
      int first,
      List<BsonDocument> page,
      boolean more) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < page.size(); i++) {
      var id = id(workspace, blob, first + i);
      var place = place(id, !more && i == page.size() - 1);
      if (!page.get(i).getString("_id").getValue().equals(id)) {
        throw new LogException.Unreadable(place, false, null);
      }
      bytes.writeBytes(cipher.open(place, page.get(i), SEALED));
    }
    return bytes.toByteArray();
  }

  /**
   * Stores one piece of a blob that comes piece by piece, each of {@link #CHUNK_BYTES} but the
   * last; durable when it succeeds. False, and no change, if there is one with this number.
   */
  public Future<Boolean> putPiece(WorkspaceId workspace, Chunk piece) {
    return Documents.orTaken(restore(workspace, List.of(piece)));
  }

  /**
   * One piece; {@link LogException.UnknownBlob} if it is not there. So that a blob can be read in
   * the memory of a piece by the caller, who knows how many it has.
   */
  public Future<byte[]> piece(WorkspaceId workspace, BlobId blob, int number, boolean last) {
    var id = id(workspace, blob, number);
    return chunks
        .findById(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.failedFuture(new LogException.UnknownBlob(blob.value()))
                    : vault.opening(
                        workspace,
                        COLLECTION,
                        List.of(found.get()),
                        cipher -> cipher.open(place(id, last), found.get(), SEALED)));
  }

  /** How many pieces a blob of so many bytes has. */
  public static int pieces(long bytes) {
    return (int) Math.max(1, Math.ceilDiv(bytes, CHUNK_BYTES));
  }

  /** The ids of all blobs of a workspace, whole or not; without reading any. */
  public Future<Set<String>> all(WorkspaceId workspace) {
    return all(workspace, workspace.value() + "/", new HashSet<>());
  }

  private Future<Set<String>> all(WorkspaceId workspace, String after, Set<String> found) {
    return chunks
        .ids(after, workspace.value() + "/~", IDS_AT_ONCE)
        .compose(
            page -> {
              page.forEach(id -> found.add(blobOf(workspace, id)));
              return page.size() < IDS_AT_ONCE
                  ? Future.succeededFuture(found)
                  : all(workspace, page.getLast(), found);
            });
  }

  private static String blobOf(WorkspaceId workspace, String id) {
    int from = workspace.value().length() + 1;
    int to = from + RandomIds.LENGTH;
    if (id.length() < to || !RandomIds.isId(id.substring(from, to))) {
      throw new LogException.Unreadable(COLLECTION + "/" + id, false, null);
    }
    return id.substring(from, to);
  }

  /**
   * One piece of a blob, in clear.
   *
   * @param last false also for the last that there is of a blob that was never finished
   */
  @SuppressWarnings("ArrayRecordComponent") // read once and gone
  public record Chunk(BlobId blob, int number, boolean last, byte[] bytes) {}

  /**
   * The chunks of all blobs of a workspace, blob by blob, after this one (null for the first): a
   * few at once, so that any number can be walked in little memory. Empty at the end.
   */
  public Future<List<Chunk>> chunks(WorkspaceId workspace, @Nullable Chunk after) {
    var all = workspace.value() + "/";
    var from = after == null ? all : id(workspace, after.blob(), after.number());
    return chunks
        .findRange(from, all + "~", CHUNKS_PER_WALK + 1)
        .compose(
            page ->
                vault.opening(
                    workspace, COLLECTION, page, cipher -> walked(cipher, workspace, page)));
  }

  /** Whether a chunk is its blob's last can be told only by the next one, which is read again. */
  private static List<Chunk> walked(
      Vault.Cipher cipher, WorkspaceId workspace, List<BsonDocument> page) {
    var walked = new ArrayList<Chunk>(CHUNKS_PER_WALK);
    for (int i = 0; i < Math.min(page.size(), CHUNKS_PER_WALK); i++) {
      var id = page.get(i).getString("_id").getValue();
      int blobEnd = workspace.value().length() + 1 + RandomIds.LENGTH;
      var blob = id.substring(0, Math.min(id.length(), blobEnd + 1));
      boolean last =
          i + 1 == page.size() || !page.get(i + 1).getString("_id").getValue().startsWith(blob);
      walked.add(walked(cipher, workspace, page.get(i), last));
    }
    return walked;
  }

  private static Chunk walked(
      Vault.Cipher cipher, WorkspaceId workspace, BsonDocument document, boolean last) {
    var id = document.getString("_id").getValue();
    var parts = id.substring(workspace.value().length() + 1).split("/", 2);
    if (parts.length < 2 || !RandomIds.isId(parts[0]) || !parts[1].matches("\\d{4}")) {
      throw new LogException.Unreadable(COLLECTION + "/" + id, false, null);
    }
    var blob = new BlobId(parts[0]);
    int number = Integer.parseInt(parts[1]);
    try {
      return new Chunk(blob, number, last, cipher.open(place(id, last), document, SEALED));
    } catch (LogException.Unreadable e) {
      if (!last || e.foreignKey()) {
        throw e;
      }
      // its writer was killed before the rest
      return new Chunk(blob, number, false, cipher.open(place(id, false), document, SEALED));
    }
  }

  /** Puts chunks back in their places, as an archive has them. */
  public Future<Void> restore(WorkspaceId workspace, List<Chunk> restored) {
    return vault
        .cipher(workspace)
        .map(cipher -> restored.stream().map(c -> sealed(cipher, workspace, c)).toList())
        .compose(chunks::insertAll);
  }

  private static BsonDocument sealed(Vault.Cipher cipher, WorkspaceId workspace, Chunk chunk) {
    var id = id(workspace, chunk.blob(), chunk.number());
    var sealed = new BsonBinary(cipher.seal(place(id, chunk.last()), chunk.bytes()));
    return new BsonDocument("_id", new BsonString(id)).append(SEALED, sealed);
  }

  /** Deletes all of a workspace. */
  public Future<Void> deleteAll(WorkspaceId workspace) {
    return chunks.deleteRange(workspace.value() + "/", workspace.value() + "/~").mapEmpty();
  }

  /** Deletes it; no complaint if it is gone. */
  public Future<Void> delete(WorkspaceId workspace, BlobId blob) {
    var prefix = prefix(workspace, blob);
    return chunks.deleteRange(prefix, prefix + "~").mapEmpty();
  }

  private static String place(String id, boolean last) {
    return COLLECTION + "/" + id + (last ? "/last" : "/more");
  }

  private static String prefix(WorkspaceId workspace, BlobId blob) {
    return workspace.value() + "/" + blob.value() + "/";
  }

  private static String id(WorkspaceId workspace, BlobId blob, int number) {
    return prefix(workspace, blob) + String.format(Locale.ROOT, "%04d", number);
  }
}
