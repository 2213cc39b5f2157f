package org.caucus.platform.jobs;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/**
 * The jobs of one kind, sealed; the database sees only when each is due. A job has one id, so it is
 * there once however often it is added; it is replaced by the version it was read at, so of several
 * nodes one wins; and what fails is put off, each time for longer.
 */
public final class JobStore<J> implements JobQueue {
  /** How often a change is tried while others write the same job. */
  private static final int TRIES = 100;

  /** Jobs read at once. */
  private static final int PAGE = 500;

  private final SealedCollection jobs;
  private final FailedJobs failures;
  private final JobType<J> type;

  /** Those in this database. */
  public JobStore(Mongo mongo, Vault vault, JobType<J> type) {
    this.jobs = new SealedCollection(mongo.documents(type.kind()), vault, WorkspaceId.SYSTEM);
    this.failures = new FailedJobs(mongo, vault, type.kind(), jobs);
    this.type = type;
  }

  /** The jobs of a kind as the operator sees them, who need not know what is in them. */
  public static JobQueue queue(Mongo mongo, Vault vault, String kind) {
    return new JobStore<byte[]>(
        mongo, vault, new JobType<>(kind, job -> job, job -> job, job -> ""));
  }

  /** Adds one that is due then; false, and no change, if there is one of this id. */
  public Future<Boolean> add(String id, J job, Instant due) {
    return jobs.insertIfAbsent(id, due.toEpochMilli(), type.write().apply(job));
  }

  /** Adds one that is not due; false, and no change, if there is one of this id. */
  public Future<Boolean> add(String id, J job) {
    return jobs.insertIfAbsent(id, type.write().apply(job));
  }

  private Future<Boolean> add(String id, Job.Next<J> next) {
    return next.due().map(due -> add(id, next.what(), due)).orElseGet(() -> add(id, next.what()));
  }

  /** The job of this id. */
  public Future<Optional<Job<J>>> find(String id) {
    return jobs.find(id).map(found -> found.map(this::job));
  }

  /** Replaces it; false, and no change, if somebody was first. */
  public Future<Boolean> replace(Job<J> was, Job.Next<J> next) {
    OptionalLong due = next.due().stream().mapToLong(Instant::toEpochMilli).findFirst();
    return jobs.replaceIf(was.id(), was.version(), type.write().apply(next.what()), due);
  }

  /**
   * Takes it for this node until then, when it is due for all again; empty if somebody was first.
   *
   * @param is what is kept of it meanwhile
   */
  public Future<Optional<Job<J>>> claim(Job<J> was, J is, Instant until) {
    Job<J> claimed = new Job<>(was.id(), is, was.version() + 1, Optional.of(until));
    return replace(was, claimed.at(until))
        .map(mine -> mine ? Optional.of(claimed) : Optional.empty());
  }

  /**
   * Adds or changes a job as it is at that moment, again if somebody else changes it at once. Fails
   * with {@link Overloaded} if others write it all the time.
   *
   * @param change from what is kept to what shall be; empty to leave it as it is
   * @return the job that the last change began from; empty if there was none
   */
  public Future<Optional<Job<J>>> change(
      String id, Function<Optional<Job<J>>, Optional<Job.Next<J>>> change) {
    return change(id, change, TRIES);
  }

  private Future<Optional<Job<J>>> change(
      String id, Function<Optional<Job<J>>, Optional<Job.Next<J>>> change, int tries) {
    if (tries == 0) {
      return Future.failedFuture(new Overloaded());
    }
    return find(id)
        .compose(
            was ->
                put(id, was, change.apply(was))
                    .compose(
                        done ->
                            done ? Future.succeededFuture(was) : change(id, change, tries - 1)));
  }

  private Future<Boolean> put(String id, Optional<Job<J>> was, Optional<Job.Next<J>> next) {
    if (next.isEmpty()) {
      return Future.succeededFuture(true);
    }
    return was.isPresent() ? replace(was.get(), next.get()) : add(id, next.get());
  }

  /** Forgets it; false if there was none. */
  public Future<Boolean> delete(String id) {
    return jobs.delete(id);
  }

  /** Forgets it; false, and no change, if somebody changed it meanwhile. */
  public Future<Boolean> forget(Job<J> job) {
    return jobs.deleteIf(job.id(), job.version());
  }

  /** Those that are due, the longest due first. */
  public Future<List<Job<J>>> due(Instant now, int limit) {
    return jobs.due(now.toEpochMilli(), limit).map(all -> all.stream().map(this::job).toList());
  }

  /** It could not be done, and is tried again later; nothing if somebody saw to it. Blocks. */
  public void failed(Job<J> job, Exception why, Instant now) {
    failures.failed(job.id(), type.workspace().apply(job.what()), why, now);
  }

  /** When each of these that are due was due at first, however often it failed since. Blocks. */
  public Map<String, Instant> firstDue(List<Job<J>> due) {
    return failures.firstDue(due);
  }

  /** Those that are so, at most so many; reads all. Blocks. */
  public List<Job<J>> select(Predicate<Job<J>> what, int limit) {
    return jobs.pages(PAGE).flatMap(List::stream).map(this::job).filter(what).limit(limit).toList();
  }

  @Override
  public String kind() {
    return type.kind();
  }

  @Override
  public Counts counts(Instant now) {
    return new Counts(jobs.count().await(), due(now, LIMIT).await().size());
  }

  @Override
  public List<FailedJob> failed() {
    return failures.list(LIMIT);
  }

  @Override
  public boolean redrive(FailedJob job, Instant now) {
    return failures.redrive(job, now);
  }

  @Override
  public boolean discard(FailedJob job, Instant now) {
    return failures.discard(job);
  }

  private Job<J> job(SealedCollection.Entry entry) {
    Optional<Instant> due =
        entry.due().isPresent()
            ? Optional.of(Instant.ofEpochMilli(entry.due().getAsLong()))
            : Optional.empty();
    return new Job<>(entry.id(), type.read().apply(entry.plain()), entry.version(), due);
  }
}
