package org.caucus.platform.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The data directory is ours alone for as long as this is open; the kernel lets go when the process
 * dies.
 */
final class DirectoryLock implements AutoCloseable {
  private static final String LOCK_FILE = "caucus.lock";

  /** For who needs none. */
  static final DirectoryLock NONE = new DirectoryLock(null);

  private final @Nullable FileChannel channel;

  private DirectoryLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  static DirectoryLock take(Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      var channel = FileChannel.open(directory.resolve(LOCK_FILE), CREATE, WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new DatabaseException.DataDirectoryInUse(directory, null);
      }
      return new DirectoryLock(channel);
    } catch (IOException e) {
      throw new DatabaseException.StoreUnreadable(
          directory, "the data directory cannot be used", e);
    }
  }

  /** Whether anybody has ever taken it. */
  static boolean isIn(Path directory) {
    return Files.exists(directory.resolve(LOCK_FILE));
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // held in this very process
    }
  }

  @Override
  public void close() {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new DatabaseException.Refused(
          "the lock on the data directory could not be released", e);
    }
  }
}
