package org.caucus.platform.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of a collection are due soonest, in order, so that to ask for those that are due
 * costs the answer and not the collection. Nothing of it is in the file: it is made of the
 * documents when somebody asks first, and kept as they change.
 *
 * <p>It holds the soonest {@link #MOST} alone. When these are used up while others are due, all
 * documents are read once more: once for many thousand that were seen to, however many wait.
 *
 * <p>Asked and told under the monitor of its collection, which each request holds.
 */
final class DueWindow {
  /** Documents in it, at most; one answer has no more. */
  static final int MOST = 20_000;

  private static final String ID = "_id";

  private final Supplier<Iterator<Document>> all;
  private final int most;
  private final TreeSet<Key> soonest = new TreeSet<>();

  /** Each document that is due before this is in it; null if there are no others. */
  private @Nullable Key beyond = new Key(Long.MIN_VALUE, "");

  private int readings;

  private record Key(long due, String id) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::due).thenComparing(Key::id);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    /** Null if it is never due. */
    static @Nullable Key of(Document document) {
      return document.get(EmbeddedBackend.DUE) instanceof Number due
          ? new Key(due.longValue(), Objects.requireNonNull((String) document.get(ID)))
          : null;
    }
  }

  /**
   * @param all the documents of the collection, in any order
   */
  DueWindow(Supplier<Iterator<Document>> all, int most) {
    this.all = all;
    this.most = most;
  }

  /** This document is in the collection from now on. */
  void added(Document document) {
    Key key = Key.of(document);
    if (key == null || (beyond != null && key.compareTo(beyond) >= 0)) {
      return;
    }
    soonest.add(key);
    if (soonest.size() > most) {
      beyond = soonest.pollLast();
    }
  }

  /** This document is no longer in the collection. */
  void removed(Document document) {
    Key key = Key.of(document);
    if (key != null) {
      soonest.remove(key);
    }
  }

  /** The ids of those that are due at or before this time, the longest due first. */
  List<String> until(long due, int limit) {
    List<String> found = known(due, limit);
    if (found.size() == limit || beyond == null || beyond.due() > due) {
      return found;
    }
    read();
    return known(due, limit);
  }

  private List<String> known(long due, int limit) {
    return soonest.stream().limit(limit).takeWhile(k -> k.due() <= due).map(Key::id).toList();
  }

  private void read() {
    readings++;
    soonest.clear();
    beyond = null;
    all.get().forEachRemaining(this::added);
  }

  /** How often all documents were read. */
  int readings() {
    return readings;
  }
}
