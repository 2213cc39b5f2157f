package org.caucus.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The storage behind the embedded server, whose commits never fall into the middle of a change.
 *
 * <p>An insert touches a data map and an index map. A commit between the two, followed by a crash,
 * would leave a document that cannot be found and cannot be inserted again. So every request holds
 * the read side of a lock, and a commit the write side.
 */
final class EmbeddedBackend extends H2Backend {
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
  private volatile Runnable beforeAnswer = () -> {};

  EmbeddedBackend(MVStore store) {
    super(store);
  }

  /** Runs {@code change} of the store while no request is half done. */
  void betweenRequests(Runnable change) {
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
  void beforeAnswer(Runnable wait) {
    beforeAnswer = wait;
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new RangedDatabase(name);
  }

  /** Differs from the stock one in the class of its collections; the map names are the same. */
  private final class RangedDatabase extends H2Database {
    RangedDatabase(String name) {
      super(name, getMvStore(), getCursorRegistry());
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(
        String collection, CollectionOptions options) {
      // Called by the super-constructor too, so it may use nothing but the enclosing backend.
      var fullName = getDatabaseName() + "." + collection;
      MVMap<Object, Document> documents = getMvStore().openMap("databases." + fullName);
      MVMap<String, Object> meta = getMvStore().openMap("meta." + fullName);
      return new RangedCollection(
          this, collection, options, documents, meta, EmbeddedBackend.this.getCursorRegistry());
    }
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    return answered(() -> super.handleMessage(message));
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
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
