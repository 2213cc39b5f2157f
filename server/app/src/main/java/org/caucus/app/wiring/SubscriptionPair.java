package org.caucus.app.wiring;

import io.vertx.core.Future;
import java.util.function.BiConsumer;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.subscriptions.Subscription;

/**
 * Two that see the same records under one checkpoint: another would be one more call for each of
 * thousands of workspaces at every start.
 *
 * @param also sees each record after the first has handled it; again is fine
 */
record SubscriptionPair(Subscription first, BiConsumer<WorkspaceId, LogRecord> also)
    implements Subscription {
  @Override
  public String name() {
    return first.name();
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) throws Exception {
    first.handle(workspace, record);
    also.accept(workspace, record);
  }

  @Override
  public Future<Void> settle(WorkspaceId workspace) {
    return first.settle(workspace);
  }
}
