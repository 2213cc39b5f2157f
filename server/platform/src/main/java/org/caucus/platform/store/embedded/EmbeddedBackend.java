package org.caucus.platform.store.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The storage behind the embedded server, whose commits never fall into the middle of a change.
 *
 * <p>A request may change several documents. A commit in the middle of it, followed by a crash,
 * would leave half of what was to be whole. So every request holds the read side of a lock, and a
 * commit the write side.
 */
public final class EmbeddedBackend extends H2Backend {
  /**
   * A batch of an answer ends once it has this many bytes: with the largest document after it, it
   * stays well under the 48,000,000 that a message of the wire may have.
   */
  public static final int BATCH_BYTES = 4 * 1024 * 1024;

  /** The field with the time at which a document is due, in milliseconds since 1970. */
  public static final String DUE = "due";

  /** Documents in the first batch where nobody says how many, as MongoDB has it. */
  private static final int USUAL_BATCH = 101;

  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
  private volatile Runnable beforeAnswer = () -> {};

  /** On this store, for as long as it is open. */
  public EmbeddedBackend(MVStore store) {
    super(store);
  }

  /** Runs {@code change} of the store while no request is half done. */
  public void betweenRequests(Runnable change) {
    gate.writeLock().lock();
    try {
      change.run();
    } finally {
      gate.writeLock().unlock();
    }
  }

  /**
   * Has every request wait for this before it is answered: for clients in other processes, which
   * cannot ask {@link GroupCommit} themselves.
   */
  public void beforeAnswer(Runnable wait) {
    beforeAnswer = wait;
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new RangedDatabase(name);
  }

  /** Differs from the stock one in what collections and their ids lie in; names are the same. */
  private final class RangedDatabase extends H2Database {
    RangedDatabase(String name) {
      super(name, getMvStore(), getCursorRegistry());
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(
        String collection, CollectionOptions options) {
      MVMap<String, Object> meta = getMvStore().openMap("meta." + fullName(collection));
      return new RangedCollection(
          this,
          collection,
          options,
          documents(collection),
          meta,
          EmbeddedBackend.this.getCursorRegistry());
    }

    // These are called by the super-constructor too, so they use nothing but the enclosing backend.

    private String fullName(String collection) {
      return getDatabaseName() + "." + collection;
    }

    private MVMap<Object, Document> documents(String collection) {
      return getMvStore()
          .openMap(
              "databases." + fullName(collection),
              new MVMap.Builder<Object, Document>().valueType(DocumentType.INSTANCE));
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
        String collection, String index, List<IndexKey> keys, boolean sparse) {
      if (!IdIndex.isOf(keys)) {
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
      }
      dropStored(fullName(collection) + "._index_" + index);
      return new IdIndex(index, documents(collection));
    }

    /** What the stock index of ids lay in, in files of before {@link IdIndex}. */
    private void dropStored(String map) {
      if (getMvStore().hasMap(map)) {
        getMvStore().removeMap(map);
      }
    }
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    return answered(() -> super.handleMessage(message));
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    if (command.equalsIgnoreCase("find")) {
      query.putIfAbsent("batchSize", USUAL_BATCH);
    }
    return answered(() -> super.handleCommand(channel, database, command, query));
  }

  @Override
  public QueryResult handleQuery(MongoQuery query) {
    return answered(() -> super.handleQuery(query));
  }

  private <T> T answered(Supplier<T> request) {
    T answer;
    gate.readLock().lock();
    try {
      answer = request.get();
    } finally {
      gate.readLock().unlock();
    }
    if (gate.getReadHoldCount() == 0) { // one kind of request may be handled by way of another
      beforeAnswer.run();
    }
    return answer;
  }
}
