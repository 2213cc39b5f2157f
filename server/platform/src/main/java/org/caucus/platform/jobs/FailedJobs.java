package org.caucus.platform.jobs;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs of one kind that could not be done when they were due. Each is put off, each time for
 * longer, so that it keeps nothing behind it from its turn; and it is noted, sealed, so that the
 * operator finds it. A note holds while its job is due at the time it was put off to: anyone who
 * does the job, or adds it anew, need not know of this.
 */
final class FailedJobs {
  /** Notes read at once. */
  private static final int PAGE = 1_000;

  /** Where the notes are. */
  private static final String COLLECTION = "misses";

  private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);

  private final Vault vault;
  private final String kind;
  private final SealedCollection jobs;
  private final SealedCollection notes;

  /**
   * Those of a kind.
   *
   * @param jobs where they are, under the installation's key
   */
  FailedJobs(Mongo mongo, Vault vault, String kind, SealedCollection jobs) {
    this.vault = vault;
    this.kind = kind;
    this.jobs = jobs;
    this.notes = new SealedCollection(mongo.documents(COLLECTION), vault, WorkspaceId.SYSTEM);
  }

  /** It failed; it is due later. Nothing if somebody else saw to it. Blocks. */
  void failed(String job, String workspace, Exception why, Instant now) {
    Optional<SealedCollection.Entry> found = jobs.find(job).await();
    if (found.isEmpty() || found.get().due().orElse(Long.MAX_VALUE) > now.toEpochMilli()) {
      return; // somebody else saw to it
    }
    FailedJob failed = failed(found.get(), workspace, why.getClass().getSimpleName(), now);
    // asked for together, so that many of them share few syncs
    Future<Void> noted = note(failed);
    Future<Boolean> put = put(found.get(), failed.next().orElseThrow());
    noted.await();
    if (put.await()) {
      say(failed);
    }
  }

  private FailedJob failed(
      SealedCollection.Entry entry, String workspace, String error, Instant now) {
    Optional<FailedJob> before =
        notes
            .find(id(entry.id()))
            .await()
            .map(note -> FailedJob.read(note.plain()))
            .filter(failed -> failed.stands(entry.due()));
    int failures = before.map(FailedJob::failures).orElse(0) + 1;
    Instant due =
        before.map(FailedJob::due).orElse(Instant.ofEpochMilli(entry.due().orElseThrow()));
    Instant next = now.plus(JobBackoff.after(failures));
    return FailedJob.again(kind, entry.id(), workspace, failures, due, next, error);
  }

  private void say(FailedJob failed) {
    if (failed.dead()) {
      LOG.error(
          "{}: one of {} failed {} times, now daily: {}. See: caucus jobs",
          kind,
          failed.workspace(),
          failed.failures(),
          failed.error());
    } else {
      LOG.warn(
          "{}: one of {} waits, failed {} times: {}",
          kind,
          failed.workspace(),
          failed.failures(),
          failed.error());
    }
  }

  /** When each of these that are due now was due at first, by its id. Blocks. */
  Map<String, Instant> firstDue(List<? extends Job<?>> due) {
    Map<String, FailedJob> known =
        notes.findAll(due.stream().map(job -> id(job.id())).toList()).await().stream()
            .map(note -> FailedJob.read(note.plain()))
            .collect(Collectors.toMap(FailedJob::id, failed -> failed));
    return due.stream()
        .collect(
            Collectors.toMap(
                Job::id, job -> firstDue(known.get(job.id()), job.due().orElseThrow())));
  }

  private static Instant firstDue(@Nullable FailedJob failed, Instant due) {
    return failed != null && failed.stands(OptionalLong.of(due.toEpochMilli()))
        ? failed.due()
        : due;
  }

  private String id(String job) {
    return vault.blindIndex("miss", kind + "/" + job);
  }

  private Future<Void> note(FailedJob failed) {
    return notes.put(id(failed.id()), failed.write());
  }

  private Future<Boolean> put(SealedCollection.Entry entry, Instant next) {
    return jobs.replaceIf(
        entry.id(), entry.version(), entry.plain(), OptionalLong.of(next.toEpochMilli()));
  }

  /** Those that still fail, at most so many; notes of others are thrown away. Blocks. */
  List<FailedJob> list(int limit) {
    return notes.pages(PAGE).flatMap(page -> standing(page).stream()).limit(limit).toList();
  }

  /** Notes of all kinds are in one place. */
  private List<FailedJob> standing(List<SealedCollection.Entry> page) {
    Map<String, FailedJob> all = new LinkedHashMap<>();
    for (SealedCollection.Entry note : page) {
      FailedJob one = FailedJob.read(note.plain());
      if (one.kind().equals(kind)) {
        all.put(note.id(), one);
      }
    }
    Map<String, OptionalLong> dues = dues(all.values());
    List<FailedJob> failed = new ArrayList<>();
    all.forEach(
        (note, one) -> {
          if (one.stands(dues.get(one.id()))) {
            failed.add(one);
          } else {
            boolean unused = notes.delete(note).await();
          }
        });
    return failed;
  }

  private Map<String, OptionalLong> dues(Collection<FailedJob> some) {
    return jobs.findAll(some.stream().map(FailedJob::id).toList()).await().stream()
        .collect(Collectors.toMap(SealedCollection.Entry::id, SealedCollection.Entry::due));
  }

  /** The job as it failed; empty if it was done, changed or made anew since. */
  private Optional<SealedCollection.Entry> still(FailedJob failed) {
    return jobs.find(failed.id()).await().filter(job -> failed.stands(job.due()));
  }

  /** It is given up for good; false if it is not there any more as it failed. Blocks. */
  boolean discard(FailedJob failed) {
    return still(failed).filter(job -> jobs.deleteIf(job.id(), job.version()).await()).isPresent();
  }

  /** It is due at once, and its failures are counted on; false if it fails no more. Blocks. */
  boolean redrive(FailedJob failed, Instant now) {
    Optional<SealedCollection.Entry> entry = still(failed);
    if (entry.isEmpty()) {
      return false;
    }
    note(failed.triedAt(now)).await();
    return put(entry.get(), now).await();
  }
}
