package org.caucus.relay.rendering;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caucus.log.WorkspaceId;

/**
 * Letters as they came, each in memory once while it is being sent, and no longer: nothing here
 * keeps one that nobody sends. A post of 25 MB to a thousand seats takes 25 MB, not that for each
 * connection.
 */
public final class Letters {
  /** Names of letters that are gone are kept up to so many. */
  static final int MOST_KNOWN = 256;

  private final Store store;
  private final Map<Key, Future<Came>> coming = new ConcurrentHashMap<>();
  private final Map<Key, WeakReference<Came>> here = new ConcurrentHashMap<>();

  /** Where letters are kept. */
  @FunctionalInterface
  public interface Store {
    /** The octets. */
    Future<byte[]> get(WorkspaceId workspace, String blob);
  }

  private record Key(WorkspaceId workspace, String blob) {}

  /** Letters of this store. */
  public Letters(Store store) {
    this.store = store;
  }

  /** The letter; blocks if it is not here. Whoever asks has found that it may be sent. */
  public Came of(WorkspaceId workspace, String blob) {
    Key key = new Key(workspace, blob);
    WeakReference<Came> known = here.get(key);
    Came came = known == null ? null : known.get();
    return came == null ? read(key).await() : came;
  }

  /** Once for all who ask meanwhile. */
  private Future<Came> read(Key key) {
    Promise<Came> letter = Promise.promise();
    Future<Came> other = coming.putIfAbsent(key, letter.future());
    if (other != null) {
      return other;
    }
    store
        .get(key.workspace(), key.blob())
        .map(Came::new)
        .onSuccess(came -> keep(key, came))
        .onComplete(
            done -> {
              coming.remove(key);
              letter.handle(done);
            });
    return letter.future();
  }

  private void keep(Key key, Came came) {
    if (here.size() >= MOST_KNOWN) {
      here.values().removeIf(gone -> gone.get() == null);
    }
    here.put(key, new WeakReference<>(came));
  }
}
