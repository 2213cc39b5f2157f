package org.caucus.platform.eventlog.cluster.leases;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.caucus.kernel.RandomIds;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process among the nodes of one database. Only durations measured here count, never what a
 * clock on a wall says: see {@code
 * server/docs/decisions/0420-hold-leases-by-versions-not-by-clocks.md}.
 */
public final class Node implements AutoCloseable {
  /** A node that was silent for this long, before the eyes of another, is declared dead. */
  public static final Duration LEASE = Duration.ofSeconds(6);

  /** A node trusts its own life for so long after it last began to say so; less than a lease. */
  static final Duration BELIEF = Duration.ofSeconds(4);

  /**
   * Beats after which this node looks for orphaned things although nobody died before its eyes: it
   * may have begun just after somebody ended.
   */
  static final int SWEEP_BEATS = 600;

  /** Time between two signs of life, and between two looks at the others. */
  static final Duration BEAT = Duration.ofSeconds(1);

  /** Time between two looks of one that has just come and waits to be sure of the others. */
  private static final Duration WATCH = Duration.ofMillis(250);

  /** Beats after which its record is sealed anew. */
  private static final int REFRESH_BEATS = 60;

  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final String DEAD = "dead";
  private static final String ALONE = "alone";

  private final Documents nodes;
  private final boolean alone;
  private final LongSupplier nanos;
  private final @Nullable NodeConfig terms;
  private final LongSupplier millis;
  private final ClusterCompatibility company;
  private final List<Runnable> heirs = new CopyOnWriteArrayList<>();
  private final Map<String, ClusterCompatibility.Seen> others =
      new HashMap<>(); // the heartbeat thread's own
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Promise<Void> ended = Promise.promise();
  private int beats;
  private long looked;
  private volatile boolean orphans;
  private volatile boolean known; // to the person who looks into the database
  private volatile int living = 1;
  private volatile Life life;

  /** One name of this process, with the version last written and when that was begun. */
  private record Life(String id, long version, long begun) {}

  Node(Mongo mongo, boolean alone, LongSupplier nanos) {
    this(mongo, alone, nanos, null, System::currentTimeMillis);
  }

  /**
   * A node that has not begun.
   *
   * @param terms what others compare; null to say nothing
   * @param millis what its clock says, in milliseconds since 1970
   */
  Node(
      Mongo mongo,
      boolean alone,
      LongSupplier nanos,
      @Nullable NodeConfig terms,
      LongSupplier millis) {
    this.nodes = mongo.documents("nodes");
    this.alone = alone;
    this.nanos = nanos;
    this.terms = terms;
    this.millis = millis;
    this.company = new ClusterCompatibility(alone);
    this.looked = nanos.getAsLong();
    this.life = new Life(RandomIds.random(), 0, nanos.getAsLong());
  }

  /**
   * The only node of this database: nobody else lives, nobody has to be told. The embedded database
   * is nobody else's anyway; on a server it says that it lives, so that a second one is noticed.
   *
   * @throws DatabaseInUse another node lives
   */
  public static Node alone(Mongo mongo) {
    Node node = new Node(mongo, true, System::nanoTime);
    return mongo.embedded() ? node : node.started();
  }

  /**
   * No node at all, and unseen by those that are: for the person who only looks, and takes nothing.
   */
  static Node nobody(Mongo mongo) {
    return new Node(mongo, true, System::nanoTime);
  }

  /**
   * One of many, from now on until it is closed. Waits for the database.
   *
   * @throws DatabaseInUse a node lives that holds itself to be the only one
   */
  public static Node among(Mongo mongo) {
    return new Node(mongo, false, System::nanoTime).started();
  }

  /**
   * The same, alike with all others in these terms.
   *
   * @throws IncompatibleNode a node lives that is not
   */
  public static Node among(Mongo mongo, NodeConfig terms) {
    return new Node(mongo, false, System::nanoTime, terms, System::currentTimeMillis).started();
  }

