package org.caucus.platform.eventlog.cluster.leases;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.Mongo;

/**
 * Leases, each one document: {@code _id} is its name, {@code h} its holder (empty when free),
 * {@code s} how far its holders got. Each change finds the version it was made from, or does not
 * happen.
 */
public final class Leases {
  private static final String HOLDER = "h";
  private static final String VALUE = "s";
  private static final String NOBODY = "";

  private final Documents leases;
  private final Node node;

  /** Leases for this node. */
  public Leases(Mongo mongo, Node node) {
    this.leases = mongo.documents("leases");
    this.node = node;
  }

  /**
   * As an operator's command sees and begins them, beside nodes that live: it is no node itself and
   * takes none.
   */
  public static Leases outside(Mongo mongo) {
    return new Leases(mongo, Node.nobody(mongo));
  }

  /**
   * The lease, now held by this node; empty while another one that lives holds it, or while this
   * one cannot be sure of its own life.
   */
  public Future<Optional<Lease>> take(String name) {
    if (!node.sure(node.id())) {
      return Future.succeededFuture(Optional.empty());
    }
    return leases
        .findById(name)
        .compose(found -> found.isEmpty() ? first(name) : takenOver(read(found.get())));
  }

  private Future<Optional<Lease>> first(String name) {
    // a random start: a lease that was deleted by hand and made again must not look like before
    Lease lease = new Lease(name, node.id(), ThreadLocalRandom.current().nextLong(1L << 52), 0);
    return leases
        .insertIfAbsent(write(lease))
        .map(in -> in ? Optional.of(lease) : Optional.empty());
  }

  private Future<Optional<Lease>> takenOver(Lease lease) {
    return isFree(lease)
        .compose(
            free ->
                free
                    ? replaced(lease, node.id(), lease.value())
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<Boolean> isFree(Lease lease) {
    return lease.holder().equals(NOBODY)
        ? Future.succeededFuture(true)
        : node.lives(lease.holder()).map(lives -> !lives || lease.holder().equals(node.id()));
  }

  /** Makes the lease, held by nobody, with this value; what it was before is forgotten. */
  public Future<Void> begin(String name, long value) {
    long version = ThreadLocalRandom.current().nextLong(1L << 52);
    return leases.replace(write(new Lease(name, NOBODY, version, value)));
  }

  /** Writes down how far it is done; empty if the lease was lost. */
  public Future<Optional<Lease>> keep(Lease lease, long value) {
    return replaced(lease, lease.holder(), value);
  }

  /**
   * Writes down how far it is done at a point where another node may go on. The only node keeps
   * what it has; among many it is free from then on, and the answer is empty.
   */
  public Future<Optional<Lease>> putDown(Lease lease, long value) {
    return node.hasPeers()
        ? replaced(lease, NOBODY, value).map(Optional.empty())
        : keep(lease, value);
  }

  /** How far its holders got; 0 if nobody ever had it. */
  public Future<Long> value(String name) {
    return leases.findById(name).map(found -> found.map(d -> read(d).value()).orElse(0L));
  }

  /**
   * The same of all whose names lie between these two, in order of their names; at most {@code
   * limit}. Those that nobody ever had are not among them.
   */
  public Future<SequencedMap<String, Long>> values(
      String fromExclusive, String toExclusive, int limit) {
    return leases
        .findRange(fromExclusive, toExclusive, limit)
        .map(
            found -> {
              SequencedMap<String, Long> values = new LinkedHashMap<>();
              found.stream().map(Leases::read).forEach(l -> values.put(l.name(), l.value()));
              return values;
            });
  }

  /** Whether the right may be used: this node still lives as the holder, as far as it can know. */
  public boolean sure(Lease lease) {
    return node.sure(lease.holder());
  }

  /** Whether other nodes may hold leases, so that it is worth looking after them. */
  public boolean shared() {
    return node.hasPeers();
  }

  private Future<Optional<Lease>> replaced(Lease lease, String holder, long value) {
    Lease next = new Lease(lease.name(), holder, lease.version() + 1, value);
    return leases
        .compareAndReplace(write(next), lease.version())
        .map(done -> done ? Optional.of(next) : Optional.empty());
  }

  private static BsonDocument write(Lease lease) {
    return new BsonDocument("_id", new BsonString(lease.name()))
        .append(Documents.VERSION, new BsonInt64(lease.version()))
        .append(HOLDER, new BsonString(lease.holder()))
        .append(VALUE, new BsonInt64(lease.value()));
  }

  private static Lease read(BsonDocument document) {
    return new Lease(
        document.getString("_id").getValue(),
        document.getString(HOLDER).getValue(),
        document.getInt64(Documents.VERSION).getValue(),
        document.getInt64(VALUE).getValue());
  }
}
