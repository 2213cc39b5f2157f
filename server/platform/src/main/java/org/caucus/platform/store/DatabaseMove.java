package org.caucus.platform.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * Moves all documents of one database into another that is empty, while no server runs on either.
 *
 * <p>Both bear a mark from the first document to the last step, in the collection {@code moves}: a
 * server refuses to start on a database with such a mark, so that the old one does not change while
 * it is copied and the new one is not taken for whole. The mark of the new one says how far the
 * copy is; a move that was cut short goes on from there. Waits; for virtual threads.
 */
public final class DatabaseMove {
  private static final String COLLECTION = "moves";

  /** Its id where documents come from, and where they go to. */
  private static final String FROM = "from";

  private static final String INTO = "into";

  private static final String MOVE = "move";
  private static final String DONE = "done";
  private static final String AT = "collection";
  private static final String LAST = "last";
  private static final String ID = "_id";

  /** Above every id. */
  private static final String END = "\uffff";

  private static final int PAGE = 1_000;

  /** Each database's own: which servers live, whether it can be written, and this move. */
  private static final Set<String> OWN = Set.of(COLLECTION, Mongo.MARKS, "nodes");

  private final Mongo from;
  private final Mongo into;
  private final Progress progress;
  private long documents;
  private long bytes;

  /** How far a move is. */
  public interface Progress {
    /** So many documents, and about so many bytes, so far. */
    void at(long documents, long bytes);
  }

  /** A move between these two. */
  public DatabaseMove(Mongo from, Mongo into, Progress progress) {
    this.from = from;
    this.into = into;
    this.progress = progress;
  }

  /**
   * Refuses a database that is being moved, or was moved away.
   *
   * @throws DatabaseException.Moving it is one
   */
  public static void refuseMoved(Mongo mongo) {
    for (BsonDocument mark : mongo.documents(COLLECTION).findRange("", END, 2).await()) {
      throw mark.getString(ID).getValue().equals(INTO)
          ? DatabaseException.Moving.unfinished()
          : DatabaseException.Moving.away(mark.getBoolean(DONE).getValue());
    }
  }

  /** Takes the mark off a database from which documents came: it is used again as it is. */
  public static boolean giveUp(Mongo from) {
    return from.documents(COLLECTION).delete(FROM).await();
  }

  /** Copies everything that is not there yet. Afterwards {@link #check} and {@link #finish}. */
  public void copy() {
    BsonDocument mark = begin();
    String reached = mark.getString(AT).getValue();
    for (String collection : collections()) {
      if (collection.compareTo(reached) >= 0) {
        copy(collection, collection.equals(reached) ? mark.getString(LAST).getValue() : "", mark);
      }
    }
  }

  /** About how many documents were copied by this run. */
  public long documents() {
    return documents;
  }

  /** About how many bytes were copied by this run. */
  public long bytes() {
    return bytes;
  }

  private List<String> collections() {
    return from.collections().await().stream()
        .filter(name -> !OWN.contains(name))
        .sorted()
        .toList();
  }

  private BsonDocument begin() {
    Documents here = from.documents(COLLECTION);
    Documents there = into.documents(COLLECTION);
    Optional<BsonDocument> begun = there.findById(INTO).await();
    if (begun.isEmpty()) {
      refuseUnlessEmpty();
    }
    if (here.findById(INTO).await().isPresent()) {
      throw DatabaseException.Moving.unfinished();
    }
    BsonDocument source = here.findById(FROM).await().orElse(null);
    if (begun.isPresent()) {
      if (source == null || !Objects.equals(begun.get().get(MOVE), source.get(MOVE))) {
        throw DatabaseException.Moving.other();
      }
      return begun.get();
    }
    if (source == null) {
      source =
          new BsonDocument(ID, new BsonString(FROM))
              .append(MOVE, new BsonString(UUID.randomUUID().toString()))
              .append(DONE, BsonBoolean.FALSE);
      here.insert(source).await();
    }
    BsonDocument mark =
        new BsonDocument(ID, new BsonString(INTO))
            .append(MOVE, source.get(MOVE))
            .append(AT, new BsonString(""))
            .append(LAST, new BsonString(""));
    there.insert(mark).await();
    return mark;
  }

  private void refuseUnlessEmpty() {
    for (String name : into.collections().await()) {
      if (!OWN.contains(name) && into.documents(name).count().await() > 0) {
        throw DatabaseException.Moving.notEmpty(name);
      }
    }
  }

  private void copy(String collection, String last, BsonDocument mark) {
    Documents source = from.documents(collection);
    Documents target = into.documents(collection);
    String at = last;
    Documents.Page page;
    do {
      page = source.page(at, END, PAGE).await();
      if (!page.documents().isEmpty()) {
        put(target, page.documents());
        at = page.documents().getLast().getString(ID).getValue();
        mark.append(AT, new BsonString(collection)).append(LAST, new BsonString(at));
        into.documents(COLLECTION).replace(mark).await();
        progress.at(documents, bytes);
      }
    } while (page.more());
  }

  /** A run that was cut short may have put some of them there already. */
  private void put(Documents target, List<BsonDocument> page) {
    List<String> ids = page.stream().map(each -> each.getString(ID).getValue()).toList();
    Set<String> there = target.present(ids).await();
    List<BsonDocument> missing =
        page.stream().filter(each -> !there.contains(each.getString(ID).getValue())).toList();
    target.insertAll(missing).await();
    documents += missing.size();
    bytes += missing.stream().mapToLong(Documents::bytes).sum();
  }

  /**
   * Compares how many documents each collection has.
   *
   * @return how many all have together
   * @throws DatabaseException.Moving they differ
   */
  public long check() {
    long all = 0;
    for (String collection : collections()) {
      long here = from.documents(collection).count().await();
      long there = into.documents(collection).count().await();
      if (here != there) {
        throw DatabaseException.Moving.differs(collection, here, there);
      }
      all += here;
    }
    return all;
  }

  /** From here on the new database is the one that is used. */
  public void finish() {
    BsonDocument source = from.documents(COLLECTION).findById(FROM).await().orElseThrow();
    source.append(DONE, BsonBoolean.TRUE).append("t", new BsonInt64(System.currentTimeMillis()));
    from.documents(COLLECTION).replace(source).await();
    into.documents(COLLECTION).delete(INTO).await();
  }
}
