package org.caucus.identity.sessions;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What was read of many lately, for a moment: the letters of one post, and of the next, are written
 * within a second. What is changed here is read anew at once; what another node changes, after that
 * second.
 *
 * @param <V> what is known of each
 */
public final class ShortCache<V> {
  /** How long it is used. */
  public static final Duration KEPT = Duration.ofSeconds(1);

  /** Of so many at most; of more all are read anew. */
  static final int MOST = 10_000;

  private final InstantSource clock;
  private final Map<String, Known<V>> known = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  private record Known<V>(V value, Instant since) {}

  /** Nothing was read yet. */
  public ShortCache(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What is known of these.
   *
   * @param reading reads what is not known; whatever is not there is left out
   */
  public Future<Map<String, V>> of(
      Collection<String> ids, Function<Collection<String>, Future<Map<String, V>>> reading) {
    Instant now = clock.instant();
    long before = changes.get();
    Map<String, V> found = new HashMap<>();
    List<String> rest = new ArrayList<>();
    for (String id : ids) {
      Known<V> one = known.get(id);
      if (one != null && isFresh(one, now)) {
        found.put(id, one.value());
      } else {
        rest.add(id);
      }
    }
    return rest.isEmpty()
        ? Future.succeededFuture(found)
        : reading
            .apply(rest)
            .map(
                read -> {
                  keep(read, now, before);
                  found.putAll(read);
                  return found;
                });
  }

  private static boolean isFresh(Known<?> one, Instant now) {
    return Duration.between(one.since(), now).abs().compareTo(KEPT) < 0;
  }

  /** What somebody changed while it was read may have been read before that. */
  private void keep(Map<String, V> read, Instant now, long before) {
    if (known.size() + read.size() > MOST) {
      known.clear();
    }
    read.forEach((id, value) -> known.put(id, new Known<>(value, now)));
    if (changes.get() != before) {
      read.keySet().forEach(known::remove);
    }
  }

  /** It was changed: from now on it is read anew. */
  public void changed(String id) {
    changes.incrementAndGet();
    known.remove(id);
  }
}
