package org.caucus.coalition.entries.attachments;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.caucus.coalition.entries.Entries;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Message;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.BlobId;

/** {@code /uploads}: announces a file, takes its pieces, says how far it is, takes it back. */
public final class UploadRoutes implements Routes {
  private final CommandBus<? extends Entries.Held> floor;
  private final Uploads uploads;
  private final InstantSource clock;
  private final UploadLimits limits;

  /** Routes on this floor; what comes waits in {@code uploads}. */
  public UploadRoutes(
      CommandBus<? extends Entries.Held> floor, Uploads uploads, InstantSource clock) {
    this.floor = floor;
    this.uploads = uploads;
    this.clock = clock;
    this.limits = new UploadLimits(clock);
  }

  @Override
  public void mount(Operations operations) {
    operations.on("createUpload", this::begin);
    operations.on("uploadPiece", this::piece);
    operations.on("getUpload", this::read);
    operations.on("deleteUpload", this::remove);
  }

  private ApiResponse begin(ApiRequest call) {
    WorkspaceId workspace = call.workspace();
    SeatId seat = call.seat();
    Entries.Held state = floor.read(workspace).await();
    boolean archive = call.body().getBoolean("archive", false);
    mayBegin(state, seat, archive);
    String name = call.body().getString("name");
    long size = call.body().getLong("size");
    IdempotencyKey key = call.key();
    String id = key == null ? RandomIds.random() : uploads.idOf(workspace, seat, key.value());
    List<Upload> all = uploads.all(workspace);
    if (all.stream().noneMatch(u -> u.id().equals(id))) {
      begin(seat, size, archive, usable(all), state);
    }
    Instant until = clock.instant().plus(archive ? Upload.ARCHIVE_USABLE : Upload.USABLE);
    Upload fresh =
        new Upload(id, seat, name, "", size, BlobId.random().value(), until, List.of(), archive);
    Upload upload = uploads.begin(workspace, fresh);
    if (upload.size() != size || upload.archive() != archive) {
      throw IdempotencyKey.usedForAnother();
    }
    return ApiResponse.json(201, upload.show());
  }

  private static void mayBegin(Entries.Held state, SeatId seat, boolean archive) {
    if (archive) {
      state.access().mustConvene(seat);
    } else {
      state.access().mustPost(seat);
    }
  }

  private void begin(
      SeatId seat, long size, boolean archive, List<Upload> all, Entries.Held state) {
    List<Upload> same = all.stream().filter(u -> u.archive() == archive).toList();
    if (archive) {
      limits.beginArchive(seat, size, same);
    } else {
      limits.begin(seat, size, same, state);
    }
  }

  private List<Upload> usable(List<Upload> all) {
    Instant now = clock.instant();
    return all.stream().filter(u -> u.isUsable(now)).toList();
  }

  private ApiResponse piece(ApiRequest call) {
    Entries.Held state = floor.read(call.workspace()).await();
    Upload upload = uploads.find(call.workspace(), call.seat(), call.path("id"));
    mayBegin(state, call.seat(), upload.archive());
    if (upload.archive()) {
      limits.archivePiece(call.seat());
    } else {
      limits.piece(call.workspace(), organisation(state, call.seat()), call.seat());
    }
    int number = Integer.parseInt(call.path("n"));
    byte[] bytes = call.bytes().getBytes();
    return ApiResponse.ok(
        uploads.take(call.workspace(), call.seat(), call.path("id"), number, bytes).show());
  }

  private static String organisation(Entries.Held state, SeatId seat) {
    return state.access().mustPost(seat).organisation();
  }

  private ApiResponse read(ApiRequest call) {
    return ApiResponse.ok(uploads.find(call.workspace(), call.seat(), call.path("id")).show());
  }

  /** What an entry or a draft has taken is theirs, and stays. */
  private ApiResponse remove(ApiRequest call) {
    Upload upload = uploads.find(call.workspace(), call.seat(), call.path("id"));
    if (floor.read(call.workspace()).await().isTaken(upload.blob())) {
      throw Refusal.conflict(Message.of("this-file-hangs-on-an-entry"));
    }
    uploads.remove(call.workspace(), call.seat(), upload.id());
    return ApiResponse.empty(204);
  }
}
