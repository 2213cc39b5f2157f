package org.caucus.coalition.entries.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.antivirus.Scanner;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.workspace.Rooms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no entry took goes; what one took stays, whatever happens meanwhile. */
class UploadGcTest {
  private static final Instant BEGAN = Instant.parse("2026-06-01T09:00:00Z");
  private static final byte[] MEMO = "%PDF-1.7 memo to the agency".getBytes(UTF_8);

  @TempDir Path directory;
  private final AtomicReference<Instant> time = new AtomicReference<>(BEGAN);
  private final InstantSource clock = time::get;
  private final Set<String> inbox = new HashSet<>();
  private Installation caucus;
  private Vertx vertx;
  private Rooms rooms;
  private Blobs blobs;
  private Uploads uploads;
  private UploadGc sweeping;
  private WorkspaceId workspace;
  private SeatId amina;
  private volatile boolean ours = true;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    vertx = Vertx.vertx();
    blobs = new Blobs(caucus.mongo(), caucus.vault());
    rooms = new Rooms(caucus.log(), clock, caucus.ownBell(vertx));
    uploads = new Uploads(caucus.mongo(), caucus.vault(), blobs, Scanner.NONE, clock);
    sweeping = sweeping();
    workspace = caucus.workspace();
    rooms
        .submit(
            workspace,
            null,
            new MemberCommand.OpenWorkspace(
                "cop", "Code of Practice", "rights", "Rights Now", "person-amina", "Amina"),
            null)
        .await();
    amina = rooms.read(workspace).await().members().seatOf("person-amina").orElseThrow().id();
    rooms
        .submit(
            workspace,
            amina,
            new IssueCommand.OpenTracker(
                "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()),
            null)
        .await();
  }

  @AfterEach
  void close() {
    rooms.close();
    vertx.close().await();
    caucus.close();
  }

  private UploadGc sweeping() {
    return new UploadGc(
        caucus.log(),
        rooms,
        uploads,
        new UnreferencedBlobs(
            blobs,
            caucus.log(),
            uploads,
            () -> Set.copyOf(inbox),
            (workspace, record, now) -> false),
        clock,
        () -> Future.succeededFuture(ours));
  }

  private Upload sent(String id) {
    Upload fresh =
        new Upload(
            id,
            amina,
            id + ".pdf",
            "",
            MEMO.length,
            BlobId.random().value(),
            clock.instant().plus(Upload.USABLE),
            List.of(),
            false);
    uploads.begin(workspace, fresh);
    return uploads.take(workspace, amina, id, 0, MEMO);
  }

  private void attach(String... ids) {
    Post post =
        Post.web("The memo.", null, null).with(uploads.files(workspace, amina, List.of(ids)));
    String issue = rooms.submit(workspace, amina, issue(""), null).await().thing();
    rooms.submit(workspace, amina, new IssueCommand.CommentIssue(issue, post), null).await();
  }

  private static IssueCommand.OpenIssue issue(String text) {
    return new IssueCommand.OpenIssue("COP", "24 h", text, "", List.of(), null, null, null);
  }

  private void sweepAfter(Duration passed) {
    time.updateAndGet(t -> t.plus(passed));
    sweeping.now();
  }

  /** What a record names stays, also where long ones stand before it. */
  @Test
  void whatIsNamedAfterMuchTextStays() {
    Upload memo = sent("memo");
    for (int i = 0; i < 60; i++) {
      rooms.submit(workspace, amina, issue("ⵣ".repeat(95_000)), null).await();
    }
    attach("memo");
    uploads.forget(workspace, memo);

    sweepAfter(Duration.ofDays(3));
    sweepAfter(Duration.ofDays(3));

    assertThat(isHere(memo.blob())).isTrue();
  }

  private boolean isHere(String blob) {
    return blobs.all(workspace).await().contains(blob);
  }

  @Test
  void aNodeWhoseTurnItIsNotLeavesAllAsItIs() {
    Upload left = sent("left");
    ours = false;
    sweepAfter(Duration.ofHours(25));
    assertThat(isHere(left.blob())).isTrue();

    ours = true;
    sweeping.now();
    assertThat(isHere(left.blob())).isFalse();
  }

  @Test
  void whatNoEntryTookInADayGoesAndWhatOneTookStays() {
    Upload left = sent("left");
    Upload taken = sent("taken");
    attach("taken");

    sweepAfter(Duration.ofHours(24));
    assertThat(isHere(left.blob())).isTrue(); // a command that named it may still be under way
    assertThatThrownBy(() -> uploads.files(workspace, amina, List.of("left")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("24 hours");

    sweepAfter(Duration.ofHours(1));
    assertThat(isHere(left.blob())).isFalse();
    assertThat(blobs.piece(workspace, new BlobId(taken.blob()), 0, true).await()).isEqualTo(MEMO);
    assertThat(uploads.all(workspace)).isEmpty();
  }

  @Test
  void whatWasTakenBackGoesAnHourLaterUnlessAnEntryTookItAtThatMoment() {
    Upload back = sent("back");
    Upload both = sent("both");
    var files = uploads.files(workspace, amina, List.of("both"));
    uploads.remove(workspace, amina, "back");
    uploads.remove(workspace, amina, "both");
    rooms
        .submit(
            workspace,
            amina,
            new IssueCommand.OpenIssue(
                "COP", "x", "", "", List.of(), null, null, null, files, null, false),
            null)
        .await();

    sweepAfter(Duration.ofHours(1));

    assertThat(isHere(back.blob())).isFalse();
    assertThat(isHere(both.blob())).isTrue();
  }

  @Test
  void bytesThatACrashLeftWithoutARecordGoOnceTheyAreOldAndNothingNamesThem() {
    String orphan = blobs.put(workspace, MEMO).await().value();
    String arriving = blobs.put(workspace, MEMO).await().value();
    inbox.add(arriving);
    Upload waiting = sent("waiting");
    Upload taken = sent("taken");
    attach("taken");

    sweeping.now();
    sweepAfter(Duration.ofHours(23));
    assertThat(isHere(orphan)).isTrue();

    sweepAfter(Duration.ofHours(1));
    assertThat(isHere(orphan)).isFalse();
    assertThat(isHere(arriving)).isTrue();
    assertThat(isHere(waiting.blob())).isTrue();
    assertThat(isHere(taken.blob())).isTrue();

    // by and by nothing but the log names what was taken
    for (int day = 0; day < 4; day++) {
      sweepAfter(Duration.ofHours(25));
    }
    assertThat(blobs.all(workspace).await()).containsExactlyInAnyOrder(taken.blob(), arriving);
  }

  @Test
  void aServerThatJustStartedDeletesNoOrphanAtItsFirstLook() {
    String orphan = blobs.put(workspace, MEMO).await().value();

    sweeping.now();
    sweeping = sweeping();
    sweepAfter(Duration.ofDays(3));

    assertThat(isHere(orphan)).isTrue();
  }

  @Test
  void aPieceThatWasKeptButNotNotedIsTakenAgain() {
    Upload fresh =
        new Upload(
            "half",
            amina,
            "half.pdf",
            "",
            MEMO.length,
            BlobId.random().value(),
            clock.instant().plus(Upload.USABLE),
            List.of(),
            false);
    uploads.begin(workspace, fresh);
    // as a server leaves it that is killed between the two writes
    blobs.putPiece(workspace, new Blobs.Chunk(new BlobId(fresh.blob()), 0, true, MEMO)).await();

    assertThat(uploads.take(workspace, amina, "half", 0, MEMO).isWhole()).isTrue();
  }
}
