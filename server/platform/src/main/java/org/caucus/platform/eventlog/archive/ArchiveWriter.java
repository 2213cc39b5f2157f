package org.caucus.platform.eventlog.archive;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Set;

/**
 * Writes an archive, part by part, to {@code FILE.part}; only {@link #finish} gives it its name. So
 * a file of that name is whole.
 */
public final class ArchiveWriter implements AutoCloseable {
  /** The mark at the very end, in ASCII. */
  static final long MARK = 0x4341554355535A31L; // CAUCUSZ1

  /** Bytes after the stream: the length of all before, and the mark. */
  static final int TAIL_BYTES = 2 * Long.BYTES;

  private static final int BUFFER_BYTES = 64 * 1024;

  private final Path file;
  private final Path part;
  private final FileChannel channel;
  private final DataOutputStream out;

  private ArchiveWriter(Path file, Path part, FileChannel channel, DataOutputStream out) {
    this.file = file;
    this.part = part;
    this.channel = channel;
    this.out = out;
  }

  /** Begins one, readable by this user alone; refused if there is such a file. */
  public static ArchiveWriter create(Path file, ArchiveKey key, Instant made) {
    var part = file.resolveSibling(file.getFileName() + ".part");
    if (Files.exists(file)) {
      throw ArchiveException.unusable(file + " exists. Name another file, or remove it.", null);
    }
    var envelope = ArchiveHeader.fresh(key, made);
    try {
      Files.deleteIfExists(part); // of an export that was cut short
      var channel =
          FileChannel.open(
              part,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      channel.write(ByteBuffer.wrap(envelope.line()));
      OutputStream open = new Kept(Channels.newOutputStream(channel));
      var sealed = envelope.cipher().newEncryptingStream(open, envelope.line());
      var out = new DataOutputStream(new BufferedOutputStream(sealed, BUFFER_BYTES));
      return new ArchiveWriter(file, part, channel, out);
    } catch (IOException e) {
      throw failed(part, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is missing from this Java runtime", e);
    }
  }

  /** The file stays open when the stream of ciphertext ends: the tail comes after it. */
  private static final class Kept extends FilterOutputStream {
    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /** Adds a part. */
  public void put(ArchivePart.Kind kind, byte[] bytes) {
    if (bytes.length > ArchivePart.LIMIT_BYTES) {
      throw new IllegalArgumentException(
          "a part has at most " + ArchivePart.LIMIT_BYTES + " bytes");
    }
    try {
      out.writeByte(kind.letter());
      out.writeInt(bytes.length);
      out.write(bytes);
    } catch (IOException e) {
      throw failed(part, e);
    }
  }

  /** Ends it: what is on disk now has the file's name and survives a power cut. */
  public void finish() {
    try {
      out.close();
      var tail = ByteBuffer.allocate(TAIL_BYTES).putLong(channel.position()).putLong(MARK).flip();
      channel.write(tail);
      channel.force(true);
      channel.close();
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      try (var directory = FileChannel.open(file.toAbsolutePath().resolveSibling(""))) {
        directory.force(true);
      }
    } catch (IOException e) {
      throw failed(part, e);
    }
  }

  private static ArchiveException failed(Path part, IOException e) {
    return ArchiveException.unusable(
        part + " cannot be written. Is there space, and may this user write there?", e);
  }

  /** Without {@link #finish}: nothing is left behind. */
  @Override
  public void close() {
    try {
      if (channel.isOpen()) {
        channel.close();
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
