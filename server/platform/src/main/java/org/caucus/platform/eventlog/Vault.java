package org.caucus.platform.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.keys.KeyException;
import org.caucus.platform.eventlog.keys.Keyring;
import org.caucus.platform.eventlog.keys.Keyset;
import org.caucus.platform.eventlog.keys.MasterKeySources;
import org.caucus.platform.eventlog.keys.Quarantine;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals and opens bytes with the keys of a workspace. They lie wrapped in the {@link Keyring};
 * unwrapped they are only ever in memory. Destroying one keyset makes everything of its workspace
 * unreadable.
 *
 * <p>The associated data binds a ciphertext to its place: the same bytes elsewhere do not open, and
 * go to the {@link Quarantine}.
 *
 * <p>Another process may replace a workspace's key at any time. So a keyset is believed for {@link
 * #TRUST} and then looked up again before anything is sealed with it; and one that meets a
 * ciphertext of a key it has not is looked up at once. Many who ask for the same one at once share
 * one read.
 */
public final class Vault {
  /** How long a keyset is believed before it is looked up again. */
  public static final Duration TRUST = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
  private static final String HMAC = "HmacSHA256";

  private final Keyring ring;
  private final Quarantine quarantine;
  private final SecretKeySpec indexKey;
  private final ConcurrentMap<WorkspaceId, Known> known = new ConcurrentHashMap<>();

  /** Reads under way, each for all who ask meanwhile. */
  private final ConcurrentMap<WorkspaceId, Future<Cipher>> reading = new ConcurrentHashMap<>();

  /** The id of the key that each was last seen to seal with, also of those that are not known. */
  private final ConcurrentMap<WorkspaceId, Integer> primaries = new ConcurrentHashMap<>();

  private volatile Supplier<Set<WorkspaceId>> awake = known::keySet;
  private final List<Consumer<WorkspaceId>> closers = new CopyOnWriteArrayList<>();

  /** Keys that have sealed here and were replaced: by id, when that was seen. */
  private final ConcurrentMap<WorkspaceId, Map<Integer, Long>> replaced = new ConcurrentHashMap<>();

  /** Keys that are looked up again in one request. */
  private static final int LOOK_UP = 100;

  private record Known(Cipher cipher, Keyring.Held held, long readNanos) {
    boolean isBelieved() {
      return System.nanoTime() - readNanos < TRUST.toNanos();
    }
  }

  private Vault(Keyring ring, Quarantine quarantine) {
    this.ring = ring;
    this.quarantine = quarantine;
    this.indexKey = new SecretKeySpec(ring.indexKey(), HMAC);
  }

  /** One workspace's keys. Safe for use by many threads. */
  public static final class Cipher {
    private final Keyset keys;

    private Cipher(Keyset keys) {
      this.keys = keys;
    }

    /** Encrypts; {@code place} (collection and id) is what the ciphertext is bound to. */
    public byte[] seal(String place, byte[] plain) {
      return keys.seal(plain, place);
    }

    /**
     * Decrypts what was sealed for this very place; {@link LogException.Unreadable} naming it
     * otherwise.
     */
    public byte[] open(String place, byte[] sealed) {
      try {
        return keys.open(sealed, place);
      } catch (GeneralSecurityException e) {
        throw new LogException.Unreadable(place, !keys.knows(sealed), e);
      }
    }

    /** The same for a field of a document, which may not even be there. */
    public byte[] open(String place, BsonDocument document, String field) {
      if (document.get(field) instanceof BsonBinary sealed) {
        return open(place, sealed.getData());
      }
      throw new LogException.Unreadable(place, false, null);
    }
  }

  /** With the master key in this file, made if the database has no key yet. */
  public static Vault open(Mongo mongo, Path masterKeyFile) {
    return open(mongo, MasterKeySources.only(masterKeyFile));
  }

  /**
   * Reads the master key, or makes it if the database has no key yet, and checks that it fits.
   * Waits; call it at the start, not on an event loop.
   *
   * @throws KeyException.BadMasterKey it is missing, open to others, damaged, told twice and
   *     differently, or belongs to another database
   * @throws KeyException.Removed keys are gone without which nothing that is here is found or read
   */
  public static Vault open(Mongo mongo, MasterKeySources sources) {
    var vault = of(Keyring.open(mongo, sources), mongo);
    vault.create(WorkspaceId.SYSTEM).await();
    vault.cipher(WorkspaceId.SYSTEM).await();
    return vault;
  }

