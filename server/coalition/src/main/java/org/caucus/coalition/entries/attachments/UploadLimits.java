package org.caucus.coalition.entries.attachments;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.entries.Post;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.ratelimit.RateLimited;
import org.caucus.platform.ratelimit.TokenBuckets;

/**
 * How much may be sent: what waits is counted in the database, how fast it comes per node and in
 * memory. Rates are in pieces, each of a mebibyte at most. Anyone who meets a limit is told by it
 * of nothing that they cannot read (R8): what waits is a seat's own, what is here is what that seat
 * can read, and rates are those of a seat and its organisation.
 */
final class UploadLimits {
  /** Files of one seat that wait for an entry. */
  static final int WAITING_FILES = 30;

  /** Bytes of one seat that wait for an entry. */
  static final long WAITING_BYTES = 150L * 1024 * 1024;

  /** Pieces of one seat within {@link #WINDOW}. */
  static final int PIECES_PER_SEAT = 600;

  /** Pieces of all seats of one organisation within {@link #WINDOW}. */
  static final int PIECES_PER_ORGANISATION = 4_000;

  /** Archives of one seat that are on their way, or wait to be brought in. */
  static final int WAITING_ARCHIVES = 3;

  /** Pieces of archives of one seat within {@link #WINDOW}. */
  static final int ARCHIVE_PIECES = 4_000;

  /** Files that one seat begins within {@link #WINDOW}. */
  static final int FILES_PER_SEAT = 200;

  /** The time those counts are for. */
  static final Duration WINDOW = Duration.ofHours(1);

  private static final long MIB = 1024 * 1024;

  private final TokenBuckets files;
  private final TokenBuckets pieces;
  private final TokenBuckets organisations;
  private final TokenBuckets archives;

  UploadLimits(InstantSource clock) {
    this.files = new TokenBuckets(clock, new TokenBuckets.Limit(FILES_PER_SEAT, WINDOW));
    this.pieces = new TokenBuckets(clock, new TokenBuckets.Limit(PIECES_PER_SEAT, WINDOW));
    this.organisations =
        new TokenBuckets(clock, new TokenBuckets.Limit(PIECES_PER_ORGANISATION, WINDOW));
    this.archives = new TokenBuckets(clock, new TokenBuckets.Limit(ARCHIVE_PIECES, WINDOW));
  }

  /** Whether one more file may be begun beside those that wait. */
  void begin(SeatId seat, long size, List<Upload> all, Entries.Held state) {
    List<Upload> own =
        all.stream().filter(u -> u.seat().equals(seat) && !state.isTaken(u.blob())).toList();
    if (size > Upload.MAX_BYTES) {
      throw Refusal.tooLarge(
          "size",
          Message.of(
              "a-file-has-at-most-mib",
              "limit",
              Upload.MAX_BYTES / MIB,
              "given",
              Math.ceilDiv(size, MIB)));
    }
    if (own.size() >= WAITING_FILES || bytes(own) + size > WAITING_BYTES) {
      throw Refusal.tooLarge(
          "size",
          Message.of(
              "at-most-files-of-mib-together",
              "limit",
              WAITING_FILES,
              "size",
              WAITING_BYTES / MIB,
              "hours",
              Upload.USABLE.toHours()));
    }
    if (state.takenBytes(seat) + bytes(own) + size > Post.MAX_WORKSPACE_BYTES) {
      throw Refusal.tooLarge(
          "size",
          Message.of("the-files-of-a-workspace-have-2", "limit", Post.MAX_WORKSPACE_BYTES / MIB));
    }
    refuse(
        files.count(seat.value()),
        Message.of("at-most-files-an-hour-are", "limit", FILES_PER_SEAT));
  }

  /** Whether one more archive may be begun beside those that wait. */
  void beginArchive(SeatId seat, long size, List<Upload> waiting) {
    if (size > Upload.MAX_ARCHIVE_BYTES) {
      throw Refusal.tooLarge(
          "size",
          Message.of(
              "an-archive-that-comes-by-the",
              "limit",
              Upload.MAX_ARCHIVE_BYTES / MIB,
              "given",
              Math.ceilDiv(size, MIB)));
    }
    long own = waiting.stream().filter(u -> u.seat().equals(seat)).count();
    if (own >= WAITING_ARCHIVES) {
      throw Refusal.conflict(
          Message.of("at-most-archives-of-yours-wait", "limit", WAITING_ARCHIVES));
    }
    refuse(
        files.count(seat.value()),
        Message.of("at-most-files-an-hour-are", "limit", FILES_PER_SEAT));
  }

  /** Counts a piece of an archive. */
  void archivePiece(SeatId seat) {
    refuse(
        archives.count(seat.value()),
        Message.of("at-most-mib-of-archives-an", "limit", ARCHIVE_PIECES));
  }

  /** Counts a piece. */
  void piece(WorkspaceId workspace, String organisation, SeatId seat) {
    refuse(
        pieces.count(seat.value()),
        Message.of("at-most-mib-of-files-an", "limit", PIECES_PER_SEAT));
    refuse(
        organisations.count(workspace + " " + organisation),
        Message.of("at-most-mib-of-files-an-2", "limit", PIECES_PER_ORGANISATION));
  }

  private static long bytes(List<Upload> uploads) {
    return uploads.stream().mapToLong(Upload::size).sum();
  }

  private static void refuse(long wait, Message limit) {
    if (wait > 0) {
      throw new RateLimited(wait, limit);
    }
  }
}
