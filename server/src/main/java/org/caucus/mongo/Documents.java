package org.caucus.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * One collection. Documents have a string {@code _id}. A write's future succeeds when the change is
 * durable; a read's when what it saw is. Futures fail with {@link DatabaseException}, and arrive on
 * the caller's Vert.x context if it has one.
 */
public final class Documents {
  /** The field that {@link #due} looks at: milliseconds since 1970, as a BSON int64. */
  public static final String DUE = "due";

  /** The field that {@link #compareAndReplace} looks at: a BSON int64. */
  public static final String VERSION = "v";

  /** Most documents one read returns. */
  public static final int READ_LIMIT = 10_000;

  private static final String ID = "_id";

  private final MongoCollection<BsonDocument> collection;
  private final @Nullable EmbeddedMongo embedded;
  private final String name;
  private @Nullable Future<Void> dueIndex;

  Documents(MongoCollection<BsonDocument> collection, @Nullable EmbeddedMongo embedded) {
    this.collection = collection;
    this.embedded = embedded;
    this.name = collection.getNamespace().getCollectionName();
  }

  /** The collection's name. */
  public String name() {
    return name;
  }

  /** Inserts one; {@link DatabaseException.DuplicateKey} if its {@code _id} is taken. */
  public Future<Void> insert(BsonDocument document) {
    return write(() -> collection.insertOne(document)).mapEmpty();
  }

  /** Inserts one, unless its {@code _id} is taken: true if it went in. */
  public Future<Boolean> insertIfAbsent(BsonDocument document) {
    return orTaken(insert(document));
  }

  /** What an insert came to: true, or false if the {@code _id} was taken. */
  public static Future<Boolean> orTaken(Future<Void> insert) {
    return insert
        .map(true)
        .recover(
            e ->
                e instanceof DatabaseException.DuplicateKey
                    ? Future.succeededFuture(false)
                    : Future.failedFuture(e));
  }

  /**
   * Inserts in this order and stops at the first that is taken: {@link
   * DatabaseException.DuplicateKey#inserted} of them went in and are durable.
   */
  public Future<Void> insertAll(List<BsonDocument> documents) {
    if (documents.isEmpty()) {
      return Future.succeededFuture();
    }
    return write(() -> collection.insertMany(documents, new InsertManyOptions().ordered(true)))
        .mapEmpty();
  }

  /** The document with this {@code _id}. */
  public Future<Optional<BsonDocument>> findById(String id) {
    return read(() -> collection.find(eq(ID, id)).limit(1))
        .map(found -> found.stream().findFirst());
  }

  /**
   * Documents with {@code fromExclusive < _id < toExclusive} in order of {@code _id}, at most
   * {@code limit}.
   */
  public Future<List<BsonDocument>> findRange(String fromExclusive, String toExclusive, int limit) {
    var within = range(fromExclusive, toExclusive);
    return read(() -> collection.find(within).sort(ascending(ID)).limit(bounded(limit)));
  }

  /** Puts the document in the place of the one with its {@code _id}, or inserts it. */
  public Future<Void> replace(BsonDocument document) {
    var filter = eq(ID, document.get(ID));
    return write(() -> collection.replaceOne(filter, document, new ReplaceOptions().upsert(true)))
        .mapEmpty();
  }

  /**
   * Puts the document in the place of the one with its {@code _id}, if that one's {@link #VERSION}
   * is {@code expected}.
   *
   * @return false when it is gone or has another version; nothing has changed then
   */
  public Future<Boolean> compareAndReplace(BsonDocument document, long expected) {
    var filter = new BsonDocument(ID, document.get(ID)).append(VERSION, new BsonInt64(expected));
    return write(() -> collection.replaceOne(filter, document))
        .map(result -> result.map(r -> r.getMatchedCount() == 1).orElse(false));
  }

