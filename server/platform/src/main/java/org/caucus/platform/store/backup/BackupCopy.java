package org.caucus.platform.store.backup;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Copies a held database into a {@link BackupTarget}, segment by segment. Those that are there
 * already are not written again.
 */
public final class BackupCopy {
  /** However long one segment took: a disk that hangs must not make the copy stand still. */
  private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final BackupTarget target;
  private final Held held;
  private final Pace pace;
  private final Progress progress;
  private long written;

  /**
   * What is copied.
   *
   * @param file of the database
   * @param length of it, in bytes, that belongs to the moment
   * @param head what it began with at the moment
   * @param masterKey fingerprint of the master key that opens it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Held(Path file, long length, byte[] head, Instant moment, String masterKey) {}

  /**
   * How much of the time is spent on copying; the rest is the server's.
   *
   * @param percent 1 to 100
   */
  public record Pace(int percent) {
    /** As fast as it can. */
    public static final Pace FULL = new Pace(100);

    /** Rests after work of that long. */
    void rest(long workedNanos) {
      long nanos = workedNanos * (100 - percent) / percent;
      LockSupport.parkNanos(Math.min(nanos, LONGEST_REST_NANOS));
    }
  }

  /** How far a copy is. */
  public interface Progress {
    /**
     * Hears of it, often.
     *
     * @param read bytes of the database so far
     * @param written bytes that the target did not have before
     */
    void at(long read, long written);
  }

  /** A copy of this moment. */
  public BackupCopy(BackupTarget target, Held held, Pace pace, Progress progress) {
    this.target = target;
    this.held = held;
    this.pace = pace;
    this.progress = progress;
  }

  /** Copies everything; it is no backup before {@link #finish}. */
  public BackupManifest copy() {
    List<String> hashes = new ArrayList<>();
    try (var file = open()) {
      for (long at = 0; at < held.length(); at += Segments.BYTES) {
        long began = System.nanoTime();
        byte[] bytes = segment(file, at);
        hashes.add(kept(bytes));
        progress.at(at + bytes.length, written);
        pace.rest(System.nanoTime() - began);
      }
    } catch (IOException e) {
      throw BackupException.unreadable(held.file(), e);
    }
    return new BackupManifest(held.moment(), held.masterKey(), held.length(), hashes);
  }

  /** Makes it a backup. Only when it was held until all was copied. */
  public void finish(BackupManifest manifest) {
    try {
      target.finish(manifest);
    } catch (IOException e) {
      throw BackupException.unwritable(target.directory(), e);
    }
  }

  /** Bytes that were new. */
  public long written() {
    return written;
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(held.file(), StandardOpenOption.READ);
  }

  private byte[] segment(FileChannel file, long at) throws IOException {
    byte[] bytes = new byte[(int) Math.min(Segments.BYTES, held.length() - at)];
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("it is shorter than the server said");
      }
    }
    if (at == 0) {
      System.arraycopy(held.head(), 0, bytes, 0, held.head().length);
    }
    return bytes;
  }

  private String kept(byte[] bytes) {
    String hash = Segments.hash(bytes);
    try {
      if (!target.segments().has(hash, bytes.length)) {
        target.segments().put(hash, bytes);
        written += bytes.length;
      }
    } catch (IOException e) {
      throw BackupException.unwritable(target.directory(), e);
    }
    return hash;
  }

  static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
    for (var left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
      channel.write(left);
    }
  }
}
