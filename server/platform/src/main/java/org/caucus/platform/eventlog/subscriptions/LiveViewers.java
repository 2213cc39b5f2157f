package org.caucus.platform.eventlog.subscriptions;

import io.vertx.core.Future;
import java.time.Duration;
import org.caucus.kernel.WorkspaceId;

/** Those who look on while something is committed, and see it before it is read by followers. */
@FunctionalInterface
public interface LiveViewers {
  /**
   * Where somebody looks, followers begin so much later at the earliest: until then connections
   * take in what was written to them, and that takes the machine.
   */
  Duration UNTIL_TAKEN = Duration.ofMillis(40);

  /** Nobody looks. */
  LiveViewers NONE = workspace -> Future.succeededFuture();

  /**
   * Succeeds when all who look at the workspace here have been written what is known of it now, as
   * far as their connections take it; at once if nobody looks. Must not block.
   */
  Future<Void> shown(WorkspaceId workspace);

  /** How long followers wait for that: one that is slow must not hold up mail. */
  default Duration atMost() {
    return Duration.ofMillis(100);
  }
}
