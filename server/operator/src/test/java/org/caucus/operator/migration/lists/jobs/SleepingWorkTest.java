package org.caucus.operator.migration.lists.jobs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.entries.attachments.SentArchives;
import org.caucus.coalition.entries.attachments.Uploads;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.mailbox.LetterArchive;
import org.caucus.operator.migration.lists.ImportOutcome;
import org.caucus.platform.antivirus.Scanner;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.jobs.FailedJob;
import org.caucus.platform.jobs.JobBackoff;
import org.caucus.workspace.Rooms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import whose node slept, died, was stopped or found no memory. */
class SleepingWorkTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Instant LATER = Instant.parse("2126-11-26T12:00:00Z");
  private static final byte[] ARCHIVE =
      """
      From ada@rights.example Tue Jun 14 08:05:09 2022
      From: ada@rights.example
      Message-ID: <1@rights.example>
      Subject: Removal within 24 hours

      Which notices count?

      """
          .getBytes(US_ASCII);

  @TempDir Path directory;
  private Installation caucus;
  private Vertx vertx;
  private Rooms rooms;
  private WorkspaceId workspace;
  private SeatId amina;
  private ImportJobs jobs;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    vertx = Vertx.vertx();
    rooms = new Rooms(caucus.log(), CLOCK, caucus.bell(vertx));
    jobs = new ImportJobs(caucus.mongo(), caucus.vault());
    workspace = caucus.workspace();
    var opening =
        new MemberCommand.OpenWorkspace(
            "cop", "Code of Practice", "rights", "Rights Now", "person-amina", "Amina");
    rooms.submit(workspace, null, opening, null).await();
    amina = rooms.read(workspace).await().members().seatOf("person-amina").orElseThrow().id();
    var talk = new ListCommand.OpenList("talk", "Talk", "", "talk", Audience.everyone());
    rooms.submit(workspace, amina, talk, null).await();
  }

  @AfterEach
  void close() {
    rooms.close();
    vertx.close().await();
    caucus.close();
  }

  private ImportJob job(String upload, ImportJob.Course course) {
    return new ImportJob(
        "job",
        amina,
        "talk",
        Audience.everyone(),
        upload,
        "old.mbox",
        LetterArchive.Kind.MBOXO,
        false,
        Instant.parse("2026-11-26T12:00:00Z"),
        0,
        course);
  }

  @Test
  void whatTheOtherSaidOfItStands() {
    var blobs = new Blobs(caucus.mongo(), caucus.vault());
    var uploads = new Uploads(caucus.mongo(), caucus.vault(), blobs, Scanner.NONE, CLOCK);
    String upload = SentArchives.sent(uploads, workspace, amina, ARCHIVE);
    var over =
        new ImportJob.Course(
            ImportJob.State.DONE,
            ImportJob.Step.COMPARING,
            1,
            1,
            Map.of(ImportOutcome.What.IMPORTED, 1),
            1,
            "");
    jobs.begin(workspace, job(upload, ImportJob.Course.WAITING));
    Scanner sleeping =
        letter -> {
          // meanwhile another node has the lease, and is done
          Leases.outside(caucus.mongo()).begin("import." + workspace, 0).await();
          jobs.put(workspace, job(upload, over));
          uploads.brought(workspace, amina, upload);
          return Scanner.NONE.scan(letter);
        };

    try (Node lagos = Node.among(caucus.mongo())) {
      var leases = new Leases(caucus.mongo(), lagos);
      new ImportWorker(jobs, uploads, rooms, blobs, sleeping, leases, "lists.example", CLOCK)
          .inTurn(workspace, "job");
    }

    assertThat(jobs.find(workspace, "job").orElseThrow().show())
        .isEqualTo(job(upload, over).show());
  }

  private ImportJob.State stateAfterATurn(Uploads uploads, Blobs blobs, Scanner scanner) {
    try (Node lagos = Node.among(caucus.mongo())) {
      var leases = new Leases(caucus.mongo(), lagos);
      new ImportWorker(jobs, uploads, rooms, blobs, scanner, leases, "lists.example", CLOCK)
          .inTurn(workspace, "job");
    }
    return jobs.find(workspace, "job").orElseThrow().course().state();
  }

  @Test
  void whatEndedItsProcessWaitsForTheOperator() {
    var blobs = new Blobs(caucus.mongo(), caucus.vault());
    var uploads = new Uploads(caucus.mongo(), caucus.vault(), blobs, Scanner.NONE, CLOCK);
    String upload = SentArchives.sent(uploads, workspace, amina, ARCHIVE);
    var reading = ImportJob.Course.WAITING.at(ImportJob.Step.READING, 1, 0);
    jobs.begin(workspace, job(upload, reading)); // as a process left it that is not there any more

    assertThat(stateAfterATurn(uploads, blobs, Scanner.NONE)).isEqualTo(ImportJob.State.HELD);
    assertThat(stateAfterATurn(uploads, blobs, Scanner.NONE)).isEqualTo(ImportJob.State.HELD);
    assertThat(jobs.due(LATER, LATER, 1)).as("it is looked at no more").isEmpty();
    var queue =
        new ImportQueue(caucus.mongo(), caucus.vault(), () -> caucus.log().workspaces().await());
    FailedJob one = queue.failed().getFirst();
    assertThat(one.error()).isEqualTo(ImportWorker.ENDED);
    assertThat(one.dead()).isTrue();

    assertThat(queue.redrive(one, CLOCK.instant())).isTrue();
    assertThat(queue.redrive(one, CLOCK.instant())).as("twice").isFalse();
    assertThat(stateAfterATurn(uploads, blobs, Scanner.NONE)).isEqualTo(ImportJob.State.DONE);
    assertThat(rooms.read(workspace).await().entries().byId()).hasSize(1);
  }

  @Test
  void whatTheOperatorDropsIsToldAndLetGo() {
    var blobs = new Blobs(caucus.mongo(), caucus.vault());
    var uploads = new Uploads(caucus.mongo(), caucus.vault(), blobs, Scanner.NONE, CLOCK);
    String upload = SentArchives.sent(uploads, workspace, amina, ARCHIVE);
    jobs.begin(workspace, job(upload, ImportJob.Course.WAITING.held(ImportWorker.ENDED)));
    var held = new HeldImports(caucus.mongo(), caucus.vault());

    assertThat(held.drop(held.of(workspace).getFirst(), CLOCK.instant())).isTrue();
    assertThat(stateAfterATurn(uploads, blobs, Scanner.NONE)).isEqualTo(ImportJob.State.FAILED);
    assertThat(held.of(workspace)).isEmpty();
    assertThatThrownBy(() -> uploads.archive(workspace, amina, upload)).isInstanceOf(Refusal.class);
  }

  @Test
  void aDatabaseThatIsAwayHasItTriedAgainLaterAndLater() {
    var blobs = new Blobs(caucus.mongo(), caucus.vault());
    var uploads = new Uploads(caucus.mongo(), caucus.vault(), blobs, Scanner.NONE, CLOCK);
    String upload = SentArchives.sent(uploads, workspace, amina, ARCHIVE);
    jobs.begin(workspace, job(upload, ImportJob.Course.WAITING));
    Installation gone = Installation.open(directory.resolve("gone"));
    gone.close();
    Scanner away =
        letter -> {
          gone.mongo().documents("letters").count().await();
          return Scanner.NONE.scan(letter);
        };

    for (int tries = 1; tries <= 4; tries++) {
      assertThat(stateAfterATurn(uploads, blobs, away)).isEqualTo(ImportJob.State.WAITING);
      Duration pause = JobBackoff.after(tries);
      Instant now = CLOCK.instant();
      assertThat(isDue(now)).as("at once, after %d", tries).isFalse();
      assertThat(isDue(now.plus(pause))).as("after %s", pause).isTrue();
    }

    assertThat(stateAfterATurn(uploads, blobs, Scanner.NONE)).isEqualTo(ImportJob.State.DONE);
  }

  private boolean isDue(Instant at) {
    return jobs.counts(at).due() > 0;
  }

  @Test
  void whatFindsNoMemoryWaitsForTheOperator() {
    var blobs = new Blobs(caucus.mongo(), caucus.vault());
    var uploads = new Uploads(caucus.mongo(), caucus.vault(), blobs, Scanner.NONE, CLOCK);
    String upload = SentArchives.sent(uploads, workspace, amina, ARCHIVE);
    jobs.begin(workspace, job(upload, ImportJob.Course.WAITING));
    Scanner full =
        letter -> {
          throw new OutOfMemoryError("Java heap space");
        };

    assertThat(stateAfterATurn(uploads, blobs, full)).isEqualTo(ImportJob.State.HELD);
    assertThat(jobs.find(workspace, "job").orElseThrow().course().why()).contains("memory");
  }

  @Test
  void aServerThatIsStoppedGoesOnByItself() {
    var blobs = new Blobs(caucus.mongo(), caucus.vault());
    var uploads = new Uploads(caucus.mongo(), caucus.vault(), blobs, Scanner.NONE, CLOCK);
    String upload = SentArchives.sent(uploads, workspace, amina, ARCHIVE);
    jobs.begin(workspace, job(upload, ImportJob.Course.WAITING));
    try (Node lagos = Node.among(caucus.mongo())) {
      ImportWorker[] work = new ImportWorker[1];
      Scanner stopping =
          letter -> {
            Thread.startVirtualThread(work[0]::close);
            await().until(work[0]::isStopping);
            return Scanner.NONE.scan(letter);
          };
      var leases = new Leases(caucus.mongo(), lagos);
      work[0] =
          new ImportWorker(jobs, uploads, rooms, blobs, stopping, leases, "lists.example", CLOCK);
      work[0].inTurn(workspace, "job");
    }

    assertThat(jobs.find(workspace, "job").orElseThrow().show())
        .isEqualTo(job(upload, ImportJob.Course.WAITING).show());
    assertThat(stateAfterATurn(uploads, blobs, Scanner.NONE)).isEqualTo(ImportJob.State.DONE);
  }
}
