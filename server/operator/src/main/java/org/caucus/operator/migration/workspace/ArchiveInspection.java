package org.caucus.operator.migration.workspace;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs.Chunk;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.archive.ArchivePart;
import org.caucus.platform.eventlog.archive.ArchiveReader;
import org.caucus.platform.eventlog.audit.LogTip;
import org.caucus.platform.eventlog.chain.ChainedRecord;
import org.caucus.workspace.CommitCodec;
import org.jspecify.annotations.Nullable;

/**
 * Reads an archive from its first part to its last, and holds everything to its hashes: the chain
 * of the records, each letter, the manifest. What it has checked it hands on.
 */
final class ArchiveInspection {
  /** Takes what was checked. */
  interface Taker {
    /** For the person who only wants to know that it is right. */
    Taker NOBODY = new Taker() {};

    /** The next record. */
    default void record(LogTip tip, ChainedRecord link) {}

    /** A person. */
    default void person(SealedCollection.Entry person) {}

    /** The next chunk of a letter. */
    default void chunk(Chunk chunk) {}

    /** The letter that this chunk began was never finished. */
    default void giveUp(BlobId blob) {}
  }

  private final ArchiveReader reader;
  private final Taker taker;
  private final ProgressListener progress;
  private final ReferencedRecords roll = new ReferencedRecords();
  private final LetterHashes hashes = new LetterHashes();
  private final Set<String> persons = new HashSet<>();
  private @Nullable WorkspaceId workspace;
  private @Nullable Chunk held;
  private LogTip tip = LogTip.NONE;
  private long unfinished;

  /** What an archive was found to hold. */
  record Found(ArchiveContents contents, ReferencedRecords roll) {}

  private ArchiveInspection(ArchiveReader reader, Taker taker, ProgressListener progress) {
    this.reader = reader;
    this.taker = taker;
    this.progress = progress;
  }

  /** Reads all of it. */
  static Found read(ArchiveReader reader, Taker taker, ProgressListener progress) {
    return new ArchiveInspection(reader, taker, progress).all();
  }

  private Found all() {
    try {
      workspace = new WorkspaceId(json(next(ArchivePart.Kind.HEAD)).getString("workspace", ""));
      var part = next();
      while (part.kind() != ArchivePart.Kind.MANIFEST) {
        take(part);
        part = next();
      }
      var contents = contents();
      var stated = json(part);
      mustBe(stated.equals(contents.manifest()) && held == null && reader.next().isEmpty());
      return new Found(contents, roll);
    } catch (DecodeException | IllegalArgumentException | ClassCastException e) {
      throw reader.damaged(e);
    }
  }

  private ArchiveContents contents() {
    return new ArchiveContents(
        here(),
        roll.slug(),
        roll.name(),
        tip,
        persons.size(),
        hashes.count(),
        hashes.bytes(),
        hashes.all(),
        unfinished,
        roll.missing());
  }

  private void take(ArchivePart part) {
    switch (part.kind()) {
      case RECORD -> record(part.bytes());
      case PERSON -> person(part.bytes());
      case BLOB -> begin(new String(part.bytes(), US_ASCII));
      case CHUNK -> chunk(part.bytes());
      case BLOB_END -> end(part.bytes());
      case BLOB_GIVEN_UP -> giveUp();
      case HEAD, MANIFEST -> throw reader.damaged(null);
    }
    progress.at(tip.sequence(), hashes.count(), hashes.bytes());
  }

  private void record(byte[] bytes) {
    var link = ChainedRecord.read(bytes).orElseThrow(() -> reader.damaged(null));
    mustBe(link.previous().equals(tip.hash()) && persons.isEmpty() && hashes.count() == 0);
    long sequence = tip.sequence() + 1;
    roll.take(CommitCodec.read(sequence, link.payload()));
    tip = new LogTip(sequence, link.hash(here().value(), sequence));
    taker.record(tip, link);
  }

  private void person(byte[] bytes) {
    var person = PersonTransfer.unpack(bytes);
    mustBe(roll.persons().contains(person.id()) && persons.add(person.id()));
    taker.person(person);
  }

  private void begin(String id) {
    mustBe(held == null);
    held = new Chunk(new BlobId(id), -1, false, new byte[0]);
    hashes.begin(id);
  }

  /** A chunk is handed on when it is known whether it is the last. */
  private void chunk(byte[] bytes) {
    var before = held();
    handOn(before, false);
    held = new Chunk(before.blob(), before.number() + 1, false, bytes);
    hashes.chunk(bytes);
  }

  private void handOn(Chunk chunk, boolean last) {
    if (chunk.number() >= 0) {
      taker.chunk(new Chunk(chunk.blob(), chunk.number(), last, chunk.bytes()));
    }
  }

  private void end(byte[] hash) {
    var last = held();
    mustBe(last.number() >= 0 && Arrays.equals(hash, hashes.end()));
    handOn(last, true);
    roll.found(last.blob().value());
    held = null;
  }

  private void giveUp() {
    taker.giveUp(held().blob());
    held = null;
    unfinished++;
  }

  private Chunk held() {
    if (held == null) {
      throw reader.damaged(null);
    }
    return held;
  }

  private WorkspaceId here() {
    if (workspace == null) {
      throw reader.damaged(null);
    }
    return workspace;
  }

  private ArchivePart next(ArchivePart.Kind kind) {
    var part = next();
    mustBe(part.kind() == kind);
    return part;
  }

  private ArchivePart next() {
    return reader.next().orElseThrow(() -> reader.damaged(null));
  }

  private static JsonObject json(ArchivePart part) {
    return new JsonObject(new String(part.bytes(), UTF_8));
  }

  private void mustBe(boolean right) {
    if (!right) {
      throw reader.damaged(null);
    }
  }
}
