package org.caucus.platform.eventlog.keys;

import io.vertx.core.Future;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The collection {@code keys}: {@code _id} is an owner, {@code k} its keyset wrapped by the master
 * key, {@code v} a version, {@code t} until when the key before stays with it (milliseconds since
 * 1970); or {@code gone} where keys were destroyed. Two entries are no owner's: {@code index}, the
 * key of the blind indexes, and {@code master}, which says with which master key the newest keysets
 * are wrapped.
 */
public final class Keyring {
  /** Where the wrapped keysets are. */
  public static final String COLLECTION = "keys";

  static final String INDEX = "index";
  static final String WRAPPED = "k";

  private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);
  private static final String MASTER = "master";
  private static final String PRIMARY = "p";
  private static final String GONE = "gone";
  private static final String KEPT = "t";
  private static final int INDEX_KEY_BYTES = 32;

  /**
   * No keyset ever has it, so anyone who replaces a keyset never brings back what was destroyed.
   */
  private static final long NO_VERSION = -1;

  /** The key of the blind indexes, the word which master key is in use, the installation's keys. */
  private static final int MADE_AT_THE_START = 3;

  /** Above every id: {@code ~} sorts after all letters and digits. */
  private static final String END = "~";

  private final Documents keys;
  private final MasterKeySources sources;
  private volatile MasterKey master;
  private volatile byte[] indexKey = new byte[0];

  private Keyring(Documents keys, MasterKeySources sources, MasterKey master) {
    this.keys = keys;
    this.sources = sources;
    this.master = master;
  }

  /**
   * One owner's keys as they are in the database.
   *
   * @param raw the document, to replace it only if it is still the same
   */
  public record Held(String owner, Keyset keys, BsonDocument raw) {
    /** Until when older keys stay, though all is sealed again; empty if it is not. */
    public Optional<Instant> keptUntil() {
      return raw.get(KEPT) instanceof BsonInt64 until
          ? Optional.of(Instant.ofEpochMilli(until.getValue()))
          : Optional.empty();
    }
  }

  /**
   * Reads the master key, or makes one if the database has no key yet, and checks that it fits.
   * Waits; for the start, not for an event loop.
   *
   * @throws KeyException.BadMasterKey naming the source
   * @throws KeyException.Removed the key of the blind indexes is not there, though others are
   */
  public static Keyring open(Mongo mongo, MasterKeySources sources) {
    var keys = mongo.documents(COLLECTION);
    boolean used = isUsed(keys);
    if (!used) {
      LOG.warn(
          "this database has no keys yet: a new installation begins. If you expected one that is"
              + " there, stop this and see to CAUCUS_DATA and CAUCUS_MONGODB_URI");
    }
    return adopted(keys, sources, used ? sources.read() : sources.readOrMake());
  }

  /**
   * The same of a database that has keys; it makes none.
   *
   * @throws DatabaseException.NothingThere it has none
   */
  public static Keyring openExisting(Mongo mongo, MasterKeySources sources) {
    var keys = mongo.documents(COLLECTION);
    if (!isUsed(keys)) {
      throw DatabaseException.NothingThere.withoutKeys();
    }
    return adopted(keys, sources, sources.read());
  }

  private static boolean isUsed(Documents keys) {
    expect(keys, INDEX);
    return keys.findById(INDEX).await().isPresent();
  }

  private static Keyring adopted(Documents keys, MasterKeySources sources, MasterKey master) {
    var ring = new Keyring(keys, sources, master);
    ring.adopt();
    return ring;
  }

  /**
   * Refuses to make this owner's keys where there are keys of others, which were made after them.
   * Waits.
   *
   * @throws KeyException.Removed they are not there
   */
  public void expect(String owner) {
    expect(keys, owner);
  }

  private static void expect(Documents keys, String id) {
    boolean others =
        keys.findRange("", END, MADE_AT_THE_START + 1).await().stream()
            .map(Keyring::id)
            .anyMatch(other -> !List.of(id, INDEX, MASTER).contains(other));
    if (others && keys.findById(id).await().isEmpty()) {
      throw new KeyException.Removed(place(id));
    }
  }

  /** Checks that the master key is the one, and learns with which of its keys to wrap. */
  private void adopt() {
    if (keys.findById(INDEX).await().isEmpty()) {
      keys.insertIfAbsent(entry(INDEX, master.keys().seal(newIndexKey(), place(INDEX)))).await();
    }
    var index = keys.findById(INDEX).await().orElseThrow();
    try {
      indexKey = master.keys().open(wrapped(index), place(INDEX));
    } catch (GeneralSecurityException e) {
      throw doesNotFit(e);
    }
    keys.insertIfAbsent(masterDocument(master.keys().primary())).await();
    int inUse = inUse().await().orElseThrow();
    if (!master.keys().ids().contains(inUse)) {
      throw outdated();
    }
    sealWith(inUse);
  }

  private KeyException.BadMasterKey doesNotFit(GeneralSecurityException e) {
    return master
        .source()
        .bad(
            "this key does not fit this database, which was written with another. Put that one"
                + " back.",
            e);
  }

  private static byte[] newIndexKey() {
    var key = new byte[INDEX_KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /** The key of the blind indexes. It stays for good: every lookup depends on it. */
  public byte[] indexKey() {
    return indexKey.clone();
  }

  /** The master key in use. */
  public MasterKey master() {
    return master;
  }

  MasterKeySources sources() {
    return sources;
  }

  /**
   * Makes the owner's keys, unless it has some; {@link KeyException.Destroyed} if it had. Two who
   * do so at once end with the same ones.
   */
  public Future<Void> create(String owner) {
    return keys.findById(owner)
        .compose(found -> found.isPresent() ? checked(found.get()) : made(owner));
  }

  private static Future<Void> checked(BsonDocument document) {
    return document.containsKey(GONE)
        ? Future.failedFuture(new KeyException.Destroyed(id(document)))
        : Future.succeededFuture();
  }

  private Future<Void> made(String owner) {
    int used = master.keys().primary();
    var document = entry(owner, Keyset.generate().wrappedBy(master.keys(), place(owner)));
    return keys.insertIfAbsent(document)
        .compose(mine -> mine ? stillInUse(used) : Future.succeededFuture(true))
        .compose(current -> current ? Future.succeededFuture() : withdrawn(document));
  }

  /**
   * A rotation of the master key first says which is in use and then rewraps. So what was inserted
   * before it said so is rewrapped by it; and a node that inserts later sees it here.
   */
  private Future<Boolean> stillInUse(int primary) {
    return inUse().map(now -> now.filter(id -> id == primary).isPresent());
  }

  private Future<Void> withdrawn(BsonDocument document) {
    return keys.delete(id(document))
        .compose(gone -> reload())
        .compose(fits -> fits ? made(id(document)) : Future.failedFuture(outdated()));
  }

  private KeyException.BadMasterKey outdated() {
    return master
        .source()
        .bad(
            "it was replaced by a newer one since. Put that one in its place and start again.",
            null);
  }

  /** The owner's keys; empty if there are none, or none any more. */
  public Future<Optional<Held>> find(String owner) {
    return keys.findById(owner).compose(found -> held(found, null));
  }

  /** What lies under these names, as it is; what is not there is not among it. One request. */
  public Future<Map<String, BsonDocument>> documents(Collection<String> owners) {
    return keys.findAll(owners)
        .map(found -> found.stream().collect(Collectors.toMap(Keyring::id, Function.identity())));
  }

  /**
   * The keys of such a document; empty if there are none, or none any more.
   *
   * @param known what it was the last time: not unwrapped again if it is the same
   */
  public Future<Optional<Held>> held(Optional<BsonDocument> found, @Nullable Held known) {
    if (found.filter(d -> d.containsKey(WRAPPED)).isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    return known != null && known.raw().equals(found.get())
        ? Future.succeededFuture(Optional.of(known))
        : held(found.get()).map(Optional::of);
  }

  private Future<Held> held(BsonDocument document) {
    try {
      return Future.succeededFuture(unwrapped(document));
    } catch (GeneralSecurityException e) {
      // Perhaps another process replaced the master key: its source may know more by now.
      return reload()
          .compose(
              fits -> {
                try {
                  return Future.succeededFuture(unwrapped(document));
                } catch (GeneralSecurityException again) {
                  return Future.failedFuture(new KeyException.Damaged(place(id(document)), again));
                }
              });
    }
  }

  private Held unwrapped(BsonDocument document) throws GeneralSecurityException {
    var owner = id(document);
    return new Held(owner, master.keys().unwrap(wrapped(document), place(owner)), document);
  }

  /** Reads the master key again; false if it is not the one in use now. */
  private Future<Boolean> reload() {
    return inUse()
        .map(
            now -> {
              if (now.isPresent() && !master.keys().ids().contains(now.get())) {
                var read = sources.read();
                if (read.keys().ids().contains(now.get())) {
                  master = read;
                }
              }
              now.ifPresent(this::sealWith);
              return now.isEmpty() || master.keys().primary() == now.get();
            });
  }

  /** From now on, of the master keys at hand, this one wraps. */
  private void sealWith(int id) {
    if (master.keys().ids().contains(id)) {
      master = new MasterKey(master.keys().sealingWith(id), master.source());
    }
  }

  /** Replaces an owner's keys; false if somebody was first, and nothing has changed. */
  public Future<Boolean> replace(Held before, Keyset after) {
    var wrapped = after.wrappedBy(master.keys(), place(before.owner()));
    return keys.replaceSame(before.raw(), next(before.raw(), wrapped));
  }

  /**
   * Notes that all of an owner's is sealed with its newest key, and until when those before it stay
   * all the same; false if somebody was first, and nothing has changed.
   */
  public Future<Boolean> keep(Held held, Instant until) {
    var noted = next(held.raw(), wrapped(held.raw()));
    return keys.replaceSame(held.raw(), noted.append(KEPT, new BsonInt64(until.toEpochMilli())));
  }

  /** Destroys an owner's keys, and marks its id as never to be used again. Again is fine. */
  public Future<Void> destroy(String owner) {
    long now = System.currentTimeMillis();
    return keys.replace(
        new BsonDocument("_id", new BsonString(owner))
            .append(GONE, new BsonInt64(now))
            .append(Documents.VERSION, new BsonInt64(NO_VERSION)));
  }

  /** True if the owner's keys were destroyed. */
  public Future<Boolean> destroyed(String owner) {
    return keys.findById(owner).map(found -> found.filter(d -> d.containsKey(GONE)).isPresent());
  }

  /** All who have keys, in order. */
  public Future<List<String>> owners() {
    return documentsAfter("", new ArrayList<>())
        .map(all -> all.stream().map(Keyring::id).filter(id -> !id.equals(INDEX)).toList());
  }

  /**
   * All whose keys have older ones beside the newest, read by ranges. One that does not open keeps
   * no other from being found. Waits.
   */
  public List<Held> rotating() {
    return documentsAfter("", new ArrayList<>()).await().stream()
        .filter(document -> !id(document).equals(INDEX))
        .map(this::opened)
        .flatMap(Optional::stream)
        .filter(held -> held.keys().rotating())
        .toList();
  }

  private Optional<Held> opened(BsonDocument document) {
    try {
      return Optional.of(held(document).await());
    } catch (KeyException.Damaged e) {
      return Optional.empty();
    }
  }

  private Future<List<BsonDocument>> documentsAfter(String after, List<BsonDocument> before) {
    return keys.findRange(after, END, Documents.READ_LIMIT)
        .compose(
            page -> {
              page.stream().filter(d -> d.containsKey(WRAPPED)).forEach(before::add);
              return page.size() < Documents.READ_LIMIT
                  ? Future.succeededFuture(List.copyOf(before))
                  : documentsAfter(id(page.getLast()), before);
            });
  }

  /** Everything that the master key wraps. */
  Future<List<BsonDocument>> wrappedDocuments() {
    return documentsAfter("", new ArrayList<>());
  }

  /**
   * Wraps one entry with the primary of {@code target}, unless that is so already. Waits.
   *
   * @return true if it had to be wrapped anew; false if it was fine, or has changed meanwhile and
   *     must be looked at again
   */
  boolean rewrap(BsonDocument document, Keyset target) {
    var id = id(document);
    var place = place(id);
    try {
      byte[] wrapped;
      if (id.equals(INDEX)) {
        var plain = target.open(wrapped(document), place);
        if (target.primaryOnly().knows(wrapped(document))) {
          return false;
        }
        wrapped = target.seal(plain, place);
      } else {
        if (opens(target.primaryOnly(), document)) {
          return false;
        }
        wrapped = target.unwrap(wrapped(document), place).wrappedBy(target, place);
      }
      var after = next(document, wrapped);
      if (document.containsKey(KEPT)) {
        after.put(KEPT, document.get(KEPT));
      }
      keys.replaceSame(document, after).await();
      return true;
    } catch (GeneralSecurityException e) {
      throw new KeyException.CannotRotate(
          "The keyset at "
              + place
              + " does not open with the master key, so the old master key must stay. Restore that"
              + " entry of the collection from a backup, or destroy that workspace; then run this"
              + " again.");
    }
  }

  private static boolean opens(Keyset keys, BsonDocument document) {
    try {
      keys.unwrap(wrapped(document), place(id(document)));
      return true;
    } catch (GeneralSecurityException e) {
      return false; // the answer, not a failure
    }
  }

  /** Takes this master key into use, here and, by saying so in the database, everywhere. */
  void use(MasterKey next) {
    keys.replace(masterDocument(next.keys().primary())).await();
    master = next;
  }

  /** Has this one at hand too, while the one in use goes on wrapping. */
  void know(MasterKey next) {
    int inUse = master.keys().primary();
    master = next;
    sealWith(inUse);
  }

  /** The id of the master key in use, as the database has it. */
  Future<Optional<Integer>> inUse() {
    return keys.findById(MASTER)
        .map(found -> found.map(d -> Math.toIntExact(d.getInt64(PRIMARY).getValue())));
  }

  private static BsonDocument masterDocument(int primary) {
    return new BsonDocument("_id", new BsonString(MASTER)).append(PRIMARY, new BsonInt64(primary));
  }

  private static BsonDocument entry(String id, byte[] wrapped) {
    return new BsonDocument("_id", new BsonString(id))
        .append(WRAPPED, new BsonBinary(wrapped))
        .append(Documents.VERSION, new BsonInt64(1));
  }

  private static BsonDocument next(BsonDocument before, byte[] wrapped) {
    var version = before.getInt64(Documents.VERSION, new BsonInt64(0)).getValue();
    return entry(id(before), wrapped).append(Documents.VERSION, new BsonInt64(version + 1));
  }

  static String id(BsonDocument document) {
    return document.getString("_id").getValue();
  }

  private static byte[] wrapped(BsonDocument document) {
    return document.getBinary(WRAPPED).getData();
  }

  private static String place(String id) {
    return COLLECTION + "/" + id;
  }
}
