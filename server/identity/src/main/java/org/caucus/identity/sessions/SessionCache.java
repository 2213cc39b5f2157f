package org.caucus.identity.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was read of late, and what ended of late. The ends are kept longer: a read that began before
 * an end must not bring the thing back after it.
 *
 * @param <T> what is read, such as a session
 */
public final class SessionCache<T> {
  /** What was read from the database is believed for this long. */
  static final Duration CACHE_TIME = Duration.ofSeconds(5);

  /** An end is remembered for this long: longer than any read that began before it may take. */
  static final Duration END_MEMORY = Duration.ofMinutes(2);

  /** Things and ends in memory, at most. */
  static final int CACHE_LIMIT = 10_000;

  /**
   * A thing, or the end of one.
   *
   * @param thing empty if it has ended
   */
  public record Seen<T>(Optional<T> thing, Instant until) {}

  private final Map<String, Seen<T>> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen<T>> eldest) {
          return size() > CACHE_LIMIT;
        }
      };

  /** What is known of it, if that is recent. */
  public synchronized @Nullable Seen<T> get(String id, Instant now) {
    Seen<T> known = seen.get(id);
    return known != null && now.isBefore(known.until()) ? known : null;
  }

  /** Remembers what was just read; empty if it ended meanwhile. */
  public synchronized Optional<T> keep(String id, T thing, Instant now) {
    Seen<T> known = get(id, now);
    if (known != null && known.thing().isEmpty()) {
      return Optional.empty();
    }
    put(id, new Seen<>(Optional.of(thing), now.plus(CACHE_TIME)));
    return Optional.of(thing);
  }

  /** Remembers that it has ended. */
  public synchronized void end(String id, Instant now) {
    put(id, new Seen<>(Optional.empty(), now.plus(END_MEMORY)));
  }

  /** Taken out first, so that the eldest is the one written longest ago. */
  private void put(String id, Seen<T> now) {
    seen.remove(id);
    seen.put(id, now);
  }
}
