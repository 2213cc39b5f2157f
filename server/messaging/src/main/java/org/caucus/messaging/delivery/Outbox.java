package org.caucus.messaging.delivery;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be sent, and the ledger of what was. Both are sealed with the installation's key; the
 * database sees meaningless ids and due times.
 */
public final class Outbox {
  /** How long a claim holds when its holder says nothing more. */
  public static final Duration LEASE = Duration.ofSeconds(60);

  static final String COLLECTION = "outbox";

  /** Parcels read at once. */
  private static final int PAGE = 500;

  /** Parcels of this node's own that wait in memory; more are found in the database when due. */
  static final int MAX_FRESH = 2_000;

  /** Most parcels that leave the queue at once. */
  private static final int FORGOTTEN_AT_ONCE = 500;

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final SealedCollection outbox;
  private final SealedCollection ledger;
  private final Node node;
  private final Queue<Fresh> fresh = new ConcurrentLinkedQueue<>();
  private final Queue<String> done = new ConcurrentLinkedQueue<>();

  /** The outbox in this database, for this node. */
  public Outbox(Mongo mongo, Vault vault, Node node) {
    this.node = node;
    this.outbox = new SealedCollection(mongo.documents(COLLECTION), vault, WorkspaceId.SYSTEM);
    this.ledger = new SealedCollection(mongo.documents("ledger"), vault, WorkspaceId.SYSTEM);
  }

  /** A parcel that this node alone may send, as long as it goes by that name. */
  record Claim(DeliveryBatch parcel, long version, String holder) {
    Claim with(DeliveryBatch now) {
      return new Claim(now, version, holder);
    }
  }

  /**
   * A parcel that was put by the node that is to send it, which held it from the beginning.
   *
   * @param since when that was; the claim holds for {@link #LEASE} from then on
   */
  record Fresh(Claim claim, Instant since) {}

  /**
   * Takes a parcel for delivery; durable when it succeeds. A parcel of this id that is here or was
   * sent already is the same one, and nothing changes.
   */
  public Future<Void> put(DeliveryBatch parcel) {
    long due = parcel.next().orElse(parcel.at()).toEpochMilli();
    return outbox.insertIfAbsent(parcel.id(), due, DeliveryBatch.Codec.write(parcel)).mapEmpty();
  }

  /**
   * Takes parcels for delivery, as {@link #put} does each; all are durable when it succeeds. Those
   * due now are this node's own from the beginning, which spares reading and claiming them: they
   * wait in memory for the worker that sends. Should this process end before, its successor finds
   * them as it finds all that was being carried.
   */
  public Future<Void> putAll(List<DeliveryBatch> parcels, Instant now) {
    List<DeliveryBatch> own = new ArrayList<>();
    List<Future<Void>> others = new ArrayList<>();
    for (DeliveryBatch parcel : parcels) {
      boolean due = parcel.next().filter(next -> !next.isAfter(now)).isPresent();
      if (due && fresh.size() + own.size() < MAX_FRESH) {
        own.add(parcel);
      } else {
        others.add(put(parcel));
      }
    }
    List<Future<Optional<Claim>>> claims = own.stream().map(p -> putClaimed(p, now)).toList();
    return Future.join(others)
        .compose(none -> Future.join(claims))
        .map(all -> claims.stream().flatMap(c -> c.result().stream()).toList())
        .compose(this::notSentBefore)
        .onSuccess(mine -> mine.forEach(claim -> fresh.add(new Fresh(claim, now))))
        .mapEmpty();
  }

  private Future<Optional<Claim>> putClaimed(DeliveryBatch parcel, Instant now) {
    String holder = node.id();
    return outbox
        .insertVersioned(
            parcel.id(), now.plus(LEASE).toEpochMilli(), DeliveryBatch.Codec.write(parcel, holder))
        .map(
            version ->
                version.isPresent()
                    ? Optional.of(new Claim(parcel, version.getAsLong(), holder))
                    : Optional.empty());
  }

