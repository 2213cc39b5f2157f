package org.caucus.platform.eventlog.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Writes the master key's file: whole or not at all, and so that a power cut cannot undo it. */
final class KeyFile {
  private static final String OWNER_ONLY = "rw-------";

  private final MasterKeySource source;

  KeyFile(MasterKeySource source) {
    this.source = source;
  }

  /** Puts this keyset in the place of what is there, mode 0600. */
  MasterKey write(Keyset keys) {
    var file = source.file();
    try {
      // Half a key file would lock the operator out of the next start.
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      Files.write(fresh, keys.bytes(), StandardOpenOption.SYNC);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      syncDirectory(file.toAbsolutePath().resolveSibling(""));
      return new MasterKey(keys, source);
    } catch (IOException e) {
      throw source.bad("it cannot be written.", e);
    }
  }

  /** The rename must outlive a power cut too, or what was wrapped since would be lost with it. */
  private static void syncDirectory(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Runs {@code work} while no other process on this machine replaces this file's key: two who add
   * a key each would overwrite one another's. The system lets the lock go with the process.
   */
  void alone(Runnable work) {
    var file = source.file();
    var beside = file.resolveSibling(file.getFileName() + ".lock");
    try (var channel =
            FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = taken(channel)) {
      if (lock == null) {
        throw new KeyException.CannotRotate(
            "The master key is being replaced by another process. Let that one finish.");
      }
      work.run();
    } catch (IOException e) {
      throw source.bad("its lock file " + beside + " cannot be made.", e);
    }
  }

  private static @Nullable FileLock taken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another thread of this process has it
    }
  }
}
