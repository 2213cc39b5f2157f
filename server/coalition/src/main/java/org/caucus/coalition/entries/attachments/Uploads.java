package org.caucus.coalition.entries.attachments;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.NewEntries;
import org.caucus.kernel.Loading;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.antivirus.Scanner;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/**
 * Files that no entry has taken, under the key of their workspace. The record is there before the
 * first piece is, so that no piece is ever without one. A record stays after an entry has taken its
 * file: a request that is sent again must find it. Waits; for virtual threads.
 */
public final class Uploads implements NewEntries.Uploaded {
  /** The collection. */
  static final String COLLECTION = "uploads";

  private static final int PAGE = 500;

  /** Two pieces of one file at once, of which one must be looked at again. */
  private static final int TRIES = 4;

  private final Mongo mongo;
  private final Vault vault;
  private final Blobs blobs;
  private final Scanner scanner;
  private final InstantSource clock;

  /**
   * In this database.
   *
   * @param scanner looks at each file once it is whole, before any entry can take it
   */
  public Uploads(Mongo mongo, Vault vault, Blobs blobs, Scanner scanner, InstantSource clock) {
    this.scanner = scanner;
    this.mongo = mongo;
    this.vault = vault;
    this.blobs = blobs;
    this.clock = clock;
  }

  private SealedCollection in(WorkspaceId workspace) {
    return new SealedCollection(mongo.documents(COLLECTION), vault, workspace);
  }

  /** The database is not told what opens a file to its author: only a hash of it. */
  private String id(WorkspaceId workspace, String upload) {
    return place(workspace, vault.blindIndex("upload/entry", workspace + " " + upload));
  }

  private static String place(WorkspaceId workspace, String of) {
    return workspace.value() + "/" + of;
  }

