package org.caucus.operator.migration.lists.jobs;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.caucus.coalition.entries.attachments.UploadedArchive;
import org.caucus.coalition.entries.attachments.Uploads;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Loading;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.mailbox.LetterArchive;
import org.caucus.operator.migration.lists.ImportOutcome;
import org.caucus.operator.migration.lists.ListArchiveImport;
import org.caucus.platform.antivirus.Scanner;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.cluster.leases.Lease;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.jobs.JobBackoff;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.platform.store.DatabaseException;
import org.caucus.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings in what was asked for: one archive of a workspace at a time, a few at once on a node. What
 * a node was at that was stopped goes on elsewhere, or here when it is back; letters that are here
 * already are passed over then. What a node was at that died waits for the operator ({@link
 * HeldImports}): it may be what killed the node, and would do so again.
 */
public final class ImportWorker implements AutoCloseable {
  /** Time between two looks; so long waits what another node left. */
  public static final Duration PERIOD = Duration.ofSeconds(15);

  /** Imports at once on one node. */
  static final int AT_ONCE = 2;

  /** Letters of one archive that comes by the browser, at most; their headers are in memory. */
  static final int MAX_LETTERS = 200_000;

  /** After so many beginnings it waits for the operator. */
  static final int MAX_TRIES = 10;

  /** What is said of one that waits for the operator. */
  static final String ENDED =
      "the server stopped during the import; the server operator can restart the import";

  /** How long a server that stops waits for imports to put down their work. */
  private static final Duration STOPPING = Duration.ofSeconds(5);

  private static final int DUE_AT_ONCE = 100;
  private static final Duration TELLING = Duration.ofMillis(400);
  private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

  private final ImportJobs jobs;
  private final Uploads uploads;
  private final CommandBus<Workspace> floor;
  private final Blobs blobs;
  private final Scanner scanner;
  private final Leases leases;
  private final String domain;
  private final InstantSource clock;
  private final Set<WorkspaceId> busy = ConcurrentHashMap.newKeySet();
  private final Semaphore hands = new Semaphore(AT_ONCE);

  /** What this process was at itself: it lives, so this has not ended it. */
  private final Set<String> begunHere = ConcurrentHashMap.newKeySet();

  private volatile boolean stopping;

  /**
   * Work on these jobs.
   *
   * @param scanner looks at each letter before it is kept
   * @param domain the mail domain of this installation
   */
  public ImportWorker(
      ImportJobs jobs,
      Uploads uploads,
      CommandBus<Workspace> floor,
      Blobs blobs,
      Scanner scanner,
      Leases leases,
      String domain,
      InstantSource clock) {
    this.jobs = jobs;
    this.uploads = uploads;
    this.floor = floor;
    this.blobs = blobs;
    this.scanner = scanner;
    this.leases = leases;
    this.domain = domain;
    this.clock = clock;
  }

  /** The clock that has it done. */
  public JobScheduler clock() {
    return new JobScheduler("imports", PERIOD, this::look, clock);
  }

  /** Has what is due begun; whatever there is no hand for is due again. */
  void look(Instant now) {
    for (JobSchedule.Due due : jobs.due(now, now.plus(PERIOD), DUE_AT_ONCE)) {
      Thread.startVirtualThread(() -> inTurn(due.workspace(), due.thing()));
    }
  }

  /** Begins it if nothing of its workspace is under way, here or on another node. */
  void inTurn(WorkspaceId workspace, String job) {
    if (stopping || !hands.tryAcquire()) {
      return;
    }
    try {
      if (busy.add(workspace)) {
        try {
          leased(workspace, job);
        } finally {
          busy.remove(workspace);
        }
      }
    } catch (DatabaseException | LogException | Loading e) {
      LOG.warn("an import waits: {}", e.getClass().getSimpleName());
    } catch (Elsewhere e) {
      LOG.warn("an import goes on at another node, for this one was silent for too long");
    } catch (Stopping e) {
      LOG.info("an import goes on when the server is back");
    } catch (Exception e) {
      LOG.error("an import is begun again soon", e);
    } finally {
      hands.release();
    }
  }

  private void leased(WorkspaceId workspace, String job) {
    Optional<Lease> lease = leases.take("import." + workspace.value()).await();
    if (lease.isPresent()) {
      Turn turn = new Turn(lease.get());
      jobs.find(workspace, job)
          .ifPresentOrElse(found -> one(workspace, found, turn), () -> jobs.over(workspace, job));
      leases.putDown(turn.lease, 0).await();
    }
  }

