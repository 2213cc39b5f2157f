package org.caucus.operator.migration.lists.jobs;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.operator.migration.lists.ImportOutcome;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobQueue;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.store.Mongo;

/**
 * Archives that are brought in, and what became of each of their letters, under the key of their
 * workspace; and when each is to be looked at. Waits; for virtual threads.
 */
public final class ImportJobs {
  /** Imports that a seat still finds when they are over; earlier ones are forgotten. */
  static final int KEPT_OF_SEAT = 20;

  /** Letters of one page of a report. */
  static final int PAGE_LETTERS = 500;

  private static final int READ_AT_ONCE = 200;

  private final Mongo mongo;
  private final Vault vault;
  private final JobSchedule dues;

  /** Those in this database. */
  public ImportJobs(Mongo mongo, Vault vault) {
    this.mongo = mongo;
    this.vault = vault;
    this.dues = new JobSchedule(mongo, vault, "import-dues", "import");
  }

  private SealedCollection jobs(WorkspaceId workspace) {
    return new SealedCollection(mongo.documents("imports"), vault, workspace);
  }

  private SealedCollection letters(WorkspaceId workspace) {
    return new SealedCollection(mongo.documents("import-letters"), vault, workspace);
  }

  private static String id(WorkspaceId workspace, String job) {
    return workspace.value() + "/" + job;
  }

  /** The id of what a seat asks for under a key; nobody else comes to the same. */
  String idOf(WorkspaceId workspace, SeatId seat, String key) {
    return vault.blindIndex("import", workspace + " " + seat + " " + key).substring(0, 26);
  }

  /** Notes it, to be done from then on; the one of this id that was noted before, if there is. */
  ImportJob begin(WorkspaceId workspace, ImportJob fresh) {
    JobSchedule.Due due = new JobSchedule.Due(workspace, fresh.id());
    // first, and for later, so that one is also begun whose server stops below this line
    dues.note(due, fresh.asked().plus(ImportWorker.PERIOD), 0).await();
    if (!jobs(workspace).insertIfAbsent(id(workspace, fresh.id()), fresh.write()).await()) {
      return find(workspace, fresh.id()).orElse(fresh);
    }
    dues.note(due, fresh.asked(), 0).await();
    forgetEarlier(workspace, fresh.by());
    return fresh;
  }

  Optional<ImportJob> find(WorkspaceId workspace, String job) {
    return jobs(workspace).find(id(workspace, job)).await().map(e -> ImportJob.read(e.plain()));
  }

  void put(WorkspaceId workspace, ImportJob job) {
    jobs(workspace).put(id(workspace, job.id()), job.write()).await();
  }

  /** All of a workspace, the newest first. */
  List<ImportJob> all(WorkspaceId workspace) {
    List<ImportJob> all = new ArrayList<>();
    range(jobs(workspace), workspace.value() + "/")
        .forEach(e -> all.add(ImportJob.read(e.plain())));
    all.sort(Comparator.comparing(ImportJob::asked).reversed());
    return all;
  }

  private static List<SealedCollection.Entry> range(SealedCollection in, String prefix) {
    List<SealedCollection.Entry> all = new ArrayList<>();
    String after = prefix;
    List<SealedCollection.Entry> page;
    do {
      page = in.range(after, prefix + "~", READ_AT_ONCE).await();
      all.addAll(page);
      after = page.isEmpty() ? after : page.getLast().id();
    } while (page.size() == READ_AT_ONCE);
    return all;
  }

  private void forgetEarlier(WorkspaceId workspace, SeatId by) {
    all(workspace).stream()
        .filter(job -> job.by().equals(by) && job.isOver())
        .skip(KEPT_OF_SEAT)
        .forEach(job -> forget(workspace, job));
  }

  private void forget(WorkspaceId workspace, ImportJob job) {
    SealedCollection letters = letters(workspace);
    range(letters, id(workspace, job.id()) + "/").forEach(e -> letters.delete(e.id()).await());
    jobs(workspace).delete(id(workspace, job.id())).await();
  }

  /** Has it looked at now. */
  void due(WorkspaceId workspace, String job, Instant now) {
    dues.note(new JobSchedule.Due(workspace, job), now, 0).await();
  }

  // ---- what is to be looked at

  /** What is due, each to be looked at again a while later, unless it is over by then. */
  List<JobSchedule.Due> due(Instant now, Instant again, int limit) {
    List<Job<JobSchedule.Note>> due = dues.due(now, limit).await();
    due.forEach(job -> dues.settle(job, again, 0).await());
    return due.stream().map(job -> job.what().due()).toList();
  }

  /** How many are not over. */
  JobQueue.Counts counts(Instant now) {
    return dues.jobs().counts(now);
  }

  void over(WorkspaceId workspace, String job) {
    dues.forget(new JobSchedule.Due(workspace, job)).await();
  }

  // ---- the letters of one

  /** Keeps what became of each letter; those that are not here as they were also apart. */
  void keep(WorkspaceId workspace, String job, List<ImportOutcome> fates) {
    pages(workspace, id(workspace, job) + "/all/", fates.iterator());
    pages(
        workspace,
        id(workspace, job) + "/bad/",
        fates.stream().filter(ImportOutcome::isAmiss).iterator());
  }

  /** One page after the other: of many letters no more is in memory. */
  private void pages(WorkspaceId workspace, String prefix, Iterator<ImportOutcome> fates) {
    for (int page = 0; fates.hasNext(); page++) {
      JsonArray lines = new JsonArray();
      while (fates.hasNext() && lines.size() < PAGE_LETTERS) {
        lines.add(line(fates.next()));
      }
      letters(workspace).put(prefix + number(page), lines.toBuffer().getBytes()).await();
    }
  }

  private static String number(int page) {
    return String.format(Locale.ROOT, "%06d", page);
  }

  private static JsonObject line(ImportOutcome fate) {
    JsonObject line = new JsonObject().put("number", fate.number()).put("end", fate.what().name());
    if (fate.messageId() != null) {
      line.put("messageId", fate.messageId());
    }
    if (fate.entry() != null) {
      line.put("entry", fate.entry());
    }
    return fate.why().isEmpty() ? line : line.put("why", fate.why());
  }

  /** A page of what became of the letters; empty if there is none of that number. */
  JsonArray letters(WorkspaceId workspace, String job, boolean bad, int page) {
    String id = id(workspace, job) + (bad ? "/bad/" : "/all/") + number(page);
    return letters(workspace)
        .find(id)
        .await()
        .map(e -> new JsonArray(Buffer.buffer(e.plain())))
        .orElseGet(JsonArray::new);
  }
}
