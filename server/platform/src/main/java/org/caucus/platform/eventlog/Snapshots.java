package org.caucus.platform.eventlog;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.Mongo;

/**
 * States at a sequence, so that a load need not begin at 1. A snapshot is only ever a shortcut:
 * with the records after it, it must equal the full replay, and a reader that doubts one
 * {@linkplain #discard discards} it.
 *
 * <p>A snapshot lies in parts beside the one before, each sealed for its place; one small document,
 * the head, says which is the newest. It is written last, so a crash at any instant leaves the old
 * one or the new one whole. Of two nodes that write at once one wins the head and the other takes
 * its parts back.
 */
public final class Snapshots {
  /** Largest part, in bytes before sealing; a document of MongoDB has 16 MiB. */
  public static final int PART_LIMIT_BYTES = 12 * 1024 * 1024;

  /** Most parts of one snapshot. */
  public static final int PARTS_LIMIT = 9_999;

  private static final String COLLECTION = "snapshots";
  private static final String SEALED = "c";

  private final Documents documents;
  private final Vault vault;

  /** The snapshots in this database. */
  public Snapshots(Mongo mongo, Vault vault) {
    this.documents = mongo.documents(COLLECTION);
    this.vault = vault;
  }

  /**
   * What is known of a snapshot before it is read.
   *
   * @param generation its name beside others, {@code sequence-random}
   * @param sequence the last record it covers
   * @param tip the hash of the last record it covers
   * @param shape names the types it was written from; another reader than theirs must not read it
   * @param weight bytes of the records it covers
   * @param at when it was finished
   */
  public record Head(
      WorkspaceId workspace,
      String generation,
      long sequence,
      int parts,
      RecordHash tip,
      String shape,
      long weight,
      Instant at) {}

  /**
   * The newest snapshot. {@link LogException.Unreadable} if its head was tampered with, {@link
   * LogException.UnknownWorkspace}.
   */
  public Future<Optional<Head>> latest(WorkspaceId workspace) {
    return documents
        .findById(headId(workspace))
        .compose(found -> opening(workspace, c -> found.map(d -> head(c, workspace, d))));
  }

  /** Nothing that does not open is quarantined here: a snapshot is made anew. */
  private <T> Future<T> opening(WorkspaceId workspace, Function<Vault.Cipher, T> opener) {
    return vault
        .cipher(workspace)
        .map(opener)
        .recover(
            e ->
                e instanceof LogException.Unreadable u && u.foreignKey()
                    ? vault.reread(workspace).map(opener)
                    : Future.failedFuture(e));
  }

  /**
   * Some of its parts in order, from {@code first} on, at most {@code count}. {@link
   * LogException.Unreadable} if one is missing or was tampered with.
   */
  public Future<List<byte[]>> parts(Head head, int first, int count) {
    int end = Math.min(head.parts(), first + count);
    String prefix = prefix(head.workspace(), head.generation());
    String after = first == 0 ? prefix : prefix + number(first - 1);
    return documents
        .findRange(after, prefix + number(end), count)
        .compose(found -> opening(head.workspace(), c -> opened(c, prefix, first, end, found)));
  }

  private static List<byte[]> opened(
      Vault.Cipher cipher, String prefix, int first, int end, List<BsonDocument> found) {
    List<byte[]> parts = new ArrayList<>(end - first);
    for (int n = first; n < end; n++) {
      String id = prefix + number(n);
      int i = n - first;
      if (i >= found.size() || !found.get(i).getString("_id").getValue().equals(id)) {
        throw new LogException.Unreadable(place(id), false, null);
      }
      parts.add(cipher.open(place(id), found.get(i), SEALED));
    }
    return parts;
  }

  /** Begins a new snapshot that covers the records up to {@code sequence}. */
  public Future<Draft> begin(WorkspaceId workspace, long sequence) {
    return vault
        .cipher(workspace)
        .compose(
            cipher ->
                documents
                    .findById(headId(workspace))
                    .map(found -> new Draft(cipher, workspace, sequence, found)));
  }

  /** A snapshot that is being written. One call after the other. */
  public final class Draft {
    private final Vault.Cipher cipher;
    private final WorkspaceId workspace;
    private final long sequence;
    private final String generation;
    private final Optional<Long> before;
    private final Optional<String> replaced;
    private int parts;

    Draft(
        Vault.Cipher cipher,
        WorkspaceId workspace,
        long sequence,
        Optional<BsonDocument> headBefore) {
      this.cipher = cipher;
      this.workspace = workspace;
      this.sequence = sequence;
      this.generation = sequence(sequence) + "-" + RandomIds.random();
      this.before = headBefore.map(d -> d.getInt64(Documents.VERSION).getValue());
      this.replaced = headBefore.flatMap(d -> generation(cipher, d));
    }

