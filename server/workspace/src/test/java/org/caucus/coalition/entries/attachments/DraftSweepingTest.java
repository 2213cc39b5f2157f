package org.caucus.coalition.entries.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.SeatPicture;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.coalition.updates.drafts.Draft;
import org.caucus.coalition.updates.drafts.DraftCommand;
import org.caucus.kernel.Command;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.antivirus.Scanner;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.scheduled.SupersededDrafts;
import org.caucus.workspace.scheduled.SupersededPictures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file stays as long as a draft has it, and then as long as the update; else it goes. */
class DraftSweepingTest {
  private static final byte[] REPORT = "%PDF-1.7 appeals by month".getBytes(UTF_8);

  @TempDir Path directory;
  private final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-06-01T09:00:00Z"));
  private final InstantSource clock = time::get;
  private Installation caucus;
  private Vertx vertx;
  private Rooms rooms;
  private Blobs blobs;
  private Uploads uploads;
  private UploadGc sweeping;
  private WorkspaceId workspace;
  private SeatId dara;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    workspace = caucus.workspace();
    start();
    does(
        null,
        new MemberCommand.OpenWorkspace(
            "cop", "Code of Practice", "rights", "Rights Now", "person-amina", "Amina"));
    SeatId amina = seat("person-amina");
    does(
        amina,
        new MemberCommand.AddOrganisation("chirp", "Chirp", Side.COMPANY, MemberEvent.History.ALL));
    String invitation =
        does(amina, new MemberCommand.Invite("dara@x.example", "Dara", "chirp", Role.LIAISON));
    does(null, new MemberCommand.AcceptInvitation(invitation, "person-dara", "Dara"));
    dara = seat("person-dara");
  }

  private void start() {
    vertx = Vertx.vertx();
    blobs = new Blobs(caucus.mongo(), caucus.vault());
    rooms = new Rooms(caucus.log(), clock, caucus.ownBell(vertx));
    uploads = new Uploads(caucus.mongo(), caucus.vault(), blobs, Scanner.NONE, clock);
    var orphans =
        new UnreferencedBlobs(
            blobs,
            caucus.log(),
            uploads,
            Set::of,
            UnreferencedBlobs.Over.any(
                new SupersededDrafts(rooms)::isOver, new SupersededPictures(rooms)::isOver));
    sweeping =
        new UploadGc(
            caucus.log(), rooms, uploads, orphans, clock, () -> Future.succeededFuture(true));
  }

  private void stop() {
    rooms.close();
    vertx.close().await();
  }

  @AfterEach
  void close() {
    stop();
    caucus.close();
  }

  private SeatId seat(String person) {
    return rooms.read(workspace).await().members().seatOf(person).orElseThrow().id();
  }

  private String does(@Nullable SeatId seat, Command command) {
    return rooms.submit(workspace, seat, command, null).await().thing();
  }

  private Upload sent(String id) {
    Instant until = clock.instant().plus(Upload.USABLE);
    String blob = BlobId.random().value();
    uploads.begin(
        workspace,
        new Upload(id, dara, id + ".pdf", "", REPORT.length, blob, until, List.of(), false));
    return uploads.take(workspace, dara, id, 0, REPORT);
  }

  private UpdateCommand.PostUpdate saying(String... ids) {
    return new UpdateCommand.PostUpdate(
        null,
        Update.Kind.STATUS,
        Update.Stage.NOTED,
        "Appeals",
        "Within 48 hours.",
        Update.Attribution.ON_RECORD,
        null,
        null,
        uploads.files(workspace, dara, List.of(ids)),
        UpdateReferences.none());
  }

  private String drafts(String... ids) {
    does(dara, new UpdateCommand.DraftUpdate(saying(ids), null));
    return rooms.read(workspace).await().updates().drafts().byId().values().stream()
        .filter(Draft::isOpen)
        .map(Draft::id)
        .findFirst()
        .orElseThrow();
  }

  /** Days pass, and the server starts anew in between: what it remembers is in the log. */
  private void daysPass() {
    for (int day = 0; day < 4; day++) {
      time.updateAndGet(t -> t.plus(Duration.ofHours(26)));
      sweeping.now();
    }
    stop();
    start();
  }

  private boolean isHere(Upload file) {
    return blobs.all(workspace).await().contains(file.blob());
  }

  @Test
  void whatADraftHasStaysAndIsTheUpdatesThen() {
    Upload report = sent("report");
    String draft = drafts("report");

    daysPass();
    assertThat(isHere(report)).isTrue();
    assertThat(uploads.all(workspace)).isEmpty();

    does(dara, new DraftCommand.ConfirmDraft(draft));
    daysPass();
    assertThat(isHere(report)).isTrue();
    assertThat(rooms.read(workspace).await().entries().isAttached(report.blob())).isTrue();
  }

  private String shown(int of) {
    String blob = blobs.put(workspace, new byte[] {(byte) of}).await().value();
    SeatPicture picture = new SeatPicture(blob, "image/png", 1, "%020x".formatted(of));
    does(dara, new MemberCommand.ShowSelf(picture));
    return blob;
  }

  @Test
  void aPictureGoesWhenAnotherIsShownOrNone() {
    String before = shown(1);
    daysPass();
    assertThat(blobs.all(workspace).await()).contains(before);

    String now = shown(2);
    daysPass();
    assertThat(blobs.all(workspace).await()).containsOnly(now);

    does(dara, new MemberCommand.ShowSelf(null));
    daysPass();
    assertThat(blobs.all(workspace).await()).isEmpty();
  }

  @Test
  void whatWasTakenOutGoesAndWhatIsLeftStays() {
    Upload report = sent("report");
    String draft = drafts("report");
    daysPass(); // nothing but the log names it now
    Upload table = sent("table");
    does(dara, new UpdateCommand.ReviseDraft(draft, 1, saying("table"), null, List.of()));

    daysPass();
    daysPass();

    assertThat(isHere(report)).isFalse();
    assertThat(isHere(table)).isTrue();
  }

  @Test
  void whatWasDiscardedGoesAsWhatNobodyTook() {
    Upload soon = sent("soon");
    does(dara, new DraftCommand.DiscardDraft(drafts("soon")));
    time.updateAndGet(t -> t.plus(Duration.ofHours(25)));
    sweeping.now();
    assertThat(isHere(soon)).isFalse();

    Upload late = sent("late");
    String draft = drafts("late");
    daysPass();
    assertThat(isHere(late)).isTrue();
    does(dara, new DraftCommand.DiscardDraft(draft));
    daysPass();
    daysPass();
    assertThat(isHere(late)).isFalse();
  }
}
