package org.caucus.workspace;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for each class of readers how far the log was looked through for the newest commit they
 * may know of, and which of those before it they may know of as far as that was asked, so that a
 * seat that reads little of a long log does not have it searched at every read: how much others say
 * is not to be told by how long it takes either. One is shared by all states in which the same
 * readers know of the same commits.
 *
 * <p>A memo: what it holds follows from the state, so any two are equal.
 */
final class Sight {
  private static final Seen NOTHING = new Seen(0, "", -1);

  private final Map<String, Seen> newest = new ConcurrentHashMap<>();
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /**
   * @param last id of the newest commit looked at; another future of the same past has another
   * @param index where the newest visible one is; -1 if none is
   */
  private record Seen(int looked, String last, int index) {}

  /** The index of the newest commit that this class of readers may know of; -1 if there is none. */
  int newest(String readers, List<Commit> history, Predicate<Commit> visible) {
    Seen remembered = newest.getOrDefault(readers, NOTHING);
    Seen before = isPast(remembered, history) ? remembered : NOTHING;
    int index = before.index();
    for (int i = history.size() - 1; i >= before.looked(); i--) {
      if (visible.test(history.get(i))) {
        index = i;
        break;
      }
    }
    if (history.size() > before.looked()) {
      newest.put(readers, new Seen(history.size(), history.getLast().id(), index));
    }
    return index;
  }

  /**
   * The places of the commits that this class of readers may know of, the newest first: down to the
   * lowest, or as long as more are wanted.
   */
  void downward(
      String readers,
      List<Commit> history,
      int lowest,
      Predicate<Commit> visible,
      IntPredicate wanted) {
    Known one = known.computeIfAbsent(readers, r -> new Known(history));
    if (!one.reach(history, visible)) {
      one = new Known(history);
      known.put(readers, one);
    }
    int place = one.before(history.size(), lowest, visible);
    while (place >= lowest && wanted.test(place)) {
      place = one.before(place, lowest, visible);
    }
  }

  /** What one class may know of, of a stretch of a log that ends where it was last read to. */
  private static final class Known {
    private final ReentrantLock lock = new ReentrantLock();
    private final BitSet places = new BitSet();
    private List<Commit> log;
    private int from;

    Known(List<Commit> history) {
      this.log = history;
      this.from = history.size();
    }

    /** Reads on to the end of this history; false if it is another future of the same past. */
    boolean reach(List<Commit> history, Predicate<Commit> visible) {
      lock.lock();
      try {
        int common = Math.min(log.size(), history.size());
        if (common > 0 && !log.get(common - 1).id().equals(history.get(common - 1).id())) {
          return false;
        }
        for (int i = log.size(); i < history.size(); i++) {
          places.set(i, visible.test(history.get(i)));
        }
        log = history.size() > log.size() ? history : log;
        return true;
      } finally {
        lock.unlock();
      }
    }

    /** The newest place before this one; less than the lowest if there is none. */
    int before(int place, int lowest, Predicate<Commit> visible) {
      lock.lock();
      try {
        int found = places.previousSetBit(place - 1);
        while (found < lowest && from > lowest) {
          from--;
          if (visible.test(log.get(from))) {
            places.set(from);
            found = from < place ? from : found;
          }
        }
        return found;
      } finally {
        lock.unlock();
      }
    }
  }

  private static boolean isPast(Seen seen, List<Commit> history) {
    return seen.looked() <= history.size()
        && (seen.looked() == 0 || history.get(seen.looked() - 1).id().equals(seen.last()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sight;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
