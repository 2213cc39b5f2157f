package org.caucus.platform.ratelimit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How many of something are under way at once, by key: so that nobody takes up what is everyone's.
 */
public final class ConcurrencySlots {
  private final AtomicReference<Map<String, Integer>> taken = new AtomicReference<>(Map.of());

  /**
   * Takes a place under each of these keys, or under none of them.
   *
   * @param most how many there may be under each key
   * @return whether there was one; the caller gives it back
   */
  public boolean take(Map<String, Integer> most) {
    while (true) {
      Map<String, Integer> before = Objects.requireNonNull(taken.get());
      if (most.entrySet().stream().anyMatch(m -> of(before, m.getKey()) >= m.getValue())) {
        return false;
      }
      Map<String, Integer> after = new HashMap<>(before);
      most.keySet().forEach(key -> after.merge(key, 1, Integer::sum));
      if (taken.compareAndSet(before, after)) {
        return true;
      }
    }
  }

  /** Gives back a place under each of these keys. */
  public void giveBack(Collection<String> keys) {
    taken.updateAndGet(
        before -> {
          Map<String, Integer> after = new HashMap<>(before);
          keys.forEach(key -> after.computeIfPresent(key, (k, n) -> n == 1 ? null : n - 1));
          return after;
        });
  }

  private static int of(Map<String, Integer> taken, String key) {
    return taken.getOrDefault(key, 0);
  }
}
