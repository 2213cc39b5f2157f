package org.caucus.platform.store;

import de.bwaldvogel.mongo.MongoServer;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.platform.store.embedded.EmbeddedBackend;
import org.caucus.platform.store.file.StoreFile;
import org.h2.mvstore.MVMap;
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

  /** Longer than any backup takes, in milliseconds: nothing is overwritten while it is held. */
  private static final int HELD_RETENTION_MS = Integer.MAX_VALUE;

  private final StoreFile file;
  private final InetSocketAddress address;
  private final GroupCommit commits;
  private volatile Open open;
  private volatile boolean shared;
  private long tidiedVersion;
  private final AtomicBoolean held = new AtomicBoolean();

  /** The store and who serves it; replaced as a whole when the store is opened anew. */
  private record Open(MVStore store, EmbeddedBackend backend, MongoServer server) {
    static Open on(MVStore store, InetSocketAddress address) {
      var backend = new EmbeddedBackend(store);
      var server = new MongoServer(backend);
      server.bind(address);
      return new Open(store, backend, server);
    }
  }

  private EmbeddedMongo(StoreFile file, MVStore store, int port) {
    this.file = file;
    this.open = Open.on(store, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    this.address = open.server().getLocalAddress();
    this.commits = new GroupCommit(this);
  }

  /** For this process alone, on any free port: {@link Documents} waits for the sync. */
  static EmbeddedMongo open(Path directory) {
    return open(directory, 0);
  }

  /** For other processes: what they are answered is on disk. */
  static EmbeddedMongo serve(Path directory, int port) {
    EmbeddedMongo served = open(directory, port);
    served.shared = true;
    served.syncForOthers();
    return served;
  }

  private void syncForOthers() {
    if (shared) {
      var backend = open.backend();
      backend.beforeAnswer(() -> settle(backend));
    }
  }

  private void settle(EmbeddedBackend backend) {
    int generation = generation();
    if (!open.backend().equals(backend)) {
      throw new DatabaseException.Away("the store was opened anew meanwhile", null);
    }
    settled(generation).await();
  }

  private static EmbeddedMongo open(Path directory, int port) {
    var file = new StoreFile(directory.resolve(STORE_FILE));
    try {
      file.ready();
      return new EmbeddedMongo(file, store(file.path()), port);
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

  /** See {@link GroupCommit#generation}. */
  int generation() {
    return commits.generation();
  }

  Future<Void> durable(int generation) {
    return commits.durable(generation);
  }

  Future<Void> settled(int generation) {
    return commits.settled(generation);
  }

  /** Whether it can serve nobody at present: what it answers then is not about the request. */
  boolean broken() {
    return commits.broken() || open.store().isClosed();
  }

  long syncs() {
    return commits.syncs();
  }

  @Override
  public void commitAndSync() {
    write(() -> {});
  }

  /** The store closes itself when a write fails, and does nothing, silently, once it is closed. */
  private void write(Runnable before) {
    var store = open.store();
    open.backend()
        .betweenRequests(
            () -> {
              before.run();
              store.commit();
              if (store.isClosed() || store.hasUnsavedChanges()) {
                throw new IllegalStateException("the store has closed itself");
              }
            });
    try {
      store.sync();
    } catch (RuntimeException e) {
      throw new GroupCommit.Unconfirmed(e);
    }
  }

  @Override
  public boolean unsaved() {
    return open.store().hasUnsavedChanges();
  }

  /** Gives dead chunks back, a little at a time, while something changed since the last time. */
  @Override
  public void tidy() {
    var store = open.store();
    if (store.isClosed()) {
      throw new IllegalStateException("the store has closed itself");
    }
    if (tidiedVersion == store.getCurrentVersion()) {
      return;
    }
    write(() -> store.compact(FILL_RATE_PERCENT, TIDY_BYTES));
    tidiedVersion = store.getCurrentVersion();
  }

  /**
   * Holds this moment of the file. Nothing that is in it is overwritten while space is not used
   * again; the mark is the first chunk behind it and keeps the end of the file from coming back.
   */
  HeldStore hold() {
    if (!held.compareAndSet(false, true)) {
      throw new DatabaseException.Refused(
          "A backup of this database is under way. Wait until it has ended, then try again.", null);
    }
    var at = open;
    try {
      write(() -> {}); // so that little is left to write while everybody waits
      var point = new AtomicReference<HeldStore.Point>();
      at.backend().betweenRequests(() -> point.set(held(at.store())));
      HeldStore.Point held = Objects.requireNonNull(point.get());
      return new HeldStore(held, () -> isOpen(at) && !broken(), () -> release(at.store()));
    } catch (RuntimeException e) {
      release(at.store());
      throw new DatabaseException.Unwritable("the store could not be written", e);
    }
  }

  @SuppressWarnings("ReferenceEquality") // the store that was opened then, and no other
  private boolean isOpen(Object then) {
    return open == then;
  }

  private HeldStore.Point held(MVStore store) {
    store.setReuseSpace(false);
    store.setRetentionTime(HELD_RETENTION_MS);
    MVMap<String, Long> mark = store.openMap("held");
    var moment = Instant.now();
    mark.put("at", moment.toEpochMilli());
    store.commit();
    if (store.isClosed() || store.hasUnsavedChanges()) {
      throw new IllegalStateException("the store has closed itself");
    }
    store.sync();
    byte[] head = StoreFile.head(file.path());
    return new HeldStore.Point(
        file.path().toAbsolutePath(), store.getFileStore().size(), head, moment);
  }

  /** Whether what was freed is written over; not while a moment is held. */
  boolean reusesSpace() {
    return open.store().isSpaceReused() && open.store().getRetentionTime() == RETENTION_MS;
  }

  private void release(MVStore store) {
    if (!store.isClosed()) {
      store.setRetentionTime(RETENTION_MS);
      store.setReuseSpace(true);
    }
    held.set(false);
  }

  @Override
  public void mend() {
    open.store().closeImmediately();
    open.server().shutdownNow();
    var store = store(file.path());
    try {
      MVMap<String, Long> proof = store.openMap("mended");
      proof.put("at", System.currentTimeMillis());
      store.commit();
      store.sync();
      open = Open.on(store, address);
      syncForOthers();
    } catch (RuntimeException e) {
      store.closeImmediately();
      throw e;
    }
  }

  @Override
  public void close() {
    open.server().stopListening();
    commits.close();
    var store = open.store();
    if (!store.isClosed()) { // it closes itself when it cannot be written
      store.commit();
      store.sync();
      store.close(); // without compaction, which H2 2.3.232 can trip over at this point
    }
    open.server().shutdownNow();
    file.rewriteIfAsked();
  }

  void rewriteWhenClosed() {
    file.askForRewrite();
  }
}
