package org.caucus.platform.eventlog.subscriptions;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.cluster.leases.Lease;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.store.Documents;

/**
 * Who reads for a follower in a workspace, and how far it is: one lease for both, so that only its
 * holder can move the checkpoint.
 */
public final class Checkpoints {
  /** Sorts after what may stand in an id. */
  private static final String END = "~";

  private final Leases leases;

  /** Those that these leases keep. */
  public Checkpoints(Leases leases) {
    this.leases = leases;
  }

  /** The right to read on from its value; empty while another node does. */
  Future<Optional<Lease>> take(String follower, WorkspaceId workspace) {
    return leases.take(name(follower, workspace));
  }

  /**
   * Says of a workspace that nobody has read for it yet where reading begins: after this record.
   */
  public Future<Void> begin(String follower, WorkspaceId workspace, long sequence) {
    return leases.begin(name(follower, workspace), sequence);
  }

  /** Reads on from there if it was further: what it had read beyond is not there any more. */
  public Future<Void> cut(String follower, WorkspaceId workspace, long sequence) {
    return reached(follower, workspace)
        .compose(
            reached ->
                reached > sequence
                    ? begin(follower, workspace, sequence)
                    : Future.succeededFuture());
  }

  /** The last sequence that was handled, by whichever node; 0 at the beginning. */
  public Future<Long> reached(String follower, WorkspaceId workspace) {
    return leases.value(name(follower, workspace));
  }

  /**
   * The same for some neighbouring workspaces, at most {@link Documents#READ_LIMIT}; those that
   * nobody has read for yet are not among them. One request.
   *
   * @param workspaces in the order of their ids, at least one
   */
  Future<Map<WorkspaceId, Long>> reached(String follower, List<WorkspaceId> workspaces) {
    String before = follower + "/";
    return leases
        .values(
            before + beforeId(workspaces.getFirst()),
            before + workspaces.getLast().value() + END,
            Documents.READ_LIMIT)
        .map(
            found -> {
              Map<WorkspaceId, Long> values = new HashMap<>();
              for (WorkspaceId workspace : workspaces) {
                Long value = found.get(before + workspace.value());
                if (value != null) {
                  values.put(workspace, value);
                }
              }
              return values;
            });
  }

  /** What sorts below this id, and above all before it: an id is longer. */
  private static String beforeId(WorkspaceId workspace) {
    return workspace.value().substring(0, workspace.value().length() - 1);
  }

  /** Empty if the lease was lost. */
  Future<Optional<Lease>> save(Lease lease, long sequence) {
    return leases.keep(lease, sequence);
  }

  /** All is read: among many nodes, the one that hears of more first may go on. */
  Future<Optional<Lease>> rest(Lease lease, long sequence) {
    return leases.putDown(lease, sequence);
  }

  boolean sure(Lease lease) {
    return leases.sure(lease);
  }

  boolean shared() {
    return leases.shared();
  }

  private static String name(String follower, WorkspaceId workspace) {
    return follower + "/" + workspace.value();
  }
}
