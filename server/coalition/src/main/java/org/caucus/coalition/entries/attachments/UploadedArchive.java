package org.caucus.coalition.entries.attachments;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.mailbox.MailboxFormat;
import org.caucus.mail.message.text.FileNames;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.jobs.Retry;

/**
 * The archive of a list that a convenor has sent whole. It can be read from its beginning any
 * number of times, and is in the memory of one piece. Waits; for virtual threads.
 */
public final class UploadedArchive {
  private final Blobs blobs;
  private final WorkspaceId workspace;
  private final Upload upload;

  UploadedArchive(Blobs blobs, WorkspaceId workspace, Upload upload) {
    this.blobs = blobs;
    this.workspace = workspace;
    this.upload = upload;
  }

  /**
   * What its first piece says it is: so that a gigabyte of something else is not waited for.
   *
   * @throws Refusal it is no box of letters
   */
  static FileKinds.Known kind(byte[] beginning, String declared) {
    String type =
        switch (MailboxFormat.of(beginning)
            .orElseThrow(() -> Refusal.unsupported(Message.of("this-is-no-archive-of-letters")))) {
          case LETTERS -> "application/mbox";
          case GZIP -> "application/gzip";
          case ZIP -> "application/zip";
          case HISTORY -> "application/x-git-fast-export";
        };
    return new FileKinds.Known(FileNames.clean(declared, type, "1"), type);
  }

  /** As its sender calls it; safe to show. */
  public String name() {
    return upload.name();
  }

  /** In bytes. */
  public long size() {
    return upload.size();
  }

  /** What its first bytes say: a media type. */
  public String type() {
    return upload.type();
  }

  /**
   * From its beginning.
   *
   * @param meanwhile called now and then while a piece cannot be read; what it throws ends that
   */
  public InputStream open(Runnable meanwhile) {
    return new Pieces(new Retry(meanwhile));
  }

  /** One piece after the other. */
  private final class Pieces extends InputStream {
    private final Retry retry;
    private byte[] piece = new byte[0];
    private int at;
    private int next;

    Pieces(Retry retry) {
      this.retry = retry;
    }

    private boolean atEnd() throws IOException {
      while (at == piece.length) {
        if (next == upload.count()) {
          return true;
        }
        boolean last = next == upload.count() - 1;
        try {
          piece = retry.read(piece(next, last), () -> piece(next, last));
          next++;
        } catch (LogException.UnknownBlob e) {
          throw new IOException("cancelled while it was being read", e);
        }
        at = 0;
      }
      return false;
    }

    private Future<byte[]> piece(int number, boolean last) {
      return blobs.piece(workspace, new BlobId(upload.blob()), number, last);
    }

    @Override
    public int read() throws IOException {
      return atEnd() ? -1 : piece[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (atEnd()) {
        return -1;
      }
      int read = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, into, from, read);
      at += read;
      return read;
    }
  }
}
