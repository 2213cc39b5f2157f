package org.caucus.coalition.entries.attachments;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.SeatId;
import org.caucus.platform.eventlog.Blobs;

/**
 * A file on its way, or waiting for the entry that takes it.
 *
 * @param seat whose it is: to all others it is not there
 * @param name as declared, until the first piece is there
 * @param type what its first bytes say; empty until then
 * @param size in bytes, as announced
 * @param until when its time is over: it is no longer there, and swept a little later
 * @param pieces a hash of each piece that is here, in order
 * @param archive a list's archive, which an import reads and no entry takes
 */
record Upload(
    String id,
    SeatId seat,
    String name,
    String type,
    long size,
    String blob,
    Instant until,
    List<String> pieces,
    boolean archive) {
  /** Largest file, in bytes. */
  static final long MAX_BYTES = 25L * 1024 * 1024;

  /** Largest archive, in bytes. */
  static final long MAX_ARCHIVE_BYTES = 1024L * 1024 * 1024;

  /** How long a file waits for its entry. */
  static final Duration USABLE = Duration.ofHours(24);

  /** How long an archive waits for the rest of it, or to be brought in. */
  static final Duration ARCHIVE_USABLE = Duration.ofDays(7);

  /**
   * How long after that it is swept: a command that named it in time is in the log by then, on
   * whichever node.
   */
  static final Duration GRACE = Duration.ofHours(1);

  Upload {
    pieces = List.copyOf(pieces);
  }

  int count() {
    return Blobs.pieces(size);
  }

  boolean isWhole() {
    return pieces.size() == count();
  }

  boolean isUsable(Instant now) {
    return now.isBefore(until);
  }

  boolean isLeft(Instant now) {
    return !now.isBefore(until.plus(GRACE));
  }

  /** How long a piece must be, in bytes. */
  int length(int piece) {
    return (int) Math.min(Blobs.CHUNK_BYTES, size - (long) piece * Blobs.CHUNK_BYTES);
  }

  Upload known(FileKinds.Known known) {
    return new Upload(id, seat, known.name(), known.type(), size, blob, until, pieces, archive);
  }

  Upload over(Instant now) {
    return new Upload(id, seat, name, type, size, blob, now, pieces, archive);
  }

  Upload plus(String hash) {
    List<String> more = new ArrayList<>(pieces);
    more.add(hash);
    return new Upload(id, seat, name, type, size, blob, until, more, archive);
  }

  Entry.Attached attached() {
    return new Entry.Attached(blob, name, type, size);
  }

  /** As the API shows it. */
  JsonObject show() {
    return new JsonObject()
        .put("id", id)
        .put("name", name)
        .put("type", type)
        .put("size", size)
        .put("pieceBytes", Blobs.CHUNK_BYTES)
        .put("pieces", count())
        .put("received", pieces.size())
        .put("usableUntil", until.toString())
        .put("archive", archive);
  }

  byte[] write() {
    return new JsonObject()
        .put("id", id)
        .put("seat", seat.value())
        .put("name", name)
        .put("type", type)
        .put("size", size)
        .put("blob", blob)
        .put("until", until.toString())
        .put("pieces", new JsonArray(pieces))
        .put("archive", archive)
        .toBuffer()
        .getBytes();
  }

  /**
   * What {@link #write} wrote.
   *
   * @param entry what it was kept under, which was its id once
   */
  static Upload read(String entry, byte[] plain) {
    JsonObject read = new JsonObject(Buffer.buffer(plain));
    return new Upload(
        read.getString("id", entry),
        new SeatId(read.getString("seat")),
        read.getString("name"),
        read.getString("type"),
        read.getLong("size"),
        read.getString("blob"),
        Instant.parse(read.getString("until")),
        read.getJsonArray("pieces").stream().map(String.class::cast).toList(),
        read.getBoolean("archive", false));
  }
}
