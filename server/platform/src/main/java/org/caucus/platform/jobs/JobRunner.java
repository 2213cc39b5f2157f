package org.caucus.platform.jobs;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.caucus.platform.eventlog.LogException;

/**
 * Sees to the jobs of one kind that are due, on every node at once: so what it calls must do the
 * same job twice without harm, and move or forget it when it is done. A job that fails is put off
 * and keeps no other from its turn; one whose workspace is gone is forgotten.
 */
public final class JobRunner<J> {
  /** Jobs seen to in one go; the others wait for the next, which follows at once. */
  public static final int AT_ONCE = 200;

  private final JobStore<J> jobs;
  private final Work<J> work;
  private final Runnable afterwards;
  private final boolean abreast;

  /** Does a job. */
  @FunctionalInterface
  public interface Work<J> {
    /** Blocks until it is done, and moved or forgotten; throws if it cannot be done now. */
    void on(Job<J> job, Instant now);
  }

  /**
   * One job after the other.
   *
   * @param afterwards called after each go, such as to wake who sends what was made
   */
  public JobRunner(JobStore<J> jobs, Work<J> work, Runnable afterwards) {
    this(jobs, work, afterwards, false);
  }

  private JobRunner(JobStore<J> jobs, Work<J> work, Runnable afterwards, boolean abreast) {
    this.jobs = jobs;
    this.work = work;
    this.afterwards = afterwards;
    this.abreast = abreast;
  }

  /** The same with all jobs of a go at one time, so that their writes share syncs. */
  public JobRunner<J> abreast() {
    return new JobRunner<>(jobs, work, afterwards, true);
  }

  /**
   * The clock that has them seen to.
   *
   * @param what they are, for the log: {@code digests}
   */
  public JobScheduler every(Duration period, String what, InstantSource clock) {
    return new JobScheduler(what, period, this::look, clock);
  }

  /** Each that is seen to is due later than now, or not at all, so this comes to an end. */
  private void look(Instant now) {
    List<Job<J>> due = jobs.due(now, AT_ONCE).await();
    while (!due.isEmpty()) {
      all(due, job -> see(job, now));
      afterwards.run();
      due = jobs.due(now, AT_ONCE).await();
    }
  }

  private void all(List<Job<J>> due, Consumer<Job<J>> see) {
    if (abreast) {
      Future.join(due.stream().map(job -> apart(() -> see.accept(job))).toList()).await();
    } else {
      due.forEach(see);
    }
  }

  private static Future<Void> apart(Runnable work) {
    Promise<Void> done = Promise.promise();
    Thread.startVirtualThread(
        () -> {
          try {
            work.run();
            done.complete();
          } catch (Exception | Error e) { // anyone who waits must hear of it, whatever it is
            done.fail(e);
          }
        });
    return done.future();
  }

  private void see(Job<J> job, Instant now) {
    try {
      work.on(job, now);
    } catch (LogException.UnknownWorkspace e) {
      boolean unused = jobs.delete(job.id()).await();
    } catch (Exception e) {
      jobs.failed(job, e, now);
    }
  }
}
