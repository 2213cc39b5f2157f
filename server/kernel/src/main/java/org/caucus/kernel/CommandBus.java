package org.caucus.kernel;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * Where commands are put and states are read.
 *
 * @param <S> what the reader needs of a workspace's state
 */
public interface CommandBus<S> {
  /** The state as of the newest commit this node knows; immutable. */
  Future<S> read(WorkspaceId workspace);

  /** Whether it could not be loaded the last time, by a fault of its own: try again later. */
  default boolean unloadable(WorkspaceId workspace) {
    return false;
  }

  /**
   * Decides, appends and applies a command, in the order of the log. Completes when it is durable;
   * fails with {@link Refusal} if the decider says no.
   */
  Future<Committed> submit(
      WorkspaceId workspace, @Nullable SeatId seat, Command command, @Nullable IdempotencyKey key);

  /**
   * Whether a command would be carried out if it were put now, or was under this key: for what must
   * be claimed elsewhere before. Nothing is done; fails with {@link Refusal} if the decider would
   * say no.
   */
  default Future<Void> ask(
      WorkspaceId workspace, @Nullable SeatId seat, Command command, @Nullable IdempotencyKey key) {
    return Future.failedFuture(new UnsupportedOperationException("this floor is not asked"));
  }
}
