package org.caucus.operator.migration.workspace;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Blobs.Chunk;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.archive.ArchiveException;
import org.caucus.platform.eventlog.archive.ArchiveKey;
import org.caucus.platform.eventlog.archive.ArchivePart.Kind;
import org.caucus.platform.eventlog.archive.ArchiveWriter;
import org.caucus.platform.eventlog.audit.LogTip;
import org.caucus.platform.eventlog.chain.ChainedRecord;
import org.caucus.platform.store.Mongo;
import org.caucus.workspace.CommitCodec;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workspace into one archive, as of the last record there is when it gets there; the
 * server may go on meanwhile. A few records or chunks are in memory at once. Waits; for virtual
 * threads.
 */
public final class WorkspaceExport {
  /** Records in memory at once; each may have megabytes. */
  private static final int PAGE = 8;

  private final EventLog log;
  private final Blobs blobs;
  private final PersonTransfer movers;

  /** Exports from this database. */
  public WorkspaceExport(Mongo mongo, Vault vault, EventLog log, Blobs blobs) {
    this.log = log;
    this.blobs = blobs;
    this.movers = new PersonTransfer(mongo, vault);
  }

  /**
   * Writes the file; it is there when this returns, and not before.
   *
   * @throws ArchiveException the file is there already, or cannot be written
   * @throws LogException the log or a letter is broken: an archive must not look whole
   */
  public ArchiveContents run(
      WorkspaceId workspace, Path file, ArchiveKey key, Instant made, ProgressListener progress) {
    try (var writer = ArchiveWriter.create(file, key, made)) {
      var contents = new Work(workspace, writer, progress).all();
      writer.finish();
      return contents;
    }
  }

  /** One export under way. */
  private final class Work {
    private final WorkspaceId workspace;
    private final ArchiveWriter writer;
    private final ProgressListener progress;
    private final ReferencedRecords roll = new ReferencedRecords();
    private final LetterHashes hashes = new LetterHashes();
    private LogTip tip = LogTip.NONE;
    private long unfinished;

    Work(WorkspaceId workspace, ArchiveWriter writer, ProgressListener progress) {
      this.workspace = workspace;
      this.writer = writer;
      this.progress = progress;
    }

    ArchiveContents all() {
      writer.put(Kind.HEAD, json(new JsonObject().put("workspace", workspace.value())));
      records();
      if (tip.sequence() == 0) {
        throw ArchiveException.unusable(
            workspace + " has no records: there is nothing to export.", null);
      }
      long persons = persons();
      letters();
      var contents =
          new ArchiveContents(
              workspace,
              roll.slug(),
              roll.name(),
              tip,
              persons,
              hashes.count(),
              hashes.bytes(),
              hashes.all(),
              unfinished,
              roll.missing());
      writer.put(Kind.MANIFEST, json(contents.manifest()));
      return contents;
    }

    private long persons() {
      long count = 0;
      for (String id : roll.persons()) {
        var packed = movers.pack(id);
        packed.ifPresent(bytes -> writer.put(Kind.PERSON, bytes));
        count += packed.isPresent() ? 1 : 0;
      }
      return count;
    }

    private void records() {
      EventLog.Page page;
      do {
        page = log.page(workspace, tip.sequence(), tip.hash(), PAGE).await();
        for (var record : page.records()) {
          roll.take(CommitCodec.read(record.sequence(), record.plain()));
          writer.put(Kind.RECORD, new ChainedRecord(tip.hash(), record.plain()).write());
          tip = new LogTip(record.sequence(), record.hash());
        }
        progress.at(tip.sequence(), 0, 0);
      } while (page.more());
    }

    private void letters() {
      @Nullable Chunk last = null;
      var page = blobs.chunks(workspace, null).await();
      while (!page.isEmpty()) {
        for (var chunk : page) {
          letter(last, chunk);
          last = chunk;
        }
        progress.at(tip.sequence(), hashes.count(), hashes.bytes());
        page = blobs.chunks(workspace, last).await();
      }
      giveUp(last);
    }

    private void letter(@Nullable Chunk before, Chunk chunk) {
      int number = 0;
      if (before != null && !before.last() && before.blob().equals(chunk.blob())) {
        number = before.number() + 1;
      } else {
        giveUp(before);
        hashes.begin(chunk.blob().value());
        writer.put(Kind.BLOB, chunk.blob().value().getBytes(US_ASCII));
      }
      if (chunk.number() != number) {
        throw LogException.Unreadable.gap(workspace, chunk.blob());
      }
      hashes.chunk(chunk.bytes());
      writer.put(Kind.CHUNK, chunk.bytes());
      if (chunk.last()) {
        writer.put(Kind.BLOB_END, hashes.end());
        roll.found(chunk.blob().value());
      }
    }

    /** A letter that just stopped was never finished: nobody was told that it is here. */
    private void giveUp(@Nullable Chunk before) {
      if (before != null && !before.last()) {
        writer.put(Kind.BLOB_GIVEN_UP, new byte[0]);
        unfinished++;
      }
    }
  }

  private static byte[] json(JsonObject object) {
    return object.toBuffer().getBytes();
  }
}