  /**
   * The same where there are keys already; it makes none. For operators' commands.
   *
   * @throws org.caucus.platform.store.DatabaseException.NothingThere there are none
   */
  public static Vault openExisting(Mongo mongo, MasterKeySources sources) {
    var vault = of(Keyring.openExisting(mongo, sources), mongo);
    vault.cipher(WorkspaceId.SYSTEM).await();
    return vault;
  }

  private static Vault of(Keyring ring, Mongo mongo) {
    ring.expect(WorkspaceId.SYSTEM.value());
    return new Vault(ring, new Quarantine(mongo));
  }

  /** The wrapped keysets, for the person who rotates or destroys them. */
  public Keyring ring() {
    return ring;
  }

  /** Copies of what did not open. */
  public Quarantine quarantine() {
    return quarantine;
  }

  /** Makes the workspace's keys, unless it has some. From then on the workspace exists. */
  public Future<Void> create(WorkspaceId workspace) {
    return ring.create(workspace.value());
  }

  /**
   * The workspace's keys; {@link LogException.UnknownWorkspace} if it has none, or none any more.
   */
  public Future<Cipher> cipher(WorkspaceId workspace) {
    var at = known.get(workspace);
    if (at != null && at.isBelieved()) {
      return Future.succeededFuture(at.cipher());
    }
    Promise<Cipher> mine = Promise.promise();
    Future<Cipher> first = reading.putIfAbsent(workspace, mine.future());
    if (first == null) {
      // on a thread of nobody's, so that nobody's context is held by what others make of it
      Thread.startVirtualThread(
          () ->
              reread(workspace)
                  .onComplete(
                      read -> {
                        reading.remove(workspace, mine.future());
                        mine.handle(read);
                      }));
    }
    return Documents.onCaller(first == null ? mine.future() : first);
  }

  /** Looks the keys up, whatever is known of them. */
  public Future<Cipher> reread(WorkspaceId workspace) {
    long asked = System.nanoTime();
    return ring.documents(List.of(workspace.value()))
        .compose(found -> learned(workspace, found, asked));
  }

  private Future<Cipher> learned(
      WorkspaceId workspace, Map<String, BsonDocument> there, long asked) {
    var last = known.get(workspace);
    return ring.held(
            Optional.ofNullable(there.get(workspace.value())), last == null ? null : last.held())
        .recover(
            e ->
                e instanceof KeyException.Damaged damaged
                    ? Future.failedFuture(new LogException.Unreadable(damaged.place(), false, e))
                    : Future.failedFuture(e))
        .compose(
            found ->
                found.filter(held -> isSetBack(workspace, held.keys(), asked)).isPresent()
                    ? setBack(workspace)
                    : Future.succeededFuture(found))
        .map(
            found -> {
              if (found.isEmpty()) {
                known.remove(workspace);
                close(workspace);
                throw new LogException.UnknownWorkspace(workspace);
              }
              var held = found.get();
              var cipher = new Cipher(held.keys());
              var now = known.merge(workspace, new Known(cipher, held, asked), Vault::newer);
              int primary = now.cipher().keys.primary();
              Integer before = primaries.put(workspace, primary);
              if (before != null && before != primary) {
                replacedBy(workspace).put(before, System.nanoTime());
              }
              return cipher;
            });
  }

  private Map<Integer, Long> replacedBy(WorkspaceId workspace) {
    return replaced.computeIfAbsent(workspace, w -> new ConcurrentHashMap<>());
  }

  /**
   * Whether they seal with a key of which this process has seen, before it asked, another follow.
   */
  private boolean isSetBack(WorkspaceId workspace, Keyset keys, long asked) {
    Long since = replacedBy(workspace).get(keys.primary());
    return since != null && asked - since > 0;
  }

  /** Anyone who put it there may have the old key, which is what it was replaced for. */
  private <T> Future<T> setBack(WorkspaceId workspace) {
    var place = Keyring.COLLECTION + "/" + workspace;
    known.remove(workspace);
    close(workspace);
    return quarantine
        .keep(place, "set back to a key that was replaced", null)
        .transform(
            (kept, e) -> Future.failedFuture(new LogException.Unreadable(place, false, null)));
  }

