package org.caucus.coalition.entries;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * The entries under one thing, immutable. Where they are many they are also kept by audience, so
 * that how many a seat can read and which is the last are known without a walk through all of them:
 * each comment on a thing shows both, and would otherwise cost what the thing has grown to. Of few
 * that is made when it is asked for: most threads have few, and would else take twice the memory.
 *
 * @param all in the order they were said
 * @param kept null while they are few
 */
record Siblings(PersistentVector<Entry> all, @Nullable Sorted kept) {
  /** So many are few. */
  static final int FEW = 32;

  private static final Siblings NONE = new Siblings(PersistentVector.empty(), null);

  /**
   * The same in other orders.
   *
   * @param alike by their audience
   * @param voices the seats that spoke
   */
  record Sorted(PMap<Audience, Alike> alike, PMap<SeatId, Boolean> voices) {
    private static final Sorted NOTHING = new Sorted(PersistentMap.empty(), PersistentMap.empty());

    static Sorted of(List<Entry> all) {
      Sorted sorted = NOTHING;
      for (int place = 0; place < all.size(); place++) {
        sorted = sorted.plus(all.get(place), place);
      }
      return sorted;
    }

    Sorted plus(Entry entry, int place) {
      Alike like = alike.get(entry.audience());
      Alike more =
          like == null
              ? new Alike(PersistentVector.<Entry>empty().plus(entry), true, place)
              : like.plus(entry, place);
      return new Sorted(
          alike.plus(entry.audience(), more),
          voices.containsKey(entry.seat()) ? voices : voices.plus(entry.seat(), true));
    }

    Sorted replaced(Entry changed) {
      Alike like = Objects.requireNonNull(alike.get(changed.audience()));
      PersistentVector<Entry> now = put(like.entries(), changed);
      return new Sorted(
          alike.plus(changed.audience(), new Alike(now, like.inOrder(), like.lastPlace())), voices);
    }
  }

  /**
   * Entries of one audience.
   *
   * @param inOrder each was said no earlier than the one before it; not so where a clock was set
   * @param lastPlace where the last of them stands among all
   */
  record Alike(PersistentVector<Entry> entries, boolean inOrder, int lastPlace) {
    Alike plus(Entry entry, int place) {
      boolean later = !entry.at().isBefore(entries.getLast().at());
      return new Alike(entries.plus(entry), inOrder && later, place);
    }

    /** How many of them pass; where they are in order, those are the later ones. */
    int count(Predicate<Entry> reads) {
      if (!inOrder) {
        return (int) entries.stream().filter(reads).count();
      }
      int unread = 0;
      int read = entries.size();
      while (unread < read) {
        int middle = (unread + read) >>> 1;
        if (reads.test(entries.get(middle))) {
          read = middle;
        } else {
          unread = middle + 1;
        }
      }
      return entries.size() - read;
    }
  }

  /** Nothing was said. */
  static Siblings none() {
    return NONE;
  }

  /** These, in this order. */
  static Siblings of(List<Entry> some) {
    Siblings siblings = NONE;
    for (Entry entry : some) {
      siblings = siblings.plus(entry);
    }
    return siblings;
  }

  /** With one more at the end. */
  Siblings plus(Entry entry) {
    PersistentVector<Entry> more = all.plus(entry);
    return more.size() <= FEW
        ? new Siblings(more, null)
        : new Siblings(more, sorted().plus(entry, all.size()));
  }

  /**
   * With one that has other words, and the same readers, in its place: without a walk of copies.
   */
  Siblings replaced(Entry changed) {
    return new Siblings(put(all, changed), kept == null ? null : kept.replaced(changed));
  }

  private static PersistentVector<Entry> put(PersistentVector<Entry> some, Entry changed) {
    for (int place = 0; place < some.size(); place++) {
      if (some.get(place).id().equals(changed.id())) {
        return some.with(place, changed);
      }
    }
    throw new IllegalArgumentException("an entry that is not there, or has other readers");
  }

  private Sorted sorted() {
    return kept == null ? Sorted.of(all) : kept;
  }

  /** Who spoke, whether or not they are still here. */
  Set<SeatId> speakers() {
    return sorted().voices().keySet();
  }

  /** How many a seat that passes this can read, of what hangs on a thing of this scope. */
  int count(Scope parent, Predicate<Scope> reads) {
    int count = 0;
    for (Alike like : sorted().alike().values()) {
      count += like.count(e -> reads.test(scope(parent, e)));
    }
    return count;
  }

  /** The last one it can read, if any. */
  @Nullable Entry last(Scope parent, Predicate<Scope> reads) {
    int place = -1;
    for (Alike like : sorted().alike().values()) {
      if (!like.inOrder()) {
        return lastByWalk(parent, reads);
      }
      if (like.lastPlace() > place && reads.test(scope(parent, like.entries().getLast()))) {
        place = like.lastPlace();
      }
    }
    return place < 0 ? null : all.get(place);
  }

  /** Where a clock was set, a seat may read an entry and not the one after it. */
  private @Nullable Entry lastByWalk(Scope parent, Predicate<Scope> reads) {
    for (Entry entry : all.reversed()) {
      if (reads.test(scope(parent, entry))) {
        return entry;
      }
    }
    return null;
  }

  private static Scope scope(Scope parent, Entry entry) {
    return parent.holds(entry.audience(), entry.at());
  }
}