  Node started() {
    begin();
    awaitClear();
    Thread.ofVirtual().name("node-heartbeat").start(this::run);
    return this;
  }

  /**
   * Whose record lies here may have died, or not. No clock tells, so it is watched: it says a word
   * within a beat, or it is silent for a whole lease.
   */
  private void awaitClear() {
    for (int looks = 0; !isClear(); looks++) {
      if (looks == 0) {
        LOG.info(
            "the database has the record of another node: up to {} s to see whether it lives",
            LEASE.toSeconds());
      }
      pause();
      beat();
    }
  }

  private boolean isClear() {
    look();
    Optional<RuntimeException> objection = company.objection(others.values());
    if (objection.isPresent()) {
      nodes.delete(life.id()).await();
      throw objection.get();
    }
    return others.values().stream().noneMatch(company::isUnwanted);
  }

  private void pause() {
    try {
      stopped.await(WATCH.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the start", e);
    }
  }

  /** The name under which this process takes things; another one after it was declared dead. */
  public String id() {
    return life.id();
  }

  /** Whether there may be others. */
  public boolean hasPeers() {
    return !alone;
  }

  /** How many nodes live, this one among them, as far as it saw at its last look. */
  public int living() {
    return living;
  }

  /** In which settings it and those that live are not alike, and whose clocks are apart. */
  public Set<String> unlike() {
    return company.faults();
  }

  /** Whether it said of late that it lives, so that nobody takes from it what it has in hand. */
  public boolean isSure() {
    return sure(life.id());
  }

  /** Whether this process still goes by that name, as far as it can know without asking. */
  public boolean sure(String id) {
    Life now = life;
    return now.id().equals(id) && (alone || nanos.getAsLong() - now.begun() < BELIEF.toNanos());
  }

  /** Whether a node goes by that name. Who was dead once is dead for ever. */
  public Future<Boolean> lives(String id) {
    if (id.equals(life.id())) {
      return Future.succeededFuture(true);
    }
    return alone
        ? Future.succeededFuture(false)
        : nodes.findById(id).map(found -> found.filter(d -> !isDead(d)).isPresent());
  }

  /**
   * Called whenever somebody's things may lie about: another node died, or this one goes on under a
   * new name. On a thread of its own, where it may wait; after an exception it is called again, as
   * are the others.
   */
  public void onDeath(Runnable heir) {
    heirs.add(heir);
  }

  /** Takes a fresh name. */
  void begin() {
    Life fresh = new Life(RandomIds.random(), 0, nanos.getAsLong());
    nodes.insert(write(fresh, false)).await();
    known = true;
    life = fresh;
  }

  private void run() {
    try {
      while (!stopped.await(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          beat();
          look();
          company.complain(others.values(), beats);
          sweep();
        } catch (DatabaseException e) {
          LOG.warn("no sign of life: the database is away ({})", e.getClass().getSimpleName());
        } catch (Exception | Error e) { // without this thread the node would be dead
          LOG.error("no sign of life: {}; tried again", e.getClass().getName());
        }
      }
    } catch (InterruptedException e) {
      LOG.error("the heartbeat was interrupted, which nobody does: others take over");
    } finally {
      ended.complete();
    }
  }

  /** Says that this node lives; if somebody declared it dead, goes on as another. */
  void beat() {
    Life was = life;
    long begun = nanos.getAsLong();
    Life next = new Life(was.id(), was.version() + 1, begun);
    if (nodes.compareAndReplace(write(next, false), was.version()).await()) {
      life = next;
      return;
    }
    var found = nodes.findById(was.id()).await();
    if (found.filter(d -> !isDead(d) && d.isInt64(Documents.VERSION)).isPresent()) {
      // an earlier beat of ours got through although its answer did not
      life = new Life(was.id(), version(found.get()), was.begun());
      return;
    }
    LOG.warn(
        "this node was silent for too long and was declared dead; it goes on under a new name");
    begin();
    orphaned();
  }

  /** Looks who was silent for a whole lease. */
  void look() {
    Map<String, ClusterCompatibility.Seen> now = new HashMap<>();
    long before = millis.getAsLong();
    var records = nodes.findRange("", "~", Documents.READ_LIMIT).await();
    long after = millis.getAsLong();
    boolean blind = nanos.getAsLong() - looked > LEASE.toNanos();
    looked = nanos.getAsLong();
    for (BsonDocument other : records) {
      String id = other.getString("_id").getValue();
      if (id.equals(life.id())) {
        continue;
      }
      if (isDead(other) || !other.isInt64(Documents.VERSION)) {
        nodes.delete(id).await(); // or no node ever wrote it, and it lives never
        continue;
      }
      ClusterCompatibility.Seen seen = seen(other, others.get(id), blind, before, after);
      now.put(id, seen);
      if (nanos.getAsLong() - seen.since() >= LEASE.toNanos()) {
        declareDead(other);
      }
    }
    boolean gone = others.keySet().stream().anyMatch(id -> !now.containsKey(id));
    others.clear();
    others.putAll(now);
    living = 1 + (int) now.values().stream().filter(ClusterCompatibility.Seen::lives).count();
    if (gone || orphans) {
      orphaned();
    }
  }

  /** Who could not look for a whole lease, as while the database was away, saw nobody silent. */
  private ClusterCompatibility.Seen seen(
      BsonDocument other,
      ClusterCompatibility.@Nullable Seen known,
      boolean blind,
      long before,
      long after) {
    if (known != null && known.version() == version(other)) {
      return blind ? known.from(looked) : known;
    }
    var what = terms == null ? null : terms.read(other, before, after).orElse(null);
    boolean only = other.containsKey(ALONE);
    return new ClusterCompatibility.Seen(
        version(other), nanos.getAsLong(), known != null, only, what);
  }

  private void sweep() {
    beats++;
    if (terms != null && beats % REFRESH_BEATS == 0) {
      terms.refresh();
    }
    if (beats % SWEEP_BEATS == 0) {
      orphaned();
    }
  }

  /** At most one succeeds, and none if it said a word meanwhile. */
  private void declareDead(BsonDocument other) {
    Life end = new Life(other.getString("_id").getValue(), version(other) + 1, 0);
    if (nodes.compareAndReplace(write(end, true), version(other)).await()) {
      LOG.warn("node {} was silent for {} s: others take over", end.id(), LEASE.toSeconds());
      nodes.delete(end.id()).await(); // the next look finds it gone, here and everywhere
    }
  }

  /** Lets the heirs look for what lies about; again later, if the database goes away meanwhile. */
  private void orphaned() {
    orphans = false;
    Thread.startVirtualThread(() -> heirs.forEach(this::inherits));
  }

  /** One that fails keeps no other from what it is to take up. */
  private void inherits(Runnable heir) {
    try {
      heir.run();
    } catch (Exception | Error e) {
      LOG.warn("what others left is taken up later: {}", e.getClass().getSimpleName());
      orphans = true;
    }
  }

  private BsonDocument write(Life life, boolean dead) {
    var document =
        new BsonDocument("_id", new BsonString(life.id()))
            .append(Documents.VERSION, new BsonInt64(life.version()));
    if (alone) {
      document.append(ALONE, BsonBoolean.TRUE);
    }
    if (terms != null) {
      terms.write(document, millis.getAsLong());
    }
    return dead ? document.append(DEAD, BsonBoolean.TRUE) : document;
  }

  private static boolean isDead(BsonDocument document) {
    return document.containsKey(DEAD);
  }

  private static long version(BsonDocument document) {
    return document.getInt64(Documents.VERSION).getValue();
  }

  /** Leaves: what it held is free at once. Close it after everything that holds a lease. */
  @Override
  public void close() {
    stopped.countDown();
    if (!known) {
      return;
    }
    try {
      ended.future().await();
      nodes.delete(life.id()).await();
    } catch (DatabaseException e) {
      LOG.warn("this node could not take its leave: {}", e.getClass().getSimpleName());
    }
  }
}
