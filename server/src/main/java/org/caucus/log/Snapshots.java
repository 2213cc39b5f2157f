package org.caucus.log;

import io.vertx.core.Future;
import java.util.Optional;

/**
 * The seam for faster starts: a state at a sequence, so that a replay need not begin at 1. What is
 * saved is only ever a shortcut: {@code snapshot(n) + records after n} must equal the full replay.
 */
public interface Snapshots {
  /**
   * Keeps none, so every load is a full replay. Snapshots that are kept come with a later issue.
   */
  Snapshots NONE =
      new Snapshots() {
        @Override
        public Future<Optional<LogRecord>> latest(WorkspaceId workspace) {
          return Future.succeededFuture(Optional.empty());
        }

        @Override
        public Future<Void> save(WorkspaceId workspace, LogRecord snapshot) {
          return Future.succeededFuture();
        }
      };

  /**
   * The newest snapshot: the sequence of the last record it covers, and the state in the caller's
   * encoding.
   */
  Future<Optional<LogRecord>> latest(WorkspaceId workspace);

  /** Offers a snapshot; it may be dropped. */
  Future<Void> save(WorkspaceId workspace, LogRecord snapshot);
}