  private static Known newer(Known one, Known other) {
    return one.readNanos() - other.readNanos() > 0 ? one : other;
  }

  /** Only the keys of these are looked up again by themselves; those of others when used. */
  public void watch(Supplier<Set<WorkspaceId>> workspaces) {
    awake = workspaces;
  }

  /**
   * Looks up again the keys of every workspace that is awake here, and so hears of those that were
   * destroyed elsewhere; forgets those of others. To be called every {@link #TRUST} or so.
   */
  public Future<Void> refresh() {
    Future<Void> all = Future.succeededFuture();
    for (List<WorkspaceId> some : toRefresh()) {
      all = all.compose(none -> refresh(some));
    }
    return all;
  }

  /**
   * The same, evenly in this time, so that nobody waits for many at once. Waits.
   *
   * @param pause waits so long; false ends it
   */
  public void refresh(Duration within, Predicate<Duration> pause) {
    List<List<WorkspaceId>> all = toRefresh();
    for (List<WorkspaceId> some : all) {
      refresh(some).timeout(TRUST.toMillis(), TimeUnit.MILLISECONDS).await();
      if (!pause.test(within.dividedBy(all.size()))) {
        return;
      }
    }
  }

  /** Those to be looked up, some at a time; others are not known any more. */
  private List<List<WorkspaceId>> toRefresh() {
    Set<WorkspaceId> all = new HashSet<>(awake.get());
    all.add(WorkspaceId.SYSTEM);
    known.forEach(
        (workspace, at) -> {
          if (!all.contains(workspace) && !at.isBelieved()) {
            known.remove(workspace, at);
          }
        });
    all.retainAll(known.keySet()); // the others are read when they are used
    List<WorkspaceId> ordered = List.copyOf(all);
    List<List<WorkspaceId>> some = new ArrayList<>();
    for (int from = 0; from < ordered.size(); from += LOOK_UP) {
      some.add(ordered.subList(from, Math.min(ordered.size(), from + LOOK_UP)));
    }
    return some;
  }

  private Future<Void> refresh(List<WorkspaceId> some) {
    long asked = System.nanoTime();
    return ring.documents(some.stream().map(WorkspaceId::value).toList())
        .compose(there -> Future.join(some.stream().map(w -> refreshed(w, there, asked)).toList()))
        .mapEmpty();
  }

  private Future<Void> refreshed(
      WorkspaceId workspace, Map<String, BsonDocument> there, long asked) {
    return learned(workspace, there, asked)
        .<Void>mapEmpty()
        .recover(
            e ->
                e instanceof LogException.UnknownWorkspace
                    ? Future.succeededFuture()
                    : Future.failedFuture(e));
  }

  /**
   * Tells of a workspace of which nothing may be served from memory: it was asked for and has no
   * keys any more, or its log was found damaged.
   */
  public void onClosed(Consumer<WorkspaceId> closer) {
    closers.add(closer);
  }

  private void close(WorkspaceId workspace) {
    closers.forEach(c -> c.accept(workspace));
  }

  /**
   * What {@code opener} makes of documents just read from {@code collection}. If it meets a key it
   * has not, the keys are looked up once and it tries again. Damage fails with {@link
   * LogException.Unreadable} or {@link LogException.Gap} and is noted in the quarantine.
   */
  public <T> Future<T> opening(
      WorkspaceId workspace,
      String collection,
      List<BsonDocument> documents,
      Function<Cipher, T> opener) {
    return cipher(workspace)
        .map(opener)
        .recover(
            e ->
                e instanceof LogException.Unreadable unreadable && unreadable.foreignKey()
                    ? reread(workspace).map(opener)
                    : Future.failedFuture(e))
        .recover(
            e ->
                quarantined(e, workspace, collection, documents)
                    .compose(kept -> Future.failedFuture(e)));
  }

  /**
   * The same, one by one, for documents that do not need one another: damaged ones are left out.
   */
  public <T> Future<List<T>> openingEach(
      WorkspaceId workspace,
      String collection,
      List<BsonDocument> documents,
      BiFunction<Cipher, BsonDocument, T> opener) {
    return cipher(workspace)
        .map(cipher -> new Sorted<>(cipher, documents, opener))
        .compose(
            first ->
                first.foreignKey()
                    ? reread(workspace).map(cipher -> new Sorted<>(cipher, documents, opener))
                    : Future.succeededFuture(first))
        .compose(
            sorted -> {
              var kept =
                  sorted.damaged.stream()
                      .map(e -> quarantined(e, workspace, collection, documents))
                      .toList();
              return Future.join(kept).map(List.copyOf(sorted.opened));
            });
  }

