package org.caucus.platform.eventlog.subscriptions;

import io.vertx.core.Future;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogRecord;

/** A durable reader of the log. */
public interface Subscription {
  /** Names its checkpoints; lower-case letters, digits and hyphens, never changed once in use. */
  String name();

  /**
   * Handles one record, in order within its workspace, on a virtual thread where it may {@code
   * await}. It may see a record again after a crash. What it throws leads to another try, and in
   * the end to a dead letter.
   */
  void handle(WorkspaceId workspace, LogRecord record) throws Exception;

  /**
   * Makes durable what handling has only in memory; the checkpoint is kept after it. For followers
   * that gather; nothing to do for all others.
   */
  default Future<Void> settle(WorkspaceId workspace) {
    return Future.succeededFuture();
  }
}
