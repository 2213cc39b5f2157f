package org.caucus.messaging.notifications.digests;

import io.vertx.core.Future;
import java.util.Optional;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobStore;
import org.caucus.platform.jobs.JobType;
import org.caucus.platform.store.Mongo;

/** What gathers for all seats of this installation, sealed; the database sees when it is due. */
public final class PendingDigests {
  private final JobStore<PendingDigest> jobs;

  /** Those in this database. */
  public PendingDigests(Mongo mongo, Vault vault) {
    this.jobs =
        new JobStore<>(
            mongo,
            vault,
            new JobType<>(
                "digests",
                PendingDigest::write,
                PendingDigest::read,
                gathering -> gathering.workspace().value()));
  }

  /** What gathers, as jobs: due while something waits. */
  JobStore<PendingDigest> jobs() {
    return jobs;
  }

  Future<Optional<Job<PendingDigest>>> find(WorkspaceId workspace, SeatId seat, String list) {
    return jobs.find(PendingDigest.id(workspace, seat, list));
  }

  /** The sequence up to which what gathered for a seat is on its way or there; 0 if nothing is. */
  public Future<Long> sentUpTo(WorkspaceId workspace, SeatId seat, String list) {
    return find(workspace, seat, list)
        .map(found -> found.map(job -> Math.max(0, job.what().after())).orElse(0L));
  }
}
