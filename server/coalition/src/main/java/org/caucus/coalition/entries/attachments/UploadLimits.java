package org.caucus.coalition.entries.attachments;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.entries.Post;
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
          "A file has at most "
              + Upload.MAX_BYTES / MIB
              + " MiB; this one has "
              + Math.ceilDiv(size, MIB)
              + ".");
    }
    if (own.size() >= WAITING_FILES || bytes(own) + size > WAITING_BYTES) {
      throw Refusal.tooLarge(
          "size",
          "At most "
              + WAITING_FILES
              + " files, of "
              + WAITING_BYTES / MIB
              + " MiB together, wait for you to send them. Send or remove some; what is not sent is"
              + " gone after "
              + Upload.USABLE.toHours()
              + " hours.");
    }
    if (state.takenBytes(seat) + bytes(own) + size > Post.MAX_WORKSPACE_BYTES) {
      throw Refusal.tooLarge(
          "size",
          "The files of a workspace have at most "
              + Post.MAX_WORKSPACE_BYTES / MIB
              + " MiB together, and this would be more. Tell a convenor.");
    }
    refuse(files.count(seat.value()), "At most " + FILES_PER_SEAT + " files an hour are begun.");
  }

  /** Whether one more archive may be begun beside those that wait. */
  void beginArchive(SeatId seat, long size, List<Upload> waiting) {
    if (size > Upload.MAX_ARCHIVE_BYTES) {
      throw Refusal.tooLarge(
          "size",
          "An archive that comes by the browser has at most "
              + Upload.MAX_ARCHIVE_BYTES / MIB
              + " MiB; this one has "
              + Math.ceilDiv(size, MIB)
              + ". Pack it with gzip, divide it, or have it brought in on the server: caucus"
              + " archive import.");
    }
    long own = waiting.stream().filter(u -> u.seat().equals(seat)).count();
    if (own >= WAITING_ARCHIVES) {
      throw Refusal.conflict(
          "At most "
              + WAITING_ARCHIVES
              + " archives of yours wait at once. Bring one in, or take it back.");
    }
    refuse(files.count(seat.value()), "At most " + FILES_PER_SEAT + " files an hour are begun.");
  }

  /** Counts a piece of an archive. */
  void archivePiece(SeatId seat) {
    refuse(
        archives.count(seat.value()),
        "At most " + ARCHIVE_PIECES + " MiB of archives an hour are taken from one seat.");
  }

  /** Counts a piece. */
  void piece(WorkspaceId workspace, String organisation, SeatId seat) {
    refuse(
        pieces.count(seat.value()),
        "At most " + PIECES_PER_SEAT + " MiB of files an hour are taken from one seat.");
    refuse(
        organisations.count(workspace + " " + organisation),
        "At most "
            + PIECES_PER_ORGANISATION
            + " MiB of files an hour are taken from one organisation.");
  }

  private static long bytes(List<Upload> uploads) {
    return uploads.stream().mapToLong(Upload::size).sum();
  }

  private static void refuse(long wait, String limit) {
    if (wait > 0) {
      throw new RateLimited(wait, limit);
    }
  }
}
