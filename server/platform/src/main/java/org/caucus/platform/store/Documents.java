package org.caucus.platform.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.result.DeleteResult;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.caucus.platform.store.embedded.EmbeddedBackend;
import org.jspecify.annotations.Nullable;

/**
 * One collection. Documents have a string {@code _id}. A write's future succeeds when the change is
 * durable; a read's when what it saw is. Futures fail with {@link DatabaseException}, and arrive on
 * the caller's Vert.x context if it has one.
 */
public final class Documents {
  /** The field that {@link #due} looks at: milliseconds since 1970, as a BSON int64. */
  public static final String DUE = EmbeddedBackend.DUE;

  /** The field that {@link #compareAndReplace} looks at: a BSON int64. */
  public static final String VERSION = "v";

  /** Most documents one read returns. */
  public static final int READ_LIMIT = 10_000;

  /** A {@link Page} ends once it has this many bytes, in whole batches of the server's. */
  public static final int PAGE_BYTES = EmbeddedBackend.BATCH_BYTES;

  /** About what a document takes beside its bytes, as the embedded server counts. */
  private static final int OVERHEAD_BYTES = 300;

  /**
   * How long a call is tried again after a broken line, in milliseconds: as long as one waits for a
   * primary.
   */
  private static final int PATIENCE_MS = Mongo.SERVER_SELECTION_TIMEOUT_MS;

  /** Time between two tries, in milliseconds. */
  private static final int PAUSE_MS = 100;

  private static final String ID = "_id";

  private final MongoCollection<BsonDocument> collection;
  private final BlockingCalls calls;
  private final @Nullable EmbeddedMongo embedded;
  private final String name;
  private @Nullable Future<Void> dueIndex;

  Documents(
      MongoCollection<BsonDocument> collection,
      BlockingCalls calls,
      @Nullable EmbeddedMongo embedded) {
    this.collection = collection;
    this.calls = calls;
    this.embedded = embedded;
    this.name = collection.getNamespace().getCollectionName();
  }

  /** The collection's name. */
  public String name() {
    return name;
  }

  /** Inserts one; {@link DatabaseException.DuplicateKey} if its {@code _id} is taken. */
  public Future<Void> insert(BsonDocument document) {
    return insertAll(List.of(document));
  }

  /** Inserts one, unless its {@code _id} is taken: true if it went in. */
  public Future<Boolean> insertIfAbsent(BsonDocument document) {
    return orTaken(insert(document));
  }

  /**
   * The same outcome where each of many who wait for it expects it: on the caller's Vert.x context,
   * if it has one.
   */
  public static <T> Future<T> onCaller(Future<T> shared) {
    return BlockingCalls.onCaller(shared);
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
    return patiently(first -> first ? inserted(documents) : insertedAgain(documents));
  }

  private Future<Void> inserted(List<BsonDocument> documents) {
    return documents.size() == 1
        ? write(() -> collection.insertOne(documents.getFirst())).mapEmpty()
        : write(() -> collection.insertMany(documents, new InsertManyOptions().ordered(true)))
            .mapEmpty();
  }

  /** Nobody knows how many of them went in: those that are there just as they are here. */
  private Future<Void> insertedAgain(List<BsonDocument> documents) {
    return prefix(documents, 0, documents.size())
        .compose(
            there ->
                there == documents.size()
                    ? Future.succeededFuture()
                    : insertedRest(documents, there));
  }

  private Future<Void> insertedRest(List<BsonDocument> documents, int there) {
    return inserted(documents.subList(there, documents.size()))
        .recover(
            e ->
                e instanceof DatabaseException.DuplicateKey taken
                    ? takenByWhom(documents, there + taken.index(), taken)
                    : Future.failedFuture(e));
  }

  /** The earlier try may have come through only now. */
  private Future<Void> takenByWhom(
      List<BsonDocument> documents, int index, DatabaseException.DuplicateKey taken) {
    return isThere(documents.get(index))
        .compose(
            ours ->
                ours
                    ? insertedAgain(documents)
                    : Future.failedFuture(new DatabaseException.DuplicateKey(name, index, taken)));
  }

  /** How many of them are there, between these two numbers: they went in in their order. */
  private Future<Integer> prefix(List<BsonDocument> documents, int least, int most) {
    if (least == most) {
      return Future.succeededFuture(least);
    }
    int middle = (least + most) / 2;
    return isThere(documents.get(middle))
        .compose(is -> is ? prefix(documents, middle + 1, most) : prefix(documents, least, middle));
  }