  /** Another node has gone on with it, while this one slept. */
  static final class Elsewhere extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** This server is being stopped. */
  static final class Stopping extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Has imports put down at their next letter, so that they go on when a server is back. */
  @Override
  public void close() {
    stopping = true;
    try {
      if (!hands.tryAcquire(AT_ONCE, STOPPING.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("an import could not be put down: it waits for the operator");
      }
    } catch (InterruptedException e) {
      LOG.warn("the thread that stops the server was interrupted, which nothing here does");
    }
  }

  boolean isStopping() {
    return stopping;
  }

  /** The right to say how an import goes, as long as no other node took it. */
  private final class Turn {
    private Lease lease;

    Turn(Lease lease) {
      this.lease = lease;
    }

    void keep() {
      lease = leases.keep(lease, 0).await().orElseThrow(Elsewhere::new);
    }
  }

  private void one(WorkspaceId workspace, ImportJob job, Turn turn) {
    ImportJob now = isOrphan(job) ? job.with(job.course().held(ENDED)) : job;
    if (isToDo(now)) {
      ImportJob begun = job.again();
      jobs.put(workspace, begun);
      begunHere.add(job.id());
      try {
        now = ended(workspace, begun, turn);
      } catch (Loading | Stopping e) {
        turn.keep();
        jobs.put(workspace, job); // however long it takes, it is not given up for that
        throw e;
      }
    }
    if (!now.equals(job)) {
      turn.keep();
      jobs.put(workspace, now);
    }
    if (now.course().state() == ImportJob.State.HELD) {
      LOG.error("an import waits for the operator (caucus imports): {}", now.course().why());
    } else {
      uploads.brought(workspace, job.by(), job.upload());
    }
    jobs.over(workspace, job.id());
  }

  /** The process that was at it is gone without a word: it may be this that ended it. */
  private boolean isOrphan(ImportJob job) {
    return job.course().state() == ImportJob.State.RUNNING && !begunHere.contains(job.id());
  }

  private static boolean isToDo(ImportJob job) {
    return job.course().state() == ImportJob.State.WAITING
        || job.course().state() == ImportJob.State.RUNNING;
  }

  /** What fails for good is said. All else, such as a database that is away, is tried again. */
  private ImportJob ended(WorkspaceId workspace, ImportJob job, Turn turn) {
    Progress progress = new Progress(workspace, job, turn);
    try {
      return job.tries() > MAX_TRIES
          ? job.with(
              job.course()
                  .held(
                      "the import was started "
                          + MAX_TRIES
                          + " times without finishing; the server's log says why"))
          : done(workspace, job, progress);
    } catch (Refusal e) {
      return job.with(progress.course.failed(e.why()));
    } catch (IOException e) {
      LOG.info("an import failed: {}", e.getMessage());
      return job.with(progress.course.failed(String.valueOf(e.getMessage())));
    } catch (DatabaseException | LogException e) {
      // it begins again by itself, later and later: nobody waits for the operator of a database
      turn.keep();
      jobs.due(workspace, job.id(), clock.instant().plus(JobBackoff.after(job.tries())));
      jobs.put(workspace, job.with(job.course().waiting()));
      throw e;
    } catch (OutOfMemoryError e) {
      LOG.error("an import found no memory", e);
      return job.with(progress.course.held(ListArchiveImport.NO_MEMORY));
    }
  }

  private ImportJob done(WorkspaceId workspace, ImportJob job, Progress progress)
      throws IOException {
    UploadedArchive archive = uploads.archive(workspace, job.by(), job.upload());
    ListArchiveImport.Order order =
        new ListArchiveImport.Order(
            workspace, job.by(), job.list(), job.audience(), job.quoting(), job.trashed(), domain);
    ScannedArchive box =
        new ScannedArchive(
            scanner, few(LetterArchive.of(() -> archive.open(this::goOn), job.quoting())));
    try (var work = new ListArchiveImport(floor, blobs, clock, order, progress)) {
      try {
        return told(workspace, job, progress.turn, box, work.run(box));
      } catch (ListArchiveImport.NoMemory e) {
        return kept(workspace, job, box, work)
            .with(progress.course.held(String.valueOf(e.getMessage())));
      } catch (Refusal | IOException e) {
        kept(workspace, job, box, work);
        throw e;
      }
    }
  }

  /** What became of the letters of one that stopped: that is said, too. */
  private ImportJob kept(
      WorkspaceId workspace, ImportJob job, ScannedArchive box, ListArchiveImport work) {
    jobs.keep(workspace, job.id(), box.said(work.stopped().fates()));
    return job;
  }

  private ImportJob told(
      WorkspaceId workspace,
      ImportJob job,
      Turn turn,
      ScannedArchive box,
      ListArchiveImport.Report report)
      throws IOException {
    if (report.letters() == 0) {
      throw new IOException(
          report.fates().isEmpty()
              ? "no email found"
              : "no email found, and this was not read: " + report.fates().getFirst().why());
    }
    turn.keep();
    jobs.keep(workspace, job.id(), box.said(report.fates()));
    LOG.info(
        "an archive was brought in: {} letters, {} new, {} ms",
        report.letters(),
        report.count(ImportOutcome.What.IMPORTED),
        report.importMillis());
    int all = report.letters();
    return job.with(
        new ImportJob.Course(
            ImportJob.State.DONE,
            ImportJob.Step.COMPARING,
            all,
            all,
            report.ends(),
            report.threads(),
            ""));
  }

  private void goOn() {
    if (stopping) {
      throw new Stopping();
    }
  }

  private static LetterArchive few(LetterArchive box) {
    return taker -> {
      int[] letters = {0};
      box.each(
          mail -> {
            if (++letters[0] > MAX_LETTERS) {
              throw new IOException(
                  "more than "
                      + MAX_LETTERS
                      + " emails in an archive from the browser; split the archive");
            }
            taker.take(mail);
          });
    };
  }

  /** Writes down how far it is, now and then. */
  private final class Progress implements ListArchiveImport.Progress {
    private final WorkspaceId workspace;
    private final ImportJob job;
    private final Turn turn;
    private long toldNanos = System.nanoTime();
    private volatile ImportJob.Course course;

    Progress(WorkspaceId workspace, ImportJob job, Turn turn) {
      this.turn = turn;
      this.workspace = workspace;
      this.job = job;
      this.course = job.course();
    }

    @Override
    public void waits() {
      goOn();
    }

    @Override
    public void at(String step, int letters, int all) {
      goOn();
      course =
          course.at(
              switch (step.toLowerCase(Locale.ROOT)) {
                case "read" -> ImportJob.Step.READING;
                case "brought in" -> ImportJob.Step.BRINGING;
                default -> ImportJob.Step.COMPARING;
              },
              letters,
              all);
      if (System.nanoTime() - toldNanos > TELLING.toNanos()) {
        toldNanos = System.nanoTime();
        turn.keep();
        jobs.put(workspace, job.with(course));
      }
    }
  }
}