  /** Documents that opened, in their order, and what was said of those that did not. */
  private static final class Sorted<T> {
    final List<T> opened = new ArrayList<>();
    final List<LogException.Unreadable> damaged = new ArrayList<>();

    Sorted(
        Cipher cipher, List<BsonDocument> documents, BiFunction<Cipher, BsonDocument, T> opener) {
      for (var document : documents) {
        try {
          opened.add(opener.apply(cipher, document));
        } catch (LogException.Unreadable e) {
          damaged.add(e);
        }
      }
    }

    boolean foreignKey() {
      return damaged.stream().anyMatch(LogException.Unreadable::foreignKey);
    }
  }

  private Future<Void> quarantined(
      Throwable failure, WorkspaceId workspace, String collection, List<BsonDocument> documents) {
    var kept =
        switch (failure) {
          case LogException.Unreadable u ->
              quarantine.keep(u.place(), "unreadable", at(documents, collection, u.place()));
          case LogException.Broken b ->
              quarantine.keep(b.place(), "unlinked", at(documents, collection, b.place()));
          case LogException.Gap g -> quarantine.keep(g.place(), "missing", null);
          default -> Future.succeededFuture(false);
        };
    return kept.recover(
            e -> {
              LOG.warn("no copy for the quarantine: {}", e.getClass().getSimpleName());
              return Future.succeededFuture(false); // what is damaged is said all the same
            })
        .onSuccess(
            fresh -> {
              if (fresh && collection.equals(EventLog.COLLECTION)) {
                close(workspace);
              }
            })
        .mapEmpty();
  }

  private static @Nullable BsonDocument at(
      List<BsonDocument> documents, String collection, String place) {
    return documents.stream().filter(d -> isAt(d, collection, place)).findFirst().orElse(null);
  }

  /** A place is collection and id, and may say more after another slash. */
  private static boolean isAt(BsonDocument document, String collection, String place) {
    var id = collection + "/" + document.getString("_id").getValue();
    return place.equals(id) || place.startsWith(id + "/");
  }

  /** Encrypts for this place; reads the key first if it is not at hand, so not on an event loop. */
  public byte[] seal(WorkspaceId workspace, byte[] plain, String place) {
    return cipher(workspace).await().seal(place, plain);
  }

  /**
   * Decrypts; {@link LogException.Unreadable} naming the place if these bytes were not sealed for
   * it.
   */
  public byte[] open(WorkspaceId workspace, byte[] sealed, String place) {
    try {
      return cipher(workspace).await().open(place, sealed);
    } catch (LogException.Unreadable e) {
      if (e.foreignKey()) {
        return reread(workspace).await().open(place, sealed);
      }
      throw e;
    }
  }

  /**
   * A stand-in for a value that must be looked up but not known: HMAC-SHA256 (RFC 2104) under a key
   * of this installation, 52 characters of lower-case base32. Values of different purposes cannot
   * be compared. That key never changes: every entry would have to be found and indexed again.
   */
  public String blindIndex(String purpose, String value) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(indexKey);
      mac.update((purpose.length() + ":" + purpose + ":").getBytes(UTF_8));
      return RandomIds.base32(mac.doFinal(value.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is missing from this Java runtime", e);
    }
  }

  /**
   * Encrypts a key for what lies outside the database, such as an archive: who has the master key
   * opens it, whatever became of the database.
   */
  public byte[] sealByMaster(byte[] secret, String place) {
    return ring.master().keys().seal(secret, place);
  }

  /** The secret again; {@link LogException.Unreadable} if another master key sealed it. */
  public byte[] openByMaster(byte[] sealed, String place) {
    try {
      return ring.master().keys().open(sealed, place);
    } catch (GeneralSecurityException e) {
      throw new LogException.Unreadable(place, true, e);
    }
  }

  /** All workspaces that have keys, without {@link WorkspaceId#SYSTEM}. */
  Future<List<WorkspaceId>> workspaces() {
    return ring.owners()
        .map(all -> all.stream().filter(RandomIds::isId).map(WorkspaceId::new).toList());
  }
}
