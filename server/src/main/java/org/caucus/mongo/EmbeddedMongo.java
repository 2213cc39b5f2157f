package org.caucus.mongo;

import de.bwaldvogel.mongo.MongoServer;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.caucus.mongo.store.StoreFile;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A MongoDB-wire server on loopback whose documents live in one H2 MVStore file.
 *
 * <p>The store never writes on its own (auto-commit off): {@link GroupCommit} writes and syncs it,
 * so that what is acknowledged is on disk and what is on disk is whole.
 */
final class EmbeddedMongo implements AutoCloseable, GroupCommit.Store {
  static final String STORE_FILE = "caucus.mv.db";

  /** Pages kept in memory, in MiB. */
  private static final int CACHE_MIB = 16;

  /** Chunks with less than this share of live pages, in percent, are rewritten in quiet moments. */
  private static final int FILL_RATE_PERCENT = 70;

  /** Most that one quiet moment rewrites, in bytes, so that a waiting write does not wait long. */
  private static final int TIDY_BYTES = 4 * 1024 * 1024;

  /**
   * How long an overwritten chunk stays, in milliseconds; we sync each commit, so a few seconds are
   * plenty.
   */
  private static final int RETENTION_MS = 2_000;

  private final StoreFile file;
  private final MVStore store;
  private final EmbeddedBackend backend;
  private final MongoServer server;
  private final InetSocketAddress address;
  private final GroupCommit commits;
  private long tidiedVersion;

  private EmbeddedMongo(StoreFile file, MVStore store) {
    this.file = file;
    this.store = store;
    this.backend = new EmbeddedBackend(store);
    this.server = new MongoServer(backend);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.address = server.getLocalAddress();
    this.commits = new GroupCommit(this);
  }

  static EmbeddedMongo open(Path directory) {
    var file = new StoreFile(directory.resolve(STORE_FILE));
    try {
      file.ready();
      return new EmbeddedMongo(file, store(file.path()));
    } catch (MVStoreException | IOException e) {
      throw new DatabaseException.StoreUnreadable(
          file.path(), "the embedded database cannot be opened", e);
    }
  }

  private static MVStore store(Path file) {
    var store =
        new MVStore.Builder()
            .fileName(file.toString())
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .cacheSize(CACHE_MIB)
            .open();
    store.setRetentionTime(RETENTION_MS);
    store.setVersionsToKeep(0);
    return store;
  }

  InetSocketAddress address() {
    return address;
  }

  Future<Void> durable() {
    return commits.durable();
  }

  Future<Void> settled() {
    return commits.settled();
  }

  long syncs() {
    return commits.syncs();
  }

  @Override
  public void commitAndSync() {
    backend.betweenRequests(store::commit);
    store.sync();
  }

  @Override
  public boolean unsaved() {
    return store.hasUnsavedChanges();
  }

  /** Gives dead chunks back, a little at a time, while something changed since the last time. */
  @Override
  public void tidy() {
    if (tidiedVersion == store.getCurrentVersion()) {
      return;
    }
    backend.betweenRequests(
        () -> {
          store.compact(FILL_RATE_PERCENT, TIDY_BYTES);
          store.commit();
        });
    store.sync();
    tidiedVersion = store.getCurrentVersion();
  }

  @Override
  public void close() {
    server.stopListening();
    commits.close();
    store.commit();
    store.sync();
    store.close(); // without compaction, which H2 2.3.232 can trip over at this point
    server.shutdownNow();
    file.rewriteIfAsked();
  }

  void rewriteWhenClosed() {
    file.askForRewrite();
  }
}
