package org.caucus.coalition.entries.attachments;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.caucus.coalition.entries.Entry;
import org.caucus.http.ApiResponse;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.Attachment;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.privacy.PassedFile;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives files to the person who was found to be one who reads them. Waits; for virtual threads. */
public final class FileDownloads {
  /** Whatever it claims to be: nothing that anybody sent is rendered from our origin. */
  private static final String BYTES = "application/octet-stream";

  /** Time within which a file is at hand, in seconds. */
  private static final int READ_SECONDS = 20;

  private static final Logger LOG = LoggerFactory.getLogger(FileDownloads.class);

  private final Blobs blobs;

  /** From there. */
  public FileDownloads(Blobs blobs) {
    this.blobs = blobs;
  }

  /**
   * A piece at a time, so that no memory holds all of it; one of a letter at once.
   *
   * @param may asked before each piece but the first whether it may still be read; throws if not
   */
  public ApiResponse send(
      WorkspaceId workspace, Entry.Attached file, Runnable may, HttpServerResponse response) {
    if (file.isOfLetter()) {
      return part(workspace, file);
    }
    BlobId blob = new BlobId(file.blob());
    int count = Blobs.pieces(file.size());
    byte[] first = blobs.piece(workspace, blob, 0, count == 1).await();
    ApiResponse.asFile(BYTES, file.name()).forEach(response::putHeader);
    // what is sent is mostly packed already, and its length lets a browser show how far it is
    response
        .putHeader("content-encoding", "identity")
        .putHeader("content-length", Long.toString(file.size()));
    try {
      response.write(Buffer.buffer(first)).await();
      for (int n = 1; n < count; n++) {
        may.run();
        byte[] piece = blobs.piece(workspace, blob, n, n == count - 1).await();
        response.write(Buffer.buffer(piece)).await();
      }
      response.end().await();
    } catch (Exception e) {
      LOG.warn("an attachment was broken off: {}", e.getClass().getSimpleName());
      response.reset();
    }
    return ApiResponse.STREAMING;
  }

  /** A file that is at hand whole. */
  public static ApiResponse file(String name, byte[] octets) {
    return ApiResponse.file(BYTES, name, Buffer.buffer(octets));
  }

  /** A file that lies in a letter. */
  public ApiResponse part(WorkspaceId workspace, Entry.Attached file) {
    return part(bytes(workspace, file.blob()), file);
  }

  /** The same of a letter that is at hand, with as many files as the one that lies there. */
  public static ApiResponse part(byte[] letter, Entry.Attached file) {
    return ApiResponse.file(BYTES, file.name(), Buffer.buffer(octets(letter, file)));
  }

  /** What is in a file of a letter that is at hand. */
  public static byte[] octets(byte[] letter, Entry.Attached file) {
    List<Attachment> parts = ParsedLetter.of(letter).attachments();
    if (file.part() > parts.size()) {
      throw Refusal.absent();
    }
    return parts.get(file.part() - 1).contentIn(letter);
  }

  /**
   * A letter as it came, less its blind copies (RFC 5322 section 3.6.3) and what it names before
   * it, which not all who read this may know of (R8).
   *
   * @param passed what others than its sender have of it; null for its sender
   */
  public ApiResponse letter(
      WorkspaceId workspace, String blob, String name, @Nullable PassedFile passed)
      throws Exception {
    RawLetter came = RawLetter.of(read(workspace, blob));
    RawLetter shown = passed == null ? came : passed.letter(came);
    byte[] raw = shown.without("Bcc", "Resent-Bcc", "References", "In-Reply-To").toBytes();
    return ApiResponse.file("message/rfc822", name + ".eml", Buffer.buffer(raw));
  }

  /** Whether what others than its sender have of a file may be less than all of it. */
  public static boolean isCut(Entry.Attached file) {
    return file.isOfLetter() || PassedFile.isLookedAt(file.name(), file.type());
  }

  /**
   * A file as a company has it, apart from its sender, where much is read.
   *
   * @throws Refusal nothing can be taken out
   */
  public ApiResponse cut(WorkspaceId workspace, Entry.Attached file, PassedFile passed)
      throws Exception {
    byte[] octets = read(workspace, file.blob());
    if (file.isOfLetter()) {
      ClosedFiles.refuseOfLetter(file, octets(octets, file));
      return part(passed.letter(RawLetter.of(octets)).toBytes(), file);
    }
    ClosedFiles.refuse(file, octets);
    return named(file.name(), passed.of(file.name(), file.type(), octets, true));
  }

  private static ApiResponse named(String name, byte[] shown) {
    return file(PassedFile.name(name, shown), shown);
  }

  private byte[] read(WorkspaceId workspace, String blob) throws Exception {
    return blobs
        .get(workspace, new BlobId(blob))
        .toCompletionStage()
        .toCompletableFuture()
        .get(READ_SECONDS, TimeUnit.SECONDS);
  }

  private byte[] bytes(WorkspaceId workspace, String blob) {
    return blobs.get(workspace, new BlobId(blob)).await();
  }
}