  /** Also one that was announced before ids were hashed; none of them waits longer than a week. */
  private Future<Optional<SealedCollection.Entry>> noted(WorkspaceId workspace, String upload) {
    return in(workspace)
        .find(id(workspace, upload))
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(found)
                    : in(workspace).find(place(workspace, upload)));
  }

  /** The id of what a seat announces under a key; nobody else comes to the same. */
  String idOf(WorkspaceId workspace, SeatId seat, String key) {
    return vault.blindIndex("upload", workspace + " " + seat + " " + key).substring(0, 26);
  }

  /** Notes it, or finds what this seat announced under the same key before. */
  Upload begin(WorkspaceId workspace, Upload fresh) {
    if (in(workspace).insertIfAbsent(id(workspace, fresh.id()), fresh.write()).await()) {
      return fresh;
    }
    return find(workspace, fresh.seat(), fresh.id());
  }

  /** A seat's own; {@link Refusal#absent} for all others, and when its time is over. */
  Upload find(WorkspaceId workspace, SeatId seat, String id) {
    return read(entry(workspace, seat, id));
  }

  private SealedCollection.Entry entry(WorkspaceId workspace, SeatId seat, String id) {
    return noted(workspace, id)
        .await()
        .filter(e -> read(e).seat().equals(seat))
        .filter(e -> read(e).isUsable(clock.instant()))
        .orElseThrow(Refusal::absent);
  }

  private static Upload read(SealedCollection.Entry entry) {
    return Upload.read(entry.id().substring(entry.id().indexOf('/') + 1), entry.plain());
  }

  /**
   * An archive that this seat has sent.
   *
   * @throws Refusal it is not there, or not all of it is
   */
  public UploadedArchive archive(WorkspaceId workspace, SeatId seat, String id) {
    Upload upload = find(workspace, seat, id);
    if (!upload.archive()) {
      throw Refusal.absent();
    }
    if (!upload.isWhole()) {
      throw Refusal.conflict(Message.of("this-archive-is-still-on-its"));
    }
    return new UploadedArchive(blobs, workspace, upload);
  }

  /** It has been brought in, and is not needed any more; no complaint if it is gone. */
  public void brought(WorkspaceId workspace, SeatId seat, String id) {
    noted(workspace, id)
        .await()
        .map(Uploads::read)
        .filter(u -> u.archive() && u.seat().equals(seat))
        .ifPresent(u -> delete(workspace, u));
  }

  /** Keeps a piece; again for one that is here already is fine. */
  Upload take(WorkspaceId workspace, SeatId seat, String id, int number, byte[] bytes) {
    String hash = UploadChunk.hash(bytes);
    for (int i = 0; i < TRIES; i++) {
      SealedCollection.Entry entry = entry(workspace, seat, id);
      Upload upload = read(entry);
      if (UploadChunk.isHere(upload, number, bytes.length, hash)) {
        return upload;
      }
      Upload known = number == 0 ? known(workspace, upload, bytes) : upload;
      keep(workspace, upload, number, bytes);
      Upload more = known.plus(hash);
      if (more.isWhole() && !more.archive()) { // its letters are looked at when they are brought in
        mustBeClean(workspace, more);
      }
      if (in(workspace)
          .replaceIf(entry.id(), entry.version(), more.write(), OptionalLong.empty())
          .await()) {
        return more;
      }
    }
    throw Refusal.conflict(Message.of("this-file-is-being-sent-twice"));
  }

  /** What is not taken is not kept until the next sweep either. */
  private Upload known(WorkspaceId workspace, Upload upload, byte[] beginning) {
    try {
      return upload.known(
          upload.archive()
              ? UploadedArchive.kind(beginning, upload.name())
              : FileKinds.of(beginning, upload.name()));
    } catch (Refusal no) {
      forget(workspace, upload);
      throw no;
    }
  }

  /** While nobody can tell, the last piece is not taken, and comes again. */
  private void mustBeClean(WorkspaceId workspace, Upload upload) {
    BlobId blob = new BlobId(upload.blob());
    int count = upload.count();
    Iterable<byte[]> pieces =
        () ->
            IntStream.range(0, count)
                .mapToObj(n -> blobs.piece(workspace, blob, n, n == count - 1).await())
                .iterator();
    switch (scanner.scan(pieces).await()) {
      case Scanner.Verdict.Clean c -> {}
      case Scanner.Verdict.Infected i -> {
        delete(workspace, upload);
        throw Refusal.invalid(
            "file", Message.of("this-file-was-refused-the-scanner", "malware", i.name()));
      }
      case Scanner.Verdict.TooLong t -> {
        delete(workspace, upload);
        throw Refusal.invalid("file", Message.of("file-longer-than-scanner"));
      }
      case Scanner.Verdict.Away a ->
          throw new Loading(Message.of("the-scanner-for-malware-does-not"));
    }
  }

  /** A piece may be here without its note, if the server was killed between the two. */
  private void keep(WorkspaceId workspace, Upload upload, int number, byte[] bytes) {
    BlobId blob = new BlobId(upload.blob());
    boolean last = number == upload.count() - 1;
    Blobs.Chunk piece = new Blobs.Chunk(blob, number, last, bytes);
    if (!blobs.putPiece(workspace, piece).await()) {
      byte[] there = blobs.piece(workspace, blob, number, last).await();
      if (!UploadChunk.hash(there).equals(UploadChunk.hash(bytes))) {
        throw UploadChunk.another(number);
      }
    }
  }

  /**
   * Takes it back. It is gone at once; its bytes are swept a little later, like those of one whose
   * time is over: an entry may be about to take it at this moment.
   */
  void remove(WorkspaceId workspace, SeatId seat, String id) {
    SealedCollection.Entry entry = entry(workspace, seat, id);
    byte[] over = read(entry).over(clock.instant()).write();
    if (!in(workspace).replaceIf(entry.id(), entry.version(), over, OptionalLong.empty()).await()) {
      remove(workspace, seat, id); // a piece came meanwhile
    }
  }

  /** Deletes the bytes, then the note of them. */
  void delete(WorkspaceId workspace, Upload upload) {
    blobs.delete(workspace, new BlobId(upload.blob())).await();
    forget(workspace, upload);
  }

  /** Deletes its note alone. */
  void forget(WorkspaceId workspace, Upload upload) {
    in(workspace).delete(id(workspace, upload.id())).await();
    in(workspace).delete(place(workspace, upload.id())).await();
  }

  /** All of a workspace. */
  List<Upload> all(WorkspaceId workspace) {
    List<Upload> all = new ArrayList<>();
    String after = place(workspace, "");
    List<SealedCollection.Entry> page;
    do {
      page = in(workspace).range(after, place(workspace, "~"), PAGE).await();
      page.forEach(e -> all.add(read(e)));
      after = page.isEmpty() ? after : page.getLast().id();
    } while (page.size() == PAGE);
    return all;
  }

  @Override
  public List<Entry.Attached> files(WorkspaceId workspace, SeatId seat, List<String> uploads) {
    Instant now = clock.instant();
    return uploads.stream()
        .map(
            id ->
                noted(workspace, id)
                    .await()
                    .map(Uploads::read)
                    .filter(u -> u.seat().equals(seat) && !u.archive() && u.isUsable(now)))
        .map(Uploads::whole)
        .map(file -> sized(workspace, file))
        .toList();
  }

  /** How much room a picture takes on a page: its first piece says. */
  private Entry.Attached sized(WorkspaceId workspace, Entry.Attached file) {
    if (!PictureSize.isKnown(file.type())) {
      return file;
    }
    byte[] first =
        blobs.piece(workspace, new BlobId(file.blob()), 0, Blobs.pieces(file.size()) == 1).await();
    return PictureSize.of(first).map(s -> file.sized(s.width(), s.height())).orElse(file);
  }

  private static Entry.Attached whole(Optional<Upload> found) {
    Upload upload =
        found.orElseThrow(
            () ->
                Refusal.invalid(
                    "attachments",
                    Message.of("a-file-that-should-go-along", "hours", Upload.USABLE.toHours())));
    if (!upload.isWhole()) {
      throw Refusal.invalid("attachments", Message.of("a-file-that-should-go-along-2"));
    }
    return upload.attached();
  }
}
