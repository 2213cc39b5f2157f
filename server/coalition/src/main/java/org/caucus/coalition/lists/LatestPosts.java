package org.caucus.coalition.lists;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.platform.collections.PersistentMap;
import org.pcollections.PMap;

/**
 * The newest entry of each list, for each audience of a thread and of an entry in it; immutable. A
 * list has few such pairs and may have many threads: anyone who asks looks at one entry for each.
 * It is only where to look: whether a seat reads what is found there is asked of the entry itself.
 *
 * @param byList by the list's slug
 */
public record LatestPosts(PMap<String, PMap<Readers, Newest>> byList) {
  /** Who reads an entry: anyone who is in the audience of its thread and in its own. */
  public record Readers(Audience thread, Audience entry) {}

  /** Which entry was said last, and when. Of two of one instant always the same is later. */
  public record Newest(String entry, Instant at) implements Comparable<Newest> {
    private static final Comparator<Newest> ORDER =
        Comparator.comparing(Newest::at).thenComparing(Newest::entry);

    /** Of this entry. */
    public static Newest of(Entry entry) {
      return new Newest(entry.id(), entry.at());
    }

    @Override
    public int compareTo(Newest other) {
      return ORDER.compare(this, other);
    }
  }

  /** Nothing was said anywhere. */
  public static LatestPosts nothing() {
    return new LatestPosts(PersistentMap.empty());
  }

  /**
   * The state after something was said.
   *
   * @param thread who reads its thread
   */
  public LatestPosts plus(String list, Audience thread, Entry entry) {
    PMap<Readers, Newest> there = byList.getOrDefault(list, PersistentMap.empty());
    Readers readers = new Readers(thread, entry.audience());
    Newest now = Newest.of(entry);
    Newest before = there.get(readers);
    return before != null && before.compareTo(now) > 0
        ? this
        : new LatestPosts(byList.plus(list, there.plus(readers, now)));
  }

  /** The state before anything was said on a list: all of it is to be said again. */
  public LatestPosts without(String list) {
    return new LatestPosts(byList.minus(list));
  }

  /** The newest entries of a list, by who reads them. */
  public Map<Readers, Newest> of(String list) {
    return byList.getOrDefault(list, PersistentMap.empty());
  }
}
