package org.caucus.messaging.distribution.rendering;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What is large and many letters need: made once for all who ask meanwhile, in memory while some
 * letter of it is on its way, and no longer.
 */
public final class SharedRender<K, V> {
  /** Names of what is gone are kept up to so many. */
  static final int MOST_KNOWN = 256;

  private final Map<K, Future<V>> coming = new ConcurrentHashMap<>();
  private final Map<K, WeakReference<V>> here = new ConcurrentHashMap<>();

  /** What has this name; blocks while it is made. What failed is tried by the next caller. */
  public V of(K key, Supplier<V> making) {
    WeakReference<V> known = here.get(key);
    V value = known == null ? null : known.get();
    return value == null ? made(key, making) : value;
  }

  private V made(K key, Supplier<V> making) {
    Promise<V> promise = Promise.promise();
    Future<V> other = coming.putIfAbsent(key, promise.future());
    if (other != null) {
      return other.await();
    }
    try {
      V value = making.get();
      keep(key, value);
      coming.remove(key);
      promise.complete(value);
      return value;
    } catch (Exception | Error e) { // anyone who waits must hear of it, whatever it is
      coming.remove(key);
      promise.fail(e);
      throw e;
    }
  }

  private void keep(K key, V value) {
    if (here.size() >= MOST_KNOWN) {
      here.values().removeIf(gone -> gone.get() == null);
    }
    here.put(key, new WeakReference<>(value));
  }
}
