package org.caucus.messaging.distribution.rendering;

import io.vertx.core.Future;
import org.caucus.kernel.WorkspaceId;

/**
 * Letters as they came, each in memory once while it is being sent, and no longer: nothing here
 * keeps one that nobody sends. A post of 25 MB to a thousand seats takes 25 MB, not that for each
 * connection.
 */
public final class OriginalCache {
  private final Store store;
  private final SharedRender<Key, ReceivedOriginal> letters = new SharedRender<>();

  /** Where letters are kept. */
  @FunctionalInterface
  public interface Store {
    /** The octets. */
    Future<byte[]> get(WorkspaceId workspace, String blob);
  }

  private record Key(WorkspaceId workspace, String blob) {}

  /** Letters of this store. */
  public OriginalCache(Store store) {
    this.store = store;
  }

  /** The letter; blocks if it is not here. Anyone who asks has found that it may be sent. */
  public ReceivedOriginal of(WorkspaceId workspace, String blob) {
    return letters.of(
        new Key(workspace, blob), () -> new ReceivedOriginal(store.get(workspace, blob).await()));
  }
}