  /**
   * Puts {@code after} in the place of {@code before}, if that is there and has the same {@link
   * #VERSION}, or none either.
   *
   * @return false when it is gone or has another version; nothing has changed then
   */
  public Future<Boolean> replaceSame(BsonDocument before, BsonDocument after) {
    var filter =
        new BsonDocument(ID, before.get(ID))
            .append(VERSION, before.getOrDefault(VERSION, BsonNull.VALUE));
    return write(() -> collection.replaceOne(filter, after))
        .map(result -> result.map(r -> r.getMatchedCount() == 1).orElse(false));
  }

  /** Deletes the document with this {@code _id}; false when there was none. */
  public Future<Boolean> delete(String id) {
    return write(() -> collection.deleteOne(eq(ID, id)))
        .map(result -> result.map(r -> r.getDeletedCount() == 1).orElse(false));
  }

  /** Deletes documents with {@code fromExclusive < _id < toExclusive}; the number that went. */
  public Future<Long> deleteRange(String fromExclusive, String toExclusive) {
    return write(() -> collection.deleteMany(range(fromExclusive, toExclusive)))
        .map(result -> result.map(r -> r.getDeletedCount()).orElse(0L));
  }

  /**
   * Documents whose {@link #DUE} is at or before {@code nowMillis}, the longest due first, at most
   * {@code limit}.
   */
  public Future<List<BsonDocument>> due(long nowMillis, int limit) {
    return dueIndex()
        .compose(
            none ->
                read(
                    () ->
                        collection
                            .find(lte(DUE, nowMillis))
                            .sort(ascending(DUE, ID))
                            .limit(bounded(limit))));
  }

  /** How many documents there are. */
  public Future<Long> count() {
    return read(() -> collection.countDocuments())
        .map(counts -> counts.isEmpty() ? 0L : counts.getFirst());
  }

  /**
   * A real server gets an index on first use; the embedded one knows only unique ones and reads the
   * (short) queue.
   */
  private synchronized Future<Void> dueIndex() {
    if (embedded != null) {
      return Future.succeededFuture();
    }
    if (dueIndex == null || dueIndex.failed()) {
      dueIndex = write(() -> collection.createIndex(ascending(DUE, ID))).mapEmpty();
    }
    return dueIndex;
  }

  /**
   * Written out, since the driver's {@code and} nests where the embedded server looks for plain
   * fields.
   */
  private static BsonDocument range(String fromExclusive, String toExclusive) {
    var bounds = new BsonDocument("$gt", new BsonString(fromExclusive));
    return new BsonDocument(ID, bounds.append("$lt", new BsonString(toExclusive)));
  }

  private static int bounded(int limit) {
    if (limit < 1 || limit > READ_LIMIT) {
      throw new IllegalArgumentException("limit is 1 to " + READ_LIMIT + ", not " + limit);
    }
    return limit;
  }

  private <T> Future<Optional<T>> write(Supplier<Publisher<T>> call) {
    int generation = embedded == null ? 0 : embedded.generation();
    var done = Publishers.toFuture(call);
    // Also after a failure: what an ordered insert did before its duplicate is reported, so it must
    // last. Not by eventually(), which does not care whether its future fails.
    var durable =
        embedded == null
            ? done
            : done.transform(
                (written, failure) -> embedded.durable(generation).compose(none -> done));
    return Publishers.onCaller(durable.recover(e -> typed(e, generation)));
  }

  private <T> Future<List<T>> read(Supplier<Publisher<T>> call) {
    int generation = embedded == null ? 0 : embedded.generation();
    var found = Publishers.toList(call);
    var durable =
        embedded == null ? found : found.compose(all -> embedded.settled(generation).map(all));
    return Publishers.onCaller(durable.recover(e -> typed(e, generation)));
  }

  /** A store that is broken says anything at all; it is away, whatever it says. */
  private <T> Future<T> typed(Throwable failure, int generation) {
    boolean broken = embedded != null && (embedded.broken() || embedded.generation() != generation);
    return broken ? Failures.unusable(name, failure) : Failures.typed(name, failure);
  }
}