  /** Asked after they were put, as {@link #isDone} is after the claim. */
  private Future<List<Claim>> notSentBefore(List<Claim> claims) {
    List<String> ids = claims.stream().map(c -> c.parcel().id()).toList();
    return ledger
        .present(ids)
        .compose(
            done ->
                outbox
                    .removeAll(done)
                    .map(
                        none ->
                            claims.stream().filter(c -> !done.contains(c.parcel().id())).toList()));
  }

  /** The next parcel that this node put for itself; null if there is none. */
  @Nullable Fresh fresh() {
    return fresh.poll();
  }

  /** Whether some wait that this node put for itself. */
  boolean hasFresh() {
    return !fresh.isEmpty();
  }

  /** The parcel whose id begins so, and goes on; for a bounce. */
  public Future<Optional<DeliveryBatch>> find(String idPrefix) {
    return lastWord(first(outbox, idPrefix), () -> first(ledger, idPrefix));
  }

  /** The parcel with this id, under way or done. */
  public Future<Optional<DeliveryBatch>> byId(String id) {
    return lastWord(one(outbox, id), () -> one(ledger, id));
  }

  /**
   * Those of these that are under way or done, in this order. However many they are, they take few
   * reads. Blocks.
   */
  public List<DeliveryBatch> byIds(List<String> ids) {
    Map<String, DeliveryBatch> found = new HashMap<>();
    for (int i = 0; i < ids.size(); i += PAGE) {
      List<String> some = ids.subList(i, Math.min(ids.size(), i + PAGE));
      // as lastWord does with one
      outbox.findAll(some).await().forEach(e -> found.put(e.id(), parcel(e)));
      ledger.findAll(some).await().forEach(e -> found.put(e.id(), parcel(e)));
    }
    return ids.stream().distinct().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
  }

  private static DeliveryBatch parcel(SealedCollection.Entry entry) {
    return DeliveryBatch.Codec.read(entry.id(), entry.plain());
  }

  /**
   * A parcel is in the ledger before it leaves the outbox, so the outbox is asked first and none is
   * missed; and it may be in both for a while, when what the outbox says of it is old.
   */
  private static Future<Optional<DeliveryBatch>> lastWord(
      Future<Optional<DeliveryBatch>> underWay, Supplier<Future<Optional<DeliveryBatch>>> done) {
    return underWay.compose(waits -> done.get().map(ended -> ended.isPresent() ? ended : waits));
  }

  private static Future<Optional<DeliveryBatch>> one(SealedCollection where, String id) {
    return where.find(id).map(found -> found.map(Outbox::parcel));
  }

  private static Future<Optional<DeliveryBatch>> first(SealedCollection where, String prefix) {
    return where
        .range(prefix, prefix + "~", 1)
        .map(found -> found.stream().findFirst().map(Outbox::parcel));
  }

  /** How many parcels are not done. */
  public Future<Long> waiting() {
    return outbox.count();
  }

  Future<List<SealedCollection.Entry>> due(Instant now, int limit) {
    return outbox.due(now.toEpochMilli(), limit);
  }

  /**
   * Claims it, unless somebody else did: a claim of another node holds as long as that node lives,
   * however late it is by the clock of this one.
   */
  Future<Optional<Claim>> claim(SealedCollection.Entry entry, Instant now) {
    Claim claim = new Claim(parcel(entry), entry.version(), node.id());
    return isCarried(entry)
        .compose(c -> c ? Future.succeededFuture(Optional.empty()) : hold(claim, now));
  }