  private Future<Boolean> isThere(BsonDocument document) {
    return findById(document.getString(ID).getValue())
        .map(found -> found.filter(document::equals).isPresent());
  }

  /** The document with this {@code _id}. */
  public Future<Optional<BsonDocument>> findById(String id) {
    return found(() -> collection.find(eq(ID, id)), 1).map(found -> found.stream().findFirst());
  }

  /** Those of these {@code _id}s that are there, at most {@link #READ_LIMIT}; in any order. */
  public Future<List<BsonDocument>> findAll(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    return found(() -> collection.find(in(ID, ids)), ids.size());
  }

  /** Which of these {@code _id}s are there, at most {@link #READ_LIMIT}; without what they hold. */
  public Future<Set<String>> present(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Future.succeededFuture(Set.of());
    }
    return found(() -> collection.find(in(ID, ids)).projection(include(ID)), ids.size())
        .map(
            found ->
                found.stream()
                    .map(document -> document.getString(ID).getValue())
                    .collect(Collectors.toSet()));
  }

  /**
   * Documents with {@code fromExclusive < _id < toExclusive} in order of {@code _id}, at most
   * {@code limit}.
   */
  public Future<List<BsonDocument>> findRange(String fromExclusive, String toExclusive, int limit) {
    var within = range(fromExclusive, toExclusive);
    return found(() -> collection.find(within).sort(ascending(ID)), limit);
  }

  /**
   * Some documents of a range in order, no more than fit into memory many times over.
   *
   * @param more whether there may be more behind them; never true of none
   */
  public record Page(List<BsonDocument> documents, boolean more) {}

  /**
   * The same for documents that may be large: fewer than {@code limit} when they have {@link
   * #PAGE_BYTES} together. Anyone who wants all goes on from the last while there are {@link
   * Page#more}.
   */
  public Future<Page> page(String fromExclusive, String toExclusive, int limit) {
    var within = range(fromExclusive, toExclusive);
    int most = bounded(limit);
    return read(() -> page(collection.find(within).sort(ascending(ID)), most));
  }

  private static Page page(FindIterable<BsonDocument> query, int most) {
    var page = new ArrayList<BsonDocument>();
    long bytes = 0;
    try (var cursor = query.limit(most).batchSize(most).cursor()) {
      while ((bytes < PAGE_BYTES || cursor.available() > 0) && cursor.hasNext()) {
        var document = cursor.next();
        page.add(document);
        bytes += bytes(document);
      }
    }
    return new Page(page, page.size() == most || bytes >= PAGE_BYTES);
  }

  /** About what it takes. */
  static long bytes(BsonDocument document) {
    long bytes = OVERHEAD_BYTES;
    for (var value : document.values()) {
      bytes += value instanceof BsonBinary binary ? binary.getData().length : 0;
    }
    return bytes;
  }

  /** The {@code _id}s of these, without what they hold. */
  public Future<List<String>> ids(String fromExclusive, String toExclusive, int limit) {
    var within = range(fromExclusive, toExclusive);
    return found(() -> collection.find(within).projection(include(ID)).sort(ascending(ID)), limit)
        .map(found -> found.stream().map(d -> d.getString(ID).getValue()).toList());
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
    return replaced(filter, document);
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
    return replaced(filter, after);
  }

  /** What did not match the second time may be what the first time left. */
  private Future<Boolean> replaced(BsonDocument filter, BsonDocument document) {
    return patiently(
        first ->
            write(() -> collection.replaceOne(filter, document))
                .map(result -> result.getMatchedCount() == 1)
                .compose(is -> is || first ? Future.succeededFuture(is) : isThere(document)));
  }

  /** Deletes the document with this {@code _id}; false when there was none. */
  public Future<Boolean> delete(String id) {
    return write(() -> collection.deleteOne(eq(ID, id)))
        .map(result -> result.getDeletedCount() == 1);
  }

  /**
   * Deletes the document with this {@code _id}, if its {@link #VERSION} is {@code expected}; false,
   * and no change, when it is gone or has another.
   */
  public Future<Boolean> compareAndDelete(String id, long expected) {
    var filter = new BsonDocument(ID, new BsonString(id)).append(VERSION, new BsonInt64(expected));
    return write(() -> collection.deleteOne(filter)).map(result -> result.getDeletedCount() == 1);
  }

  /** Deletes those of these that there are. */
  public Future<Void> deleteAll(Collection<String> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture()
        : write(() -> collection.deleteMany(in(ID, ids))).mapEmpty();
  }

  /** Deletes documents with {@code fromExclusive < _id < toExclusive}; the number that went. */
  public Future<Long> deleteRange(String fromExclusive, String toExclusive) {
    return write(() -> collection.deleteMany(range(fromExclusive, toExclusive)))
        .map(DeleteResult::getDeletedCount);
  }

  /**
   * Documents whose {@link #DUE} is at or before {@code nowMillis}, the longest due first, at most
   * {@code limit}. Costs the answer, however many wait.
   */
  public Future<List<BsonDocument>> due(long nowMillis, int limit) {
    return dueIndex().compose(none -> found(() -> dueBy(nowMillis), limit));
  }

  /** The {@code _id}s of those that {@link #due} answers, without what they hold. */
  public Future<List<String>> dueIds(long nowMillis, int limit) {
    return dueIndex()
        .compose(none -> found(() -> dueBy(nowMillis).projection(include(ID)), limit))
        .map(found -> found.stream().map(d -> d.getString(ID).getValue()).toList());
  }

  private FindIterable<BsonDocument> dueBy(long nowMillis) {
    return collection.find(lte(DUE, nowMillis)).sort(ascending(DUE, ID));
  }

  /** How many documents there are. */
  public Future<Long> count() {
    return read(collection::countDocuments);
  }

  /**
   * A real server gets an index on first use; the embedded one knows only unique ones, and which
   * documents are due soonest.
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

  /**
   * A call to a real server, tried again while a line that broke under it may be mended: the driver
   * itself does so once, and not if the line broke while it was made. The call is told whether this
   * is its first try; if not, an earlier one may have come through.
   */
  private <T> Future<T> patiently(Function<Boolean, Future<T>> call) {
    return embedded == null
        ? BlockingCalls.onCaller(again(call, true, System.nanoTime()))
        : call.apply(true);
  }

  private <T> Future<T> again(Function<Boolean, Future<T>> call, boolean first, long since) {
    return call.apply(first)
        .recover(
            e ->
                e instanceof DatabaseException.Away && mayWait(since)
                    ? pause().compose(none -> again(call, false, since))
                    : Future.failedFuture(e));
  }

  private static boolean mayWait(long since) {
    return System.nanoTime() - since < TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
  }

  private static Future<Void> pause() {
    var later = CompletableFuture.delayedExecutor(PAUSE_MS, TimeUnit.MILLISECONDS);
    return Future.fromCompletionStage(CompletableFuture.runAsync(() -> {}, later));
  }

  private <T> Future<T> write(Supplier<T> call) {
    int generation = embedded == null ? 0 : embedded.generation();
    var done = calls.call(call);
    // Also after a failure: what an ordered insert did before its duplicate is reported, so it must
    // last. Not by eventually(), which does not care whether its future fails.
    var durable =
        embedded == null
            ? done
            : done.transform(
                (written, failure) -> embedded.durable(generation).compose(none -> done));
    return BlockingCalls.onCaller(durable.recover(e -> typed(e, generation)));
  }

  private Future<List<BsonDocument>> found(Supplier<FindIterable<BsonDocument>> query, int limit) {
    int most = bounded(limit);
    return read(() -> query.get().limit(most).batchSize(most).into(new ArrayList<>()));
  }

  private <T> Future<T> read(Supplier<T> call) {
    return patiently(first -> readOnce(call));
  }

  private <T> Future<T> readOnce(Supplier<T> call) {
    int generation = embedded == null ? 0 : embedded.generation();
    var found = calls.call(call);
    var durable =
        embedded == null ? found : found.compose(all -> embedded.settled(generation).map(all));
    return BlockingCalls.onCaller(durable.recover(e -> typed(e, generation)));
  }

  /** A store that is broken says anything at all; it is away, whatever it says. */
  private <T> Future<T> typed(Throwable failure, int generation) {
    boolean broken = embedded != null && (embedded.broken() || embedded.generation() != generation);
    return broken
        ? DatabaseFailures.unusable(name, failure)
        : DatabaseFailures.typed(name, failure);
  }
}
