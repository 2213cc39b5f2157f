package org.caucus.workspace;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for each class of readers how far the log was looked through for the newest commit they
 * may know of, so that a seat that reads little of a long log does not have it searched at every
 * read. One is shared by all states in which the same readers know of the same commits.
 *
 * <p>A memo: what it holds follows from the state, so any two are equal.
 */
final class VisiblePositionCache {
  private static final Seen NOTHING = new Seen(0, "", -1);

  private final Map<String, Seen> newest = new ConcurrentHashMap<>();

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

  private static boolean isPast(Seen seen, List<Commit> history) {
    return seen.looked() <= history.size()
        && (seen.looked() == 0 || history.get(seen.looked() - 1).id().equals(seen.last()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VisiblePositionCache;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
