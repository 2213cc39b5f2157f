package org.caucus.platform.store.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A directory with backups of one installation. One process at a time writes there. */
public final class BackupTarget implements AutoCloseable {
  /** Says that the directory holds backups, and of which format. */
  static final String MARK = "caucus-backup.json";

  private static final String LOCK = "lock";

  private final Path directory;
  private final Path manifests;
  private final Segments segments;
  private final @Nullable FileChannel lock;

  private BackupTarget(Path directory, @Nullable FileChannel lock) {
    this.directory = directory;
    this.manifests = directory.resolve("backups");
    this.segments = new Segments(directory.resolve("segments"));
    this.lock = lock;
  }

  /** Whether backups are in this directory. */
  public static boolean isOne(Path directory) {
    return Files.isRegularFile(directory.resolve(MARK));
  }

  /**
   * For writing; an empty directory, or one that is not there yet, is made ready.
   *
   * @throws BackupException it holds other things, is written by somebody else, or cannot be used
   */
  public static BackupTarget write(Path directory) {
    Path parent = directory.toAbsolutePath().normalize().getParent();
    if (!Files.isDirectory(directory) && (parent == null || !Files.isDirectory(parent))) {
      throw BackupException.unusable(
          "There is no directory "
              + parent
              + ", so "
              + directory
              + " was not made. Mount the disk it is on, or correct the name.");
    }
    try {
      makeReady(directory);
      return new BackupTarget(directory, locked(directory));
    } catch (IOException e) {
      throw BackupException.unwritable(directory, e);
    }
  }

  private static void makeReady(Path directory) throws IOException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw BackupException.unusable(directory + " is a file. Name a directory for the backups.");
    }
    makeDirectory(directory);
    if (!isOne(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        if (files.anyMatch(file -> !isOurs(file))) {
          throw BackupException.unusable(
              directory
                  + " holds other files and no backups of Caucus. Name an empty directory, or one"
                  + " that is not there yet.");
        }
      }
      makeDirectory(directory.resolve("segments"));
      makeDirectory(directory.resolve("backups"));
      byte[] mark = new JsonObject().put("format", BackupManifest.FORMAT).encode().getBytes(UTF_8);
      Segments.write(directory.resolve(MARK), mark);
    }
  }

  /** What is there when the making of the directory was cut short, and what file systems put. */
  private static boolean isOurs(Path file) {
    return List.of("segments", "backups", MARK + Segments.PART, "lost+found")
        .contains(file.getFileName().toString());
  }

  private static void makeDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectory(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private static FileChannel locked(Path directory) throws IOException {
    var channel =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw BackupException.unusable(
          "Another backup into " + directory + " is under way. Wait until it has ended.");
    }
    return channel;
  }

  /**
   * For reading.
   *
   * @throws BackupException no backups are there
   */
  public static BackupTarget read(Path directory) {
    if (!isOne(directory)) {
      throw BackupException.unusable(
          "There are no backups in "
              + directory
              + ". Name the directory that caucus backup was given; mount the disk if it is on"
              + " one.");
    }
    return new BackupTarget(directory, null);
  }

  /** Where it is. */
  public Path directory() {
    return directory;
  }

  /** The names of all backups, oldest first. */
  public List<String> names() {
    try (Stream<Path> files = Files.list(manifests)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(BackupManifest.ENDING))
          .map(name -> name.substring(0, name.length() - BackupManifest.ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(manifests + " cannot be read", e);
    }
  }

  /** When the newest backup is of; empty if there is none. */
  public Optional<Instant> newest() {
    List<String> names = names();
    return names.isEmpty() ? Optional.empty() : Optional.of(BackupManifest.moment(names.getLast()));
  }

  /**
   * The backup of this name.
   *
   * @param name null for the newest
   * @throws BackupException there is none, or it is damaged
   */
  public BackupManifest manifest(@Nullable String name) {
    List<String> names = names();
    if (names.isEmpty()) {
      throw BackupException.unusable(
          "There is no finished backup in " + directory + ". Make one with caucus backup.");
    }
    String wanted = name == null ? names.getLast() : name;
    if (!names.contains(wanted)) {
      throw BackupException.unusable(
          "There is no backup "
              + wanted
              + " in "
              + directory
              + ". caucus backup --list shows those that are.");
    }
    Path file = manifests.resolve(wanted + BackupManifest.ENDING);
    try {
      return BackupManifest.parse(file, Files.readString(file));
    } catch (IOException e) {
      throw BackupException.damaged(file, "cannot be read", e);
    }
  }

  Segments segments() {
    return segments;
  }

  /** From here on it is a backup: everything it lists is on the disk. */
  void finish(BackupManifest manifest) throws IOException {
    segments.sync();
    Segments.write(manifests.resolve(manifest.name() + BackupManifest.ENDING), manifest.encoded());
    Segments.sync(manifests);
  }

  /**
   * Removes all but the newest backups, and what only the others needed.
   *
   * @param most backups that stay
   * @return how many were removed
   */
  public int keep(int most) {
    List<String> names = names();
    List<String> old = names.subList(0, Math.max(0, names.size() - most));
    Set<String> needed = new HashSet<>();
    names
        .subList(old.size(), names.size())
        .forEach(name -> needed.addAll(manifest(name).segments()));
    try {
      for (String name : old) {
        Files.delete(manifests.resolve(name + BackupManifest.ENDING));
      }
      Segments.sync(manifests);
      segments.keepOnly(needed);
      return old.size();
    } catch (IOException e) {
      throw BackupException.unwritable(directory, e);
    }
  }

  /**
   * Writes a database's file as it was; whole and on the disk when this returns.
   *
   * @param file where; what is there is replaced
   * @param progress told of the bytes written so far
   */
  public void restore(BackupManifest manifest, Path file, LongConsumer progress) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      throw BackupException.notRestored(file, e);
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (String hash : manifest.segments()) {
        BackupCopy.writeAll(channel, segments.get(hash));
        progress.accept(channel.position());
      }
      channel.force(true);
    } catch (IOException e) {
      throw BackupException.notRestored(file, e);
    }
  }

  @Override
  public void close() {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        throw new UncheckedIOException("the lock on " + directory + " cannot be released", e);
      }
    }
  }
}
