package org.caucus.coalition.entries.attachments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.BlobId;

/** Archives as browsers have sent them; for tests elsewhere. */
public final class SentArchives {
  private static final Duration LONG = Duration.ofDays(1);

  private SentArchives() {}

  /** Sends one of a single piece; its id. */
  public static String sent(Uploads uploads, WorkspaceId workspace, SeatId by, byte[] bytes) {
    BlobId blob = BlobId.random();
    var upload =
        new Upload(
            blob.value(),
            by,
            "old.mbox",
            "",
            bytes.length,
            blob.value(),
            Instant.now().plus(LONG),
            List.of(),
            true);
    return uploads.take(workspace, by, uploads.begin(workspace, upload).id(), 0, bytes).id();
  }
}
