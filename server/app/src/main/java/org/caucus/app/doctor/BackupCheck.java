package org.caucus.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.platform.store.backup.BackupTarget;
import org.jspecify.annotations.Nullable;

/**
 * How old the newest backup is: of those that {@code caucus backup} finished in the directory that
 * the operator names or in one below it, and otherwise by the times of the files there.
 */
final class BackupCheck {
  /** A daily backup and two hours for it. */
  private static final Duration DAILY = Duration.ofHours(26);

  private static final Duration TOO_OLD = Duration.ofDays(8);
  private static final String NAME = "backup";
  private static final String SETTING = "CAUCUS_BACKUP_DIR";

  private static final String FIX =
      "Run caucus backup (server/docs/BACKUP.md), and see why its timer did not.";

  private BackupCheck() {}

  static List<Finding> of(@Nullable Path directory, Instant now) throws IOException {
    if (directory == null) {
      return List.of(
          Finding.warn(
              NAME,
              "Nothing is known of backups: " + SETTING + " is not set.",
              "Back up as server/docs/BACKUP.md says, and set "
                  + SETTING
                  + " to the directory where backups arrive."));
    }
    if (!Files.isDirectory(directory)) {
      return List.of(
          Finding.fail(
              NAME,
              "There is no directory " + directory + " (" + SETTING + ").",
              "Make it, or correct the setting."));
    }
    return List.of(aged(directory, now));
  }

  private static Finding aged(Path directory, Instant now) throws IOException {
    Optional<Instant> newest = newest(directory);
    if (newest.isEmpty()) {
      return Finding.fail(NAME, "There is no backup in " + directory + ".", FIX);
    }
    Duration age = Duration.between(newest.get(), now);
    String seen = "The newest backup in " + directory + " is " + age.toHours() + " hours old.";
    if (age.compareTo(TOO_OLD) > 0) {
      return Finding.fail(NAME, seen, FIX);
    }
    return age.compareTo(DAILY) > 0 ? Finding.warn(NAME, seen, FIX) : Finding.ok(NAME, seen);
  }

  private static Optional<Instant> newest(Path directory) throws IOException {
    if (BackupTarget.isOne(directory)) {
      return finished(directory);
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(BackupCheck::time).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
  }

  /**
   * When the newest finished backup was made. One that was cut short leaves newer files, and does
   * not count.
   */
  private static Optional<Instant> finished(Path directory) {
    try (BackupTarget target = BackupTarget.read(directory)) {
      return target.newest();
    }
  }

  private static Optional<Instant> time(Path file) {
    if (BackupTarget.isOne(file)) {
      return finished(file);
    }
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      return Optional.empty(); // it went while we looked
    }
  }
}
