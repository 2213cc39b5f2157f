package org.caucus.platform.eventlog.keys;

import io.vertx.core.Future;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of documents that did not open where they lay, as they were found, for the person who is
 * to find out what happened. The documents themselves stay where they are: a repair from a backup
 * puts the right ones in their place, and nothing here is ever read back into service.
 */
public final class Quarantine {
  private static final String COLLECTION = "quarantine";
  private static final String PLACE = "place";
  private static final String CAUSE = "cause";
  private static final String AT = "at";
  private static final String FOUND = "found";
  private static final int DIGEST_BYTES = 8;
  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

  private final Documents items;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /** The quarantine in this database. */
  public Quarantine(Mongo mongo) {
    this.items = mongo.documents(COLLECTION);
  }

  /**
   * One thing found.
   *
   * @param id place and a digest of what was found there, so the same thing is kept once
   * @param place collection and id
   */
  public record Item(String id, String place, String cause, Instant at) {}

  /**
   * Keeps a copy, and tells the operator's log, once for each state of a document.
   *
   * @param cause in a word or two, without content
   * @param found the document; null if it should be there and is not
   * @return true if this process had not seen it before
   */
  public Future<Boolean> keep(String place, String cause, @Nullable BsonDocument found) {
    var id = place + "@" + (found == null ? "" : digest(found));
    if (!seen.add(id)) {
      return Future.succeededFuture(false);
    }
    var item =
        new BsonDocument("_id", new BsonString(id))
            .append(PLACE, new BsonString(place))
            .append(CAUSE, new BsonString(cause))
            .append(AT, new BsonInt64(System.currentTimeMillis()));
    if (found != null) {
      item.append(FOUND, found);
    }
    LOG.error("{} is {} and not served; what is there goes to the quarantine", place, cause);
    return items
        .insertIfAbsent(item)
        .map(true) // also if another process had it, or this one before a restart
        .onFailure(e -> seen.remove(id));
  }

  /** How many documents of a collection this process has found damaged. */
  public int known(String collection) {
    return (int) seen.stream().filter(id -> id.startsWith(collection + "/")).count();
  }

  /** What is there, by place; at most {@code limit}. */
  public Future<List<Item>> list(int limit) {
    return items.findRange("", "~", limit).map(all -> all.stream().map(Quarantine::item).toList());
  }

  /** How much is there; 0 when all is well. */
  public Future<Long> count() {
    return items.count();
  }

  /** Forgets one, once the operator has dealt with it; false if it is not there. */
  public Future<Boolean> remove(String id) {
    seen.remove(id);
    return items.delete(id);
  }

  private static Item item(BsonDocument document) {
    return new Item(
        document.getString("_id").getValue(),
        document.getString(PLACE).getValue(),
        document.getString(CAUSE).getValue(),
        Instant.ofEpochMilli(document.getInt64(AT).getValue()));
  }

  private static String digest(BsonDocument document) {
    try {
      var bytes = new RawBsonDocument(document, new BsonDocumentCodec()).getByteBuffer();
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(bytes.asNIO());
      return HexFormat.of().formatHex(Arrays.copyOf(sha.digest(), DIGEST_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
