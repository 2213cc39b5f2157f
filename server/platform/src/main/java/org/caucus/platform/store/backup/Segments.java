package org.caucus.platform.store.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The pieces of all backups, each in a file named by the SHA-256 of what it holds. */
final class Segments {
  /** Bytes of a segment; the last one of a file is shorter. */
  static final int BYTES = 1024 * 1024;

  static final String PART = ".part";

  /** Directories they are spread over: one for each first byte of the hash. */
  private static final int PREFIX = 2;

  private final Path directory;

  Segments(Path directory) {
    this.directory = directory;
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  Path path(String hash) {
    return directory.resolve(hash.substring(0, PREFIX)).resolve(hash);
  }

  /** Whether it is there, of the right size. */
  boolean has(String hash, int size) throws IOException {
    Path file = path(hash);
    return Files.exists(file) && Files.size(file) == size;
  }

  /** Puts it there: whole and on the disk under its name, or not at all. */
  void put(String hash, byte[] bytes) throws IOException {
    Path file = path(hash);
    Files.createDirectories(
        file.resolveSibling(""),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    write(file, bytes);
  }

  static void write(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + PART);
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      for (var left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What it holds; a damaged one is removed, so that the next backup writes it again. */
  byte[] get(String hash) {
    Path file = path(hash);
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw BackupException.damaged(file, "is missing or cannot be read", e);
    }
    if (!hash(bytes).equals(hash)) {
      setAside(file);
      throw BackupException.damaged(file, "is damaged (it was renamed to .damaged)", null);
    }
    return bytes;
  }

  private static void setAside(Path file) {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw BackupException.damaged(file, "is damaged, and cannot be renamed", e);
    }
  }

  /** Makes the names of new ones outlive a power cut. */
  void sync() throws IOException {
    for (Path each : directories()) {
      sync(each);
    }
    sync(directory);
  }

  static void sync(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Removes those that are not among these, and what was cut short; how many. */
  int keepOnly(Set<String> hashes) throws IOException {
    int removed = 0;
    for (Path each : directories()) {
      for (Path file : list(each)) {
        if (!hashes.contains(file.getFileName().toString())) {
          Files.delete(file);
          removed++;
        }
      }
    }
    return removed;
  }

  private List<Path> directories() throws IOException {
    return list(directory).stream().filter(Files::isDirectory).toList();
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
