package org.caucus.platform.spill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long texts outside the heap, in files of {@link #FILE_OCTETS}. A file goes when no text in it is
 * held any more.
 */
public final class Spill {
  /** Octets of one file. */
  static final int FILE_OCTETS = 32 * 1024 * 1024;

  /** Octets that are gathered before they are written. */
  static final int BUFFER_OCTETS = 256 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Spill.class);
  private static final Cleaner CLEANER = Cleaner.create();

  /** The system's directory for such files, where no other is named or that one is gone. */
  private static final Path ANY = Path.of(System.getProperty("java.io.tmpdir"));

  /** Of this process. */
  private static final Spill OWN = new Spill(ANY);

  private final ReentrantLock lock = new ReentrantLock();
  private volatile Path directory;
  private @Nullable Segment newest;
  private boolean failing;

  Spill(Path directory) {
    this.directory = directory;
  }

  /** Where the texts of this process lie from now on: on a disk, for memory is to be spared. */
  public static void lieIn(Path directory) {
    OWN.directory = directory;
  }

  static Spill own() {
    return OWN;
  }

  /**
   * A new file of this process, for the person who asks alone.
   *
   * @throws IOException the disk does not take it
   */
  public static SealedFile file() throws IOException {
    return SealedFile.in(Files.isDirectory(OWN.directory) ? OWN.directory : ANY);
  }

  /** A file and what of it is not written yet. */
  static final class Segment {
    private final ReentrantLock lock;
    private final SealedFile file;
    private byte[] buffer = new byte[BUFFER_OCTETS];
    private int buffered;
    private int written;

    Segment(SealedFile file, ReentrantLock lock) {
      this.file = file;
      this.lock = lock;
    }

    int size() {
      return written + buffered;
    }

    void write(byte[] octets) throws IOException {
      if (buffered + octets.length > buffer.length) {
        flush();
      }
      if (octets.length > buffer.length) {
        file.write(written, octets, 0, octets.length);
        written += octets.length;
      } else {
        System.arraycopy(octets, 0, buffer, buffered, octets.length);
        buffered += octets.length;
      }
    }

    void flush() throws IOException {
      file.write(written, buffer, 0, buffered);
      written += buffered;
      buffered = 0;
    }

    /** No more is written to it. */
    void end() throws IOException {
      flush();
      buffer = new byte[0];
    }

    byte[] octets(int at, int length) {
      try {
        return read(at, length);
      } catch (IOException e) {
        throw new UncheckedIOException("a text cannot be read back from the disk", e);
      }
    }

    private byte[] read(int at, int length) throws IOException {
      byte[] octets = new byte[length];
      lock.lock();
      try {
        if (at >= written) { // what is written at once lies on one side altogether
          System.arraycopy(buffer, at - written, octets, 0, length);
          return octets;
        }
      } finally {
        lock.unlock();
      }
      file.read(at, octets, 0, length);
      return octets;
    }
  }

  /** Puts the octets of a text there, unless the disk does not take them, which is said once. */
  void put(byte[] octets, StoredText text) {
    lock.lock();
    try {
      Segment to = newest;
      if (to == null || to.size() + (long) octets.length > FILE_OCTETS) {
        to = next();
      }
      int at = to.size();
      to.write(octets);
      failing = false;
      text.liesIn(to, at, octets.length);
    } catch (IOException e) {
      newest = null;
      if (!failing) {
        LOG.warn("texts stay in memory, for {} does not take them: {}", directory, e.getMessage());
      }
      failing = true;
    } finally {
      lock.unlock();
    }
  }

  private Segment next() throws IOException {
    Segment full = newest;
    if (full != null) {
      full.end();
    }
    SealedFile file = this == OWN ? file() : SealedFile.in(directory);
    Segment fresh = new Segment(file, lock);
    CLEANER.register(fresh, () -> closed(file));
    newest = fresh;
    return fresh;
  }

  private static void closed(SealedFile file) {
    try {
      file.close();
    } catch (IOException e) {
      LOG.warn("a file that nobody reads any more could not be closed: {}", e.getMessage());
    }
  }
}
