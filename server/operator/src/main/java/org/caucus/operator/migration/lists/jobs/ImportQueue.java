package org.caucus.operator.migration.lists.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.FailedJob;
import org.caucus.platform.jobs.JobQueue;
import org.caucus.platform.store.Mongo;

/** Imports of archives, as the operator sees them: one that is held is a dead letter. */
public final class ImportQueue implements JobQueue {
  private final ImportJobs jobs;
  private final HeldImports held;
  private final Supplier<List<WorkspaceId>> workspaces;

  /** Those of these workspaces, in this database. */
  public ImportQueue(Mongo mongo, Vault vault, Supplier<List<WorkspaceId>> workspaces) {
    this.jobs = new ImportJobs(mongo, vault);
    this.held = new HeldImports(mongo, vault);
    this.workspaces = workspaces;
  }

  @Override
  public String kind() {
    return "imports";
  }

  @Override
  public Counts counts(Instant now) {
    return jobs.counts(now);
  }

  @Override
  public List<FailedJob> failed() {
    return held().stream()
        .map(
            one ->
                new FailedJob(
                    kind(),
                    one.id(),
                    one.workspace().value(),
                    one.tries(),
                    one.asked(),
                    Optional.empty(),
                    true,
                    one.why()))
        .toList();
  }

  private List<HeldImports.Held> held() {
    return workspaces.get().stream().flatMap(w -> held.of(w).stream()).limit(LIMIT).toList();
  }

  @Override
  public boolean redrive(FailedJob job, Instant now) {
    return change(job, now, held::again);
  }

  @Override
  public boolean discard(FailedJob job, Instant now) {
    return change(job, now, held::drop);
  }

  private boolean change(
      FailedJob job, Instant now, BiPredicate<HeldImports.Held, Instant> change) {
    return held.of(new WorkspaceId(job.workspace())).stream()
        .filter(one -> one.id().equals(job.id()))
        .anyMatch(one -> change.test(one, now));
  }
}
