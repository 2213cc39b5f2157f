package org.caucus.operator.migration.lists.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/**
 * Archives whose import ended the process, or found no memory, and which wait for the operator.
 * Waits; for virtual threads.
 */
public final class HeldImports {
  private static final String DROPPED = "cancelled by the server operator";

  private final ImportJobs jobs;

  /** Those in this database. */
  public HeldImports(Mongo mongo, Vault vault) {
    this.jobs = new ImportJobs(mongo, vault);
  }

  /**
   * One of them.
   *
   * @param letters with which its last step was done
   * @param tries how often it was begun
   */
  public record Held(
      WorkspaceId workspace,
      String id,
      String list,
      Instant asked,
      int letters,
      int tries,
      String why) {}

  /** All of these workspaces, the newest first. */
  public List<Held> of(WorkspaceId workspace) {
    return jobs.all(workspace).stream()
        .filter(job -> job.course().state() == ImportJob.State.HELD)
        .map(
            job ->
                new Held(
                    workspace,
                    job.id(),
                    job.list(),
                    job.asked(),
                    job.course().letters(),
                    job.tries(),
                    job.course().why()))
        .toList();
  }

  /** Has it begun again by a running server; false if it is not held any more. */
  public boolean again(Held held, Instant now) {
    return put(held, now, ImportJob.Course::waiting);
  }

  /** Gives it up; what was brought in stays. False if it is not held any more. */
  public boolean drop(Held held, Instant now) {
    return put(held, now, course -> course.failed(DROPPED));
  }

  private boolean put(
      Held held, Instant now, java.util.function.UnaryOperator<ImportJob.Course> change) {
    Optional<ImportJob> job =
        jobs.find(held.workspace(), held.id())
            .filter(found -> found.course().state() == ImportJob.State.HELD);
    job.ifPresent(
        found -> {
          jobs.put(held.workspace(), found.with(change.apply(found.course())));
          jobs.due(held.workspace(), held.id(), now);
        });
    return job.isPresent();
  }
}
