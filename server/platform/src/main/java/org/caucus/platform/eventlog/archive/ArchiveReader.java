package org.caucus.platform.eventlog.archive;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an archive, part by part. What it gives was written so: nothing else opens. */
public final class ArchiveReader implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Path file;
  private final Counted raw;
  private final DataInputStream in;

  private ArchiveReader(Path file, Counted raw, DataInputStream in) {
    this.file = file;
    this.raw = raw;
    this.in = in;
  }

  /** Opens it with the key it was written with. */
  public static ArchiveReader open(Path file, ArchiveKey key) {
    try {
      var raw = new Counted(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
      try {
        var envelope = ArchiveHeader.read(raw, file, key);
        raw.limit = end(file);
        var clear = envelope.cipher().newDecryptingStream(raw, envelope.line());
        var in = new DataInputStream(new BufferedInputStream(clear, BUFFER_BYTES));
        return new ArchiveReader(file, raw, in);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("AES-256-GCM is missing from this Java runtime", e);
      } catch (IOException | RuntimeException e) {
        raw.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Which kind of key opens it: {@code passphrase} or {@code master}. */
  public static String keyOf(Path file) {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      return ArchiveHeader.keyOf(in, file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ArchiveException unreadable(Path file, IOException e) {
    return ArchiveException.unusable(
        file + " cannot be read. Is it there, and may this user read it?", e);
  }

  /** Where the stream ends, as the tail says; it says nothing true of a file cut off. */
  private static long end(Path file) throws IOException {
    try (var whole = new RandomAccessFile(file.toFile(), "r")) {
      long end = whole.length() - ArchiveWriter.TAIL_BYTES;
      if (end <= 0) {
        throw ArchiveException.cutOff(file);
      }
      whole.seek(end);
      if (whole.readLong() != end || whole.readLong() != ArchiveWriter.MARK) {
        throw ArchiveException.cutOff(file);
      }
      return end;
    }
  }

  /** Knows how far it is, and stops before the tail. */
  private static final class Counted extends FilterInputStream {
    private long at;
    private long limit = Long.MAX_VALUE;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = at >= limit ? -1 : in.read();
      at += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (at >= limit) {
        return -1;
      }
      int count = in.read(bytes, from, (int) Math.min(length, limit - at));
      at += Math.max(0, count);
      return count;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }

  /** The next part; empty at the end. */
  public Optional<ArchivePart> next() {
    try {
      int letter = in.read();
      if (letter < 0) {
        return Optional.empty();
      }
      var kind =
          Arrays.stream(ArchivePart.Kind.values())
              .filter(k -> k.letter() == letter)
              .findFirst()
              .orElseThrow(() -> damaged(null));
      int length = in.readInt();
      if (length < 0 || length > ArchivePart.LIMIT_BYTES) {
        throw damaged(null);
      }
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw damaged(new EOFException());
      }
      return Optional.of(new ArchivePart(kind, bytes));
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /** Names about where it is wrong. */
  public ArchiveException damaged(@Nullable Throwable cause) {
    return ArchiveException.damaged(file, "at or before byte " + raw.at, cause);
  }

  /** Bytes read so far, of {@link #length}. */
  public long position() {
    return raw.at;
  }

  /** Bytes of the whole. */
  public long length() {
    return raw.limit;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
