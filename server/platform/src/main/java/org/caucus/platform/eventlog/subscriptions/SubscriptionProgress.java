package org.caucus.platform.eventlog.subscriptions;

import java.util.ArrayList;
import java.util.List;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.store.Mongo;

/** How far followers are, as the database knows it: also when no server runs. */
public final class SubscriptionProgress {
  private final Checkpoints checkpoints;
  private final EventLog log;
  private final List<String> followers;

  /**
   * @param followers their names
   */
  public SubscriptionProgress(Mongo mongo, EventLog log, List<String> followers) {
    this.followers = List.copyOf(followers);
    this.checkpoints = new Checkpoints(Leases.outside(mongo));
    this.log = log;
  }

  /**
   * One follower in one workspace.
   *
   * @param done the last record it has handled or given up, as of its last checkpoint
   * @param length records in the workspace's log
   */
  public record Row(String follower, WorkspaceId workspace, long done, long length) {
    /** Records it has still to handle. */
    public long behind() {
      return Math.max(0, length - done);
    }
  }

  /** By workspace, then follower. Waits. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (WorkspaceId workspace : log.workspaces().await()) {
      long length = log.length(workspace).await();
      for (String follower : followers) {
        rows.add(
            new Row(follower, workspace, checkpoints.reached(follower, workspace).await(), length));
      }
    }
    return rows;
  }
}