  /** The same for one that may be gone by now; empty then too. */
  Future<Optional<Claim>> claim(String id, Instant now) {
    return outbox
        .find(id)
        .compose(
            found ->
                found.isPresent()
                    ? claim(found.get(), now)
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<Boolean> isCarried(SealedCollection.Entry entry) {
    String holder = DeliveryBatch.Codec.holder(entry.plain());
    return holder.isEmpty() || holder.equals(node.id())
        ? Future.succeededFuture(false)
        : node.lives(holder);
  }

  /** Whether a node of that name lives, and so may be sending what it holds. Blocks. */
  public boolean isAlive(String holder) {
    return node.lives(holder).await();
  }

  /** Whether this node may go on sending by this claim, as far as it can know. */
  boolean sure(Claim claim) {
    return node.sure(claim.holder());
  }

  /**
   * Makes everything due that a node carried which does not live any more. Blocks.
   *
   * @return how many parcels that were
   */
  int takeOver(Instant now) {
    return outbox
        .pages(PAGE)
        .flatMap(List::stream)
        .filter(this::isOrphaned)
        .mapToInt(entry -> release(entry, now).await() ? 1 : 0)
        .sum();
  }

  private Future<Boolean> release(SealedCollection.Entry entry, Instant now) {
    byte[] plain = DeliveryBatch.Codec.write(parcel(entry));
    OptionalLong due = OptionalLong.of(now.toEpochMilli());
    return outbox.replaceIf(entry.id(), entry.version(), plain, due);
  }

  private boolean isOrphaned(SealedCollection.Entry entry) {
    String holder = DeliveryBatch.Codec.holder(entry.plain());
    return !holder.isEmpty() && !node.lives(holder).await();
  }

  /** Writes the parcel as it is now and claims it anew; empty if the claim was lost. */
  Future<Optional<Claim>> hold(Claim claim, Instant now) {
    long end = now.plus(LEASE).toEpochMilli();
    byte[] plain = DeliveryBatch.Codec.write(claim.parcel(), claim.holder());
    return outbox
        .replaceIf(claim.parcel().id(), claim.version(), plain, OptionalLong.of(end))
        .map(
            held ->
                held
                    ? Optional.of(new Claim(claim.parcel(), claim.version() + 1, claim.holder()))
                    : Optional.empty());
  }

  /**
   * Whether it was sent before: a follower may put a parcel again long after it was done. Asked
   * after the claim; the ledger has it before the outbox lets it go.
   */
  public Future<Boolean> isDone(String id) {
    return ledger.find(id).map(Optional::isPresent);
  }

  /** Forgets a parcel that the ledger has. */
  Future<Void> forget(String id) {
    return outbox.remove(id);
  }

  /**
   * Forgets the parcels that the ledger has of late, together: one by one that was a quarter of all
   * writes. Anyone who finds one still in the queue looks into the ledger first.
   */
  Future<Void> forgetDone() {
    List<String> some = new ArrayList<>();
    String id = done.poll();
    while (id != null) {
      some.add(id);
      id = some.size() < FORGOTTEN_AT_ONCE ? done.poll() : null;
    }
    if (some.isEmpty()) {
      return Future.succeededFuture();
    }
    return outbox
        .removeAll(some)
        .onFailure(e -> LOG.debug("parcels that are done wait to be forgotten"));
  }

  /**
   * Writes what became of it: to the ledger when it is done, else back in the queue. It leaves the
   * queue with {@link #forgetDone}.
   */
  Future<Void> settle(Claim claim) {
    DeliveryBatch parcel = claim.parcel();
    byte[] plain = DeliveryBatch.Codec.write(parcel);
    Optional<Instant> next = parcel.next();
    if (next.isPresent()) {
      OptionalLong due = OptionalLong.of(next.get().toEpochMilli());
      return outbox.replaceIf(parcel.id(), claim.version(), plain, due).mapEmpty();
    }
    if (parcel.isHeld()) { // nothing is due of it
      return outbox.replaceIf(parcel.id(), claim.version(), plain, OptionalLong.empty()).mapEmpty();
    }
    return ledger
        .insertIfAbsent(parcel.id(), plain)
        .onSuccess(in -> done.add(parcel.id()))
        .mapEmpty();
  }
}