    private Optional<String> generation(Vault.Cipher cipher, BsonDocument head) {
      try {
        return Optional.of(head(cipher, workspace, head).generation());
      } catch (LogException.Unreadable e) {
        return Optional.empty(); // it is replaced all the same; its parts go by their sequence
      }
    }

    String generation() {
      return generation;
    }

    /** Adds a part; {@link LogException.TooLarge} over a limit. */
    public Future<Void> add(byte[] part) {
      if (part.length > PART_LIMIT_BYTES) {
        return Future.failedFuture(
            new LogException.TooLarge(
                "part.the-part-has-bytes-the-limit", part.length, PART_LIMIT_BYTES));
      }
      if (parts == PARTS_LIMIT) {
        return Future.failedFuture(
            new LogException.TooLarge(
                "part.the-snapshot-has-parts-the-limit", parts + 1L, PARTS_LIMIT));
      }
      String id = prefix(workspace, generation) + number(parts++);
      return documents.insert(
          new BsonDocument("_id", new BsonString(id))
              .append(SEALED, new BsonBinary(cipher.seal(place(id), part))));
    }

    /**
     * Makes it the newest, and removes older ones; false, and it is gone, if another was made the
     * newest meanwhile.
     *
     * @param shape as in {@link Head}
     * @param tip as in {@link Head}
     * @param weight as in {@link Head}
     */
    public Future<Boolean> finish(String shape, RecordHash tip, long weight, Instant at) {
      return publish(new Head(workspace, generation, sequence, parts, tip, shape, weight, at))
          .compose(won -> (won ? removeOlder() : abandon()).map(won));
    }

    /** The step that makes it the newest; true if it is. */
    Future<Boolean> publish(Head head) {
      BsonDocument document = document(head);
      return before.isPresent()
          ? documents.compareAndReplace(document, before.get())
          : documents.insertIfAbsent(document);
    }

    private BsonDocument document(Head head) {
      byte[] about =
          new JsonObject()
              .put("generation", head.generation())
              .put("sequence", head.sequence())
              .put("parts", head.parts())
              .put("tip", head.tip().toString())
              .put("shape", head.shape())
              .put("weight", head.weight())
              .put("at", head.at().toString())
              .toBuffer()
              .getBytes();
      String id = headId(workspace);
      return new BsonDocument("_id", new BsonString(id))
          .append(Documents.VERSION, new BsonInt64(before.orElse(0L) + 1))
          .append(SEALED, new BsonBinary(cipher.seal(place(id), about)));
    }

    private Future<Void> removeOlder() {
      String all = workspace.value() + "/p/";
      return documents
          .deleteRange(all, all + sequence(sequence))
          .compose(
              none ->
                  replaced.isPresent()
                      ? remove(workspace, replaced.get())
                      : Future.succeededFuture());
    }

    /** Takes its parts back. */
    public Future<Void> abandon() {
      return remove(workspace, generation);
    }
  }

  /** Removes a snapshot that cannot be used; no complaint if it is gone. */
  public Future<Void> discard(Head head) {
    return discardHead(head.workspace())
        .compose(none -> remove(head.workspace(), head.generation()));
  }

  /** Removes a head that cannot be read; its parts go when the next snapshot is finished. */
  public Future<Void> discardHead(WorkspaceId workspace) {
    return documents.delete(headId(workspace)).mapEmpty();
  }

  private Future<Void> remove(WorkspaceId workspace, String generation) {
    String prefix = prefix(workspace, generation);
    return documents.deleteRange(prefix, prefix + "~").mapEmpty();
  }

  private static Head head(Vault.Cipher cipher, WorkspaceId workspace, BsonDocument document) {
    byte[] about = cipher.open(place(headId(workspace)), document, SEALED);
    JsonObject head = new JsonObject(Buffer.buffer(about));
    return new Head(
        workspace,
        head.getString("generation"),
        head.getLong("sequence"),
        head.getInteger("parts"),
        RecordHash.parse(head.getString("tip")).orElseThrow(),
        head.getString("shape"),
        head.getLong("weight"),
        Instant.parse(head.getString("at")));
  }

  private static String headId(WorkspaceId workspace) {
    return workspace.value() + "/head";
  }

  private static String prefix(WorkspaceId workspace, String generation) {
    return workspace.value() + "/p/" + generation + "/";
  }

  private static String sequence(long sequence) {
    return String.format(Locale.ROOT, "%012d", sequence);
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%05d", number);
  }

  private static String place(String id) {
    return COLLECTION + "/" + id;
  }
}
